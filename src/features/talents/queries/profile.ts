import { and, desc, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { user } from '../../accounts/tables.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { cutFor, isPartSeen, isSeen, type Rank } from '../rules/cut.ts'
import type { Whole } from '../rules/whole.ts'
import { contact, look } from '../tables/dealings.ts'
import { photo, profile, talentFile } from '../tables.ts'
import { wholesOf } from './whole.ts'

async function loaded(read: Reader, actor: Actor, code: string): Promise<{ whole: Whole; rank: Rank } | null> {
  const row = await read.one(policy.visibleTo(actor), eq(profile.code, code))
  const rank = row ? policy.rankOf(actor, row) : null
  if (!row || rank === null) return null
  const [whole] = await wholesOf(read, [row])
  return whole ? { whole, rank } : null
}
/** The latest of the actor's own requests to a talent. */
const requestTo = async (read: Reader, actor: Actor, profileId: string) =>
  (
    await read.rows(policy.contactsFrom(actor), {
      where: eq(contact.profileId, profileId),
      orderBy: [desc(contact.createdAt), desc(contact.id)],
      limit: 1,
    })
  )[0] ?? null

/** Whether the person has told this reader who they are. */
const isRevealed = (read: Reader, actor: Actor, profileId: string) =>
  read
    .count(
      policy.contactsFrom(actor),
      and(eq(contact.profileId, profileId), sql`${contact.state} = 'accepted' and ${contact.reveals}`),
    )
    .then((count) => count > 0)

/** One profile, cut for its reader by the one rule that does so. */
export async function profileFor(read: Reader, actor: Actor, code: string) {
  const found = await loaded(read, actor, code)
  if (!found) return null
  const { whole, rank } = found
  const [revealed, request] = await Promise.all([isRevealed(read, actor, whole.id), requestTo(read, actor, whole.id)])
  return {
    shown: cutFor(whole, rank, revealed || rank === 4),
    rank,
    request,
    isOwn: rank === 4,
    mayAsk: policy.ask(actor, whole),
    leavesTrace: policy.leaveTrace(actor, whole),
  }
}
export type ProfileRecord = NonNullable<Awaited<ReturnType<typeof profileFor>>>

/** One's own profile as the readers of a rank see it. */
export async function previewFor(read: Reader, actor: Actor, rank: Rank) {
  const row = await read.one(policy.ownProfile(actor))
  const [whole] = row ? await wholesOf(read, [row]) : []
  return whole?.state === 'awake' && isSeen(whole, rank) ? cutFor(whole, rank, false) : null
}

/** Whether this reader's look of the day is noted already. */
export const hasLooked = async (read: Reader, actor: Actor, profileId: string, today: string) =>
  (await read.count(policy.looksBy(actor), and(eq(look.profileId, profileId), eq(look.lookedOn, today)))) > 0

/** A photo goes out only with the profile that shows it to this reader. */
export async function photoFor(read: Reader, actor: Actor, code: string) {
  const record = await profileFor(read, actor, code)
  if (!record?.shown.photoHash) return null
  return read.one(policy.partsOf(photo, [record.shown.id]))
}
/** The document behind a file of a profile, for readers who see that file. */
export async function fileFor(read: Reader, actor: Actor, code: string, id: string) {
  const record = await profileFor(read, actor, code)
  const file = record?.shown.files.find((one) => one.id === id)
  return file ? read.one(policy.partsOf(talentFile, [record?.shown.id ?? '']), eq(talentFile.id, id)) : null
}

const asked = {
  id: contact.id,
  profileId: contact.profileId,
  state: contact.state,
  alias: contact.alias,
  message: contact.message,
  answer: contact.answer,
  reveals: contact.reveals,
  createdAt: contact.createdAt,
  answeredAt: contact.answeredAt,
  conversationId: contact.conversationId,
}
/** Requests that came to one's own profile: who asks, for whom, in their words. */
export const contactsReceived = (read: Reader, actor: Actor) =>
  read
    .select({
      ...asked,
      from: sql<string | null>`${user.name}`,
      organisation: sql<string | null>`${organisation.displayName}`,
      organisationSlug: sql<string | null>`case when ${organisation.state} = 'published' then ${organisation.slug} end`,
    })
    .from(policy.contactsTo(actor))
    .leftJoin(policy.namesOfProfiles(), eq(user.id, contact.fromId))
    .leftJoin(policy.namedOrganisations(), eq(organisation.id, contact.organisationId))
    .orderBy(sql`(${contact.state} = 'waiting') desc`, desc(contact.createdAt), desc(contact.id))
    .limit(200)
export type ContactReceived = Awaited<ReturnType<typeof contactsReceived>>[number]

/** One's own requests. A talent who has said who they are is called by name and reached by their details. */
export async function contactsSent(read: Reader, actor: Actor) {
  const rows = await read
    .select(asked)
    .from(policy.contactsFrom(actor))
    .orderBy(desc(contact.createdAt), desc(contact.id))
    .limit(200)
  const visible = await read.rows(
    narrow(
      policy.visibleTo(actor),
      sql`${profile.id} = any(${sql.param(rows.map(({ profileId }) => profileId))}::uuid[])`,
    ),
  )
  const wholes = new Map((await wholesOf(read, visible)).map((whole) => [whole.id, whole]))
  return rows.map(({ profileId, ...row }) => {
    const whole = wholes.get(profileId)
    const rank = whole ? policy.rankOf(actor, whole) : null
    const shown = whole && rank ? cutFor(whole, rank, row.state === 'accepted' && row.reveals) : null
    return {
      ...row,
      code: shown?.code ?? null,
      name: shown?.name ?? null,
      email: shown?.email ?? '',
      phone: shown?.phone ?? '',
    }
  })
}
export type ContactSent = Awaited<ReturnType<typeof contactsSent>>[number]
export const waitingContacts = (read: Reader, actor: Actor) =>
  read.count(policy.contactsTo(actor), eq(contact.state, 'waiting'))

/** Which parts of one's own profile the readers of a rank see. */
export const seenParts = (whole: Whole, rank: Rank, all: readonly Parameters<typeof isPartSeen>[1][]) =>
  all.filter((part) => isPartSeen(whole, part, rank))
