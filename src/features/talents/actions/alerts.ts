import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { notify } from '../../messages/actions/notify.ts'
import * as policy from '../policy.ts'
import { foundIds } from '../queries/list.ts'
import { actorOf } from '../queries/people.ts'
import { searchIn } from '../rules/saved.ts'
import { talentNotices } from '../schema/notices.ts'
import { foundAlready, savedSearch } from '../tables/dealings.ts'
import { letters } from '../text/letters.ts'

type Row = typeof savedSearch.$inferSelect
const mostCompared = 1000

/** What a saved search finds now that it had not found before, and keeps it in mind. */
export async function rememberFound(tx: Tx, actor: Actor, row: Row, now: Date): Promise<number> {
  const ids = await foundIds(tx, actor, { search: searchIn(row.asked), today: dayOf(now) }, mostCompared)
  const known = await tx.rows(policy.foundBy(row.id))
  const before = new Set(known.map(({ profileId }) => profileId))
  const fresh = ids.filter((id) => !before.has(id))
  await tx.insertAll(
    foundAlready,
    fresh.map((profileId) => ({ searchId: row.id, profileId })),
    'skip',
  )
  return fresh.length
}

/** Every morning: whose saved searches find somebody new. */
export const sendAlerts = action({
  name: 'talents.send-alerts',
  about: savedSearch,
  input: z.object({}),
  load: nothing,
  allow: policy.tend,
  async run({ tx, now, note }) {
    let sent = 0
    for (const row of await tx.rows(policy.everySearch(), {
      where: eq(savedSearch.alert, true),
      orderBy: [savedSearch.id],
    })) {
      const actor = await actorOf(tx, row.userId, now)
      if (!actor || !policy.recruit(actor)) continue
      const count = await rememberFound(tx, actor, row, now)
      if (count === 0) continue
      sent++
      await notify(tx, {
        to: row.userId,
        kind: talentNotices.alert,
        ...letters.alert(row.name, count),
        href: `/talents${row.asked ? `?${row.asked}` : ''}`,
        about: { kind: 'talents.search', id: row.id },
      })
    }
    note({ sent })
    return {}
  },
})
