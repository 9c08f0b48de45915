import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { duties } from '../../../web/duties.ts'
import * as policy from '../policy.ts'
import { followUp } from '../tables.ts'
import { inYear } from './lists.ts'

const fields = (today: Day) => {
  const settled = sql`${followUp.state} = 'settled' and ${inYear(today)}`
  return {
    open: sql<number>`(count(*) filter (where ${followUp.state} = 'open'))::int`,
    overdue: sql<number>`(count(*) filter (where ${followUp.state} = 'open' and ${followUp.dueOn} < ${today}))::int`,
    settled: sql<number>`(count(*) filter (where ${settled}))::int`,
    elsewhere: sql<number>`(count(*) filter (where ${followUp.state} = 'elsewhere' and ${inYear(today)}))::int`,
    byDigest: sql<number>`(count(*) filter (where ${settled} and ${followUp.thanksToDigest}))::int`,
    medianDays: sql<
      number | null
    >`(percentile_cont(0.5) within group (order by extract(epoch from ${followUp.closedAt} - ${followUp.openedAt}) / 86400)
      filter (where ${settled}))::float8`,
  }
}
const nobodys = { open: 0, overdue: 0, settled: 0, elsewhere: 0, byDigest: 0, medianDays: null }

/** What the team looks at: how much is open, how late, how long answers take, and whether reminding helps. Closed ones: of a year. */
export async function figures(read: Reader, actor: Actor, today: Day) {
  const every = policy.everyVisibleTo(actor)
  const counted = fields(today)
  const [[whole = nobodys], byKind, byOrganisation] = await Promise.all([
    read.select(counted).from(every),
    read
      .select({ kind: followUp.kind, ...counted })
      .from(every)
      .groupBy(followUp.kind)
      .orderBy(followUp.kind),
    read
      .select({ id: sql<string>`${followUp.debtorOrganisationId}`, ...counted })
      .from(narrow(every, sql`${followUp.debtorOrganisationId} is not null`))
      .groupBy(followUp.debtorOrganisationId)
      .orderBy(sql`2 desc, 3 desc`, followUp.debtorOrganisationId)
      .limit(50),
  ])
  const cards = byOrganisation.length
    ? await duties().cards(
        read,
        byOrganisation.map(({ id }) => id),
      )
    : []
  const names = new Map(cards.map(({ id, name }) => [id, name]))
  return { whole, byKind, byOrganisation: byOrganisation.map((row) => ({ ...row, name: names.get(row.id) ?? null })) }
}
export type Figures = Awaited<ReturnType<typeof figures>>

/** What calls for the telephone: past its escalation day, or late with nobody in the organisation who could do it. */
export const escalatedRows = (read: Reader, actor: Actor, today: Day) =>
  read.rows(
    narrow(
      policy.everyVisibleTo(actor),
      and(
        eq(followUp.state, 'open'),
        sql`(${followUp.escalatesOn} <= ${today} or (${followUp.dueOn} < ${today} and ${followUp.debtorKind} = 'organisation'))`,
      ),
    ),
    { orderBy: [followUp.dueOn, followUp.id], limit: 1000 },
  )
