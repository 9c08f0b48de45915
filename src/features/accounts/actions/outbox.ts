import { eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { outbox } from '../../../db/tables.ts'
import { Refused } from '../../../kernel/errors.ts'
import * as policy from '../policy.ts'
import { oneInput } from '../schema.ts'
import { staffText } from '../text/staff.ts'

/** A mail that has not left gets on its way again. */
export const resendMail = action({
  name: 'accounts.resend-mail',
  about: outbox,
  input: oneInput,
  load: (tx, actor, { id }) => tx.lock(policy.mailsVisibleTo(actor), eq(outbox.id, id)),
  allow: policy.seeMails,
  async run({ tx, subject, language, mailAgain }) {
    if (subject.state === 'sent') throw new Refused(staffText(language)('againNot'))
    await tx.update(outbox, subject, { state: 'waiting' })
    await mailAgain(subject.id)
    return { id: subject.id }
  },
})
