import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { action } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import { dayOf } from '../../../kernel/days.ts'
import { owe, settle } from '../../followups/actions/owe.ts'
import { person, team } from '../../followups/schema.ts'
import * as policy from '../policy.ts'
import { isReviewNear, reviewDuty, reviewTitle } from '../rules/duties.ts'
import { reviewDue } from '../rules/publishing.ts'
import { occupation } from '../tables.ts'

/**
 * Every night: the owner of each sheet whose review comes near owes it, or the team where nobody keeps it. What an import has
 * reviewed meanwhile is owed no longer.
 */
export const remindReviews = action({
  name: 'occupations.remind-reviews',
  about: occupation,
  input: z.object({}),
  load: async () => ({}),
  allow: policy.remind,
  async run({ tx, actor, now, note }) {
    const today = dayOf(now)
    const own = and(eq(occupation.origin, 'own'), eq(occupation.state, 'published'))
    const sheets = await tx.rows(narrow(policy.allSheets(actor), own), { orderBy: [occupation.id] })
    let opened = 0
    for (const sheet of sheets) {
      const { id, slug, ownerId, reviewedOn, changedAt } = sheet
      const about = { table: occupation, id }
      if (!isReviewNear(reviewedOn, today)) {
        await settle(tx, { kind: reviewDuty, about, by: actor, now })
        continue
      }
      const made = await owe(tx, {
        kind: reviewDuty,
        about,
        debtor: ownerId ? person(ownerId) : team,
        creditor: team,
        title: reviewTitle(sheet),
        href: `/occupations/${slug}`,
        dueOn: reviewDue(reviewedOn) ?? dayOf(changedAt),
        deed: 'occupations.remind-reviews',
        by: actor,
        now,
        once: true,
      })
      if (made) opened += 1
    }
    note({ opened })
    return {}
  },
})
