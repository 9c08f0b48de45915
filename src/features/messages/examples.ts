import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from '../../db/action.ts'
import type { Context } from '../../db/context.ts'
import type { Tx } from '../../db/writer.ts'
import { type Actor, system } from '../../kernel/actor.ts'
import type { Rows, Stage } from '../../web/examples.ts'
import type { NoticeKind } from '../../web/notice-kind.ts'
import { openConversation } from './actions/conversations.ts'
import { reportToTeam } from './actions/deeds.ts'
import { notify } from './actions/notify.ts'
import * as policy from './policy.ts'
import { unsubscribePath } from './rules/tokens.ts'
import type { NewConversation } from './schema.ts'
import { conversation, notice, participant } from './tables.ts'

/** What a later feature does in a deed of its own: notify, openConversation, sayIn... */
export const inDeed = <Output>(context: Context, run: (tx: Tx) => Promise<Output>): Promise<Output> =>
  action({
    name: 'messages.example',
    about: conversation,
    input: z.object({}),
    load: nothing,
    allow: () => true,
    run: ({ tx }) => run(tx),
  })(context, {})

/** A kind of notice as a later feature declares it. */
export const exampleKind = (rhythm: NoticeKind['rhythm'] = 'at-once'): NoticeKind => ({
  kind: 'offers.expiring',
  label: (language) => (language === 'fr' ? 'Vos offres qui expirent' : 'Your offers that expire'),
  rhythm,
})

/** One person writes to another about a record. */
export const exampleConversation = (
  from: string,
  to: string,
  more: Partial<NewConversation> = {},
): NewConversation => ({
  subject: 'Un stage au printemps',
  about: {
    kind: 'talents.profile',
    id: '01900000-0000-7000-8000-000000000001',
    title: { fr: 'Profil de talent', en: 'Talent profile' },
    href: '/occupations',
  },
  openedBy: from,
  participants: [{ accountId: from, onBehalfOf: 'Studio Arpège' }, { accountId: to }],
  text: 'Bonjour, votre profil nous intéresse.',
  ...more,
})

export const openExample = (context: Context, from: string, to: string, more: Partial<NewConversation> = {}) =>
  inDeed(context, (tx) => openConversation(tx, exampleConversation(from, to, more)))

/** A conversation of two of the cast that was reported, and something one of them is told. */
export async function prepare({ context, actor, person, tx }: Stage): Promise<Rows> {
  const [one, other] = [await person('person'), await person('hr')]
  const talk = await openExample(context(await actor('hr')), other.id, one.id)
  const part = await tx.one(policy.participantsOf(talk.id), eq(participant.accountId, one.id))
  await reportToTeam(context(await actor('hr')), { id: talk.id, reason: 'À regarder.' })
  const telling = { to: one.id, kind: exampleKind('daily'), title: { fr: 'Une offre expire' }, href: '/occupations' }
  await inDeed(context(system), (deed) => notify(deed, telling))
  const told = await tx.one(policy.everyNotice(), eq(notice.kind, telling.kind.kind))
  const keys = await tx.rows(policy.keysOf([one.id]))
  return { conversation: talk, participant: part, notice: told, mailKey: keys[0] }
}
const talkPath =
  (more = '') =>
  ({ conversation: talk }: Rows) =>
    `/messages/${talk.id}${more}`
const endPath = ({ mailKey: { accountId, key } }: Rows) => unsubscribePath(accountId, 'messages.message', key)
export const examplePaths = {
  '/messages/:id': talkPath(),
  '/messages/:id/report': talkPath('/report'),
  '/messages/:id/leave': talkPath('/leave'),
  '/unsubscribe/:kind/:token': endPath,
}
const theirPart = ({ participant: part }: Rows) => part
const oneself = (_rows: Rows, { id }: Actor) => ({ accountId: id })
export const doors: Readonly<Record<string, (rows: Rows, actor: Actor) => object>> = {
  'messages.say': theirPart,
  'messages.markRead': theirPart,
  'messages.mute': theirPart,
  'messages.unmute': theirPart,
  'messages.leave': theirPart,
  'messages.close': theirPart,
  'messages.reopen': theirPart,
  'messages.report': theirPart,
  'messages.settleReport': ({ conversation: talk }) => talk,
  'messages.readNotice': ({ notice: told }) => told,
  'messages.readAllNotices': oneself,
  'messages.chooseRhythms': oneself,
  'messages.receiveMail': () => ({}),
  'messages.reviveAddress': (_rows, { email }) => ({ address: email }),
  'messages.requestAddress': (_rows, { id }) => ({ id }),
  'messages.confirmAddress': (_rows, { id }) => ({ id }),
  'messages.sendDigest': () => ({}),
  'messages.forgetOld': () => ({}),
  'messages.unsubscribe': () => ({}),
}
