import { eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { Refused } from '../../../kernel/errors.ts'
import * as policy from '../policy.ts'
import { idInput } from '../schema/document.ts'
import { document } from '../tables.ts'
import { fileText } from '../text/files.ts'

/** PostgreSQL's code for « another row points here »: a later feature holds the file and does not let it go. */
const held = (error: unknown): boolean => {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown }
  return code === '23503' || (cause !== undefined && held(cause))
}

/** The owner or the team takes a file away; its bytes go a moment later. */
export const remove = action({
  name: 'documents.remove',
  about: document,
  input: idInput,
  load: (tx, actor, { id }) => tx.lock(policy.visibleTo(actor), eq(document.id, id)),
  allow: policy.remove,
  async run({ tx, subject, language }) {
    await tx.remove(document, subject).catch((error) => {
      throw held(error) ? new Refused(fileText(language)('inUse')) : error
    })
    return { id: subject.id }
  },
})
