import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { notify } from '../../messages/actions/notify.ts'
import * as policy from '../policy.ts'
import { addMonths, type Due, dueAt, months } from '../rules/consent.ts'
import { talentNotices } from '../schema/notices.ts'
import { profile } from '../tables.ts'
import { letters } from '../text/letters.ts'
import { eraseProfile } from './erase.ts'
import { type Row, renewCards } from './renew.ts'

type Tending = { readonly tx: Tx; readonly now: Date }
type Step = Exclude<Due, 'nothing'>

const steps: Record<Step, (tending: Tending, row: Row) => Promise<unknown>> = {
  remind: ({ tx, now }, row) => tx.update(profile, row, { remindedAt: now }),
  sleep: async ({ tx, now }, row) => {
    await tx.update(profile, row, { state: 'asleep', asleepAt: now })
    await renewCards(tx, [row.id])
  },
  erase: ({ tx, now }, row) => eraseProfile(tx, row, now),
}
const tell = (tx: Tx, step: Step, to: string) =>
  notify(tx, { to, kind: talentNotices.consent, ...letters[step], href: '/talents/mine' })

/** Every night: who has been silent for a year is reminded, then put to sleep, then erased. */
export const tendConsents = action({
  name: 'talents.tend-consents',
  about: profile,
  input: z.object({}),
  load: nothing,
  allow: policy.tend,
  async run({ tx, now, note }) {
    const tending = { tx, now }
    const done = { remind: 0, sleep: 0, erase: 0 }
    const silent = sql`${profile.consentedAt} <= ${addMonths(now, -months.silence)}`
    const rows = await tx.rows(narrow(policy.everyProfile(), silent), { orderBy: [profile.id] })
    for (const row of rows) {
      const due = dueAt(row, now)
      if (due === 'nothing') continue
      await steps[due](tending, row)
      await tell(tx, due, row.userId)
      done[due]++
    }
    note(done)
    return {}
  },
})
