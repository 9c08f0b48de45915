import { and, asc, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { exists, narrow } from '../../../db/scope.ts'
import type { Rhythm } from '../../../web/notice-kind.ts'
import * as policy from '../policy.ts'
import { longestWait } from '../rules/digest.ts'
import { noticeKinds } from '../schema.ts'
import { notice, noticeChoice } from '../tables.ts'

const chosen = (rhythms: readonly Rhythm[]): SQL =>
  exists(
    policy.everyChoice(),
    and(
      sql`${noticeChoice.accountId} = ${notice.accountId} and ${noticeChoice.kind} = ${notice.kind}`,
      inArray(noticeChoice.rhythm, [...rhythms]),
    ) as SQL,
  )
const hasChosen = exists(
  policy.everyChoice(),
  sql`${noticeChoice.accountId} = ${notice.accountId} and ${noticeChoice.kind} = ${notice.kind}`,
)
/** Whoever ended digests gets none, whatever the rhythm of a kind. */
const noDigests = exists(
  policy.everyChoice(),
  sql`${noticeChoice.accountId} = ${notice.accountId} and ${noticeChoice.kind} = ${noticeKinds.digest.kind}
    and ${noticeChoice.rhythm} = 'never'`,
)

/** Told, not read, not sent by mail yet, and to be sent at one of these rhythms. */
const pending = (rhythms: readonly Rhythm[], now: Date) =>
  narrow(
    policy.everyNotice(),
    and(
      isNull(notice.readAt),
      isNull(notice.mailedAt),
      sql`${notice.at} > ${new Date(now.getTime() - longestWait)}`,
      or(chosen(rhythms), and(sql`not ${hasChosen}`, inArray(notice.rhythm, [...rhythms]))),
      sql`not ${noDigests}`,
    ),
  )

export async function peopleWithNews(read: Reader, rhythms: readonly Rhythm[], now: Date): Promise<string[]> {
  const rows = await read
    .select({ id: notice.accountId })
    .from(pending(rhythms, now))
    .groupBy(notice.accountId)
    .orderBy(notice.accountId)
  return rows.map(({ id }) => id)
}

export const pendingNotices = (read: Reader, accountId: string, rhythms: readonly Rhythm[], now: Date) =>
  read
    .select({ id: notice.id, kind: notice.kind, title: notice.title, text: notice.text, href: notice.href })
    .from(narrow(pending(rhythms, now), sql`${notice.accountId} = ${accountId}`))
    .orderBy(asc(notice.at), asc(notice.id))
    .limit(200)
