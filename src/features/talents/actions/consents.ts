import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import type { Mail } from '../../../db/outbox.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { addMonths, type Due, dueAt, months } from '../rules/consent.ts'
import { profile } from '../tables.ts'
import { letter } from '../text/letters.ts'
import { eraseProfile } from './erase.ts'
import { type Row, renewCards } from './renew.ts'

type Tending = {
  readonly tx: Tx
  readonly now: Date
  readonly origin: string
  readonly mail: (mail: Mail) => Promise<void>
}
type Step = Exclude<Due, 'nothing'>

const steps: Record<Step, (tending: Tending, row: Row) => Promise<unknown>> = {
  remind: ({ tx, now }, row) => tx.update(profile, row, { remindedAt: now }),
  sleep: async ({ tx, now }, row) => {
    await tx.update(profile, row, { state: 'asleep', asleepAt: now })
    await renewCards(tx, [row.id])
  },
  erase: ({ tx, now }, row) => eraseProfile(tx, row, now),
}
async function tell({ tx, mail, origin }: Tending, step: Step, userId: string) {
  const person = await tx.one(policy.namesOfProfiles(), eq(user.id, userId))
  if (!person) return
  const { id: accountId, email: to, language } = person
  const link = `${origin}${language === 'en' ? '/en' : ''}/talents/mine`
  await mail({ to, accountId, language, ...letter(language)[step](link) })
}

/** Every night: who has been silent for a year is reminded, then put to sleep, then erased. */
export const tendConsents = action({
  name: 'talents.tend-consents',
  about: profile,
  input: z.object({}),
  load: nothing,
  allow: policy.tend,
  async run({ tx, now, origin, mail, note }) {
    const tending = { tx, now, origin, mail }
    const done = { remind: 0, sleep: 0, erase: 0 }
    const silent = sql`${profile.consentedAt} <= ${addMonths(now, -months.silence)}`
    const rows = await tx.rows(narrow(policy.everyProfile(), silent), { orderBy: [profile.id] })
    for (const row of rows) {
      const due = dueAt(row, now)
      if (due === 'nothing') continue
      await steps[due](tending, row)
      await tell(tending, due, row.userId)
      done[due]++
    }
    note(done)
    return {}
  },
})
