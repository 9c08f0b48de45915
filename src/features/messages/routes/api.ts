import { z } from 'zod'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { cut, pageOf, pageQuery, placeOf } from '../../../web/cursor.ts'
import { rhythms } from '../../../web/notice-kind.ts'
import { reviveAddress } from '../actions/addresses.ts'
import { close, leave, markRead, mute, reopen, reportToTeam, say, settleReport, unmute } from '../actions/deeds.ts'
import { chooseRhythms, readAllNotices, readNotice } from '../actions/notices.ts'
import * as policy from '../policy.ts'
import { deadAddresses } from '../queries/addresses.ts'
import {
  conversationStates,
  conversations,
  conversationWith,
  type Participant,
  reportedConversations,
} from '../queries/conversations.ts'
import { notices, ownChoices } from '../queries/notices.ts'

const rhythm = z.enum(rhythms)
const reading = 'messages:read' as const
const writing = 'messages:write' as const
const idOnly = z.object({ id: z.uuid() })
const localised = z.object({ fr: z.string(), en: z.string().optional() })
const moment = z.string().nullable()
const iso = (at: Date | null) => at?.toISOString() ?? null

const personShape = z.object({
  /** Null: somebody who has left the site. Under an alias: the alias. */
  name: z.string().nullable(),
  isAlias: z.boolean(),
  isSelf: z.boolean(),
  onBehalfOf: z.string().nullable(),
})
const personOf = ({ name, isHidden, isSelf, onBehalfOf }: Participant) => ({
  name,
  isAlias: isHidden,
  isSelf,
  onBehalfOf,
})
const lineShape = z.object({
  id: z.uuid(),
  subject: z.string(),
  about: localised.nullable(),
  lastAt: z.string(),
  closedAt: moment,
  mutedAt: moment,
  isUnread: z.boolean(),
  others: z.array(personShape),
})
/** Lists that change under the reader are walked through by place: the cursor is how many have been read. */
const windowOf = ({ cursor, limit }: { cursor?: string | undefined; limit: number }) => {
  const offset = Number(placeOf(cursor) ?? 0)
  return { limit: limit + 1, offset: Number.isSafeInteger(offset) && offset > 0 ? offset : 0 }
}
const cutAt = <Row>(rows: readonly Row[], limit: number, offset: number) =>
  cut(rows, limit, () => String(offset + limit))
const nothingAsked = { filters: new URLSearchParams(), sort: '' }

const conversationReads: readonly Endpoint[] = [
  reads({
    path: '/messages',
    summary: 'Conversations of the owner of the token, those with something unread first',
    scope: reading,
    query: z.object({
      ...pageQuery,
      q: z.string().max(200).default(''),
      state: z.enum(conversationStates as [string, ...string[]]).optional(),
    }),
    response: pageOf(lineShape),
    run: async ({ read, actor, query }) => {
      if (!actor.id) return null
      const { limit, offset } = windowOf(query)
      const filters = new URLSearchParams(query.state ? { state: query.state } : {})
      const { rows } = await conversations(read, actor, { q: query.q, filters, sort: 'unread' }, { limit, offset })
      const { items, next } = cutAt(rows, query.limit, offset)
      return {
        items: items.map(({ id, subject, aboutTitle, lastAt, closedAt, mutedAt, isUnread, others }) => ({
          ...{ id, subject, about: aboutTitle, lastAt: lastAt.toISOString(), isUnread },
          ...{ closedAt: iso(closedAt), mutedAt: iso(mutedAt), others: others.map(personOf) },
        })),
        next,
      }
    },
  }),
  reads({
    path: '/messages/:id',
    summary: 'One conversation with its latest messages, or those before a moment',
    scope: reading,
    params: idOnly,
    query: z.object({ before: z.iso.datetime().optional() }),
    response: z.object({
      id: z.uuid(),
      subject: z.string(),
      about: localised.nullable(),
      openedAt: z.string(),
      closedAt: moment,
      people: z.array(personShape),
      messages: z.array(z.object({ id: z.uuid(), from: personShape.nullable(), text: z.string(), at: z.string() })),
      hasOlder: z.boolean(),
    }),
    run: async ({ read, actor, params, query }) => {
      const found = await conversationWith(read, actor, params.id, query.before ? new Date(query.before) : null)
      if (!found) return null
      const { talk, everybody, messages, hasOlder } = found
      const author = (id: string) => {
        const one = everybody.find((person) => person.id === id)
        return one ? personOf(one) : null
      }
      return {
        ...{ id: talk.id, subject: talk.subject, about: talk.aboutTitle, hasOlder },
        ...{ openedAt: talk.openedAt.toISOString(), closedAt: iso(talk.closedAt), people: everybody.map(personOf) },
        messages: messages.map(({ id, authorId, text, at }) => ({
          ...{ id, from: author(authorId), text, at: at.toISOString() },
        })),
      }
    },
  }),
  reads({
    path: '/message-reports',
    summary: 'Conversations that somebody asks the team to look at: for the team',
    scope: reading,
    query: z.object(pageQuery),
    response: pageOf(
      z.object({
        conversationId: z.uuid(),
        subject: z.string(),
        reason: z.string(),
        at: z.string(),
        settledAt: moment,
      }),
    ),
    run: async ({ read, actor, query }) => {
      if (!policy.seeReports(actor)) return null
      const { limit, offset } = windowOf(query)
      const { rows } = await reportedConversations(read, actor, '', { limit, offset })
      const { items, next } = cutAt(rows, query.limit, offset)
      return {
        items: items.map(({ conversationId, subject, reason, at, settledAt }) => ({
          ...{ conversationId, subject, reason, at: at.toISOString(), settledAt: iso(settledAt) },
        })),
        next,
      }
    },
  }),
  reads({
    path: '/dead-addresses',
    summary: 'Addresses to which nothing is sent any more: for the team',
    scope: reading,
    query: z.object(pageQuery),
    response: pageOf(
      z.object({ address: z.string(), since: z.string(), reason: z.string(), accountId: z.uuid().nullable() }),
    ),
    run: async ({ read, actor, query }) => {
      if (!policy.seeAddresses(actor)) return null
      const { limit, offset } = windowOf(query)
      const { rows } = await deadAddresses(read, actor, '', { limit, offset })
      const { items, next } = cutAt(rows, query.limit, offset)
      return {
        items: items.map(({ address, since, reason, accountId }) => ({
          ...{ address, since: since.toISOString(), reason, accountId },
        })),
        next,
      }
    },
  }),
]

const noticeReads: readonly Endpoint[] = [
  reads({
    path: '/notices',
    summary: 'What the owner of the token has been told, the latest first',
    scope: reading,
    query: z.object(pageQuery),
    response: pageOf(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        title: localised,
        text: localised,
        url: z.string(),
        at: z.string(),
        readAt: moment,
      }),
    ),
    run: async ({ read, actor, language, query, origin }) => {
      if (!actor.id) return null
      const { limit, offset } = windowOf(query)
      const { rows } = await notices(read, actor, { q: '', ...nothingAsked }, language, { limit, offset })
      const { items, next } = cutAt(rows, query.limit, offset)
      return {
        items: items.map(({ id, kind, title, text, href, at, readAt }) => ({
          ...{ id, kind, title, text, url: origin + href, at: at.toISOString(), readAt: iso(readAt) },
        })),
        next,
      }
    },
  }),
  reads({
    path: '/notice-choices',
    summary: 'How often each kind of notice comes by mail, where the owner of the token has chosen',
    scope: reading,
    response: z.object({ rhythms: z.record(z.string(), rhythm) }),
    run: async ({ read, actor }) => (actor.id ? { rhythms: Object.fromEntries(await ownChoices(read, actor)) } : null),
  }),
]

const answer = ({ id }: { readonly id: string }) => ({ id })
const done = { method: 'post' as const, scope: writing, params: idOnly, response: idOnly, answer }
const counted = { scope: writing, response: z.object({ count: z.number().int() }) }
const countOf = ({ count }: { readonly count: number }) => ({ count })

export const messagesApi: readonly Endpoint[] = [
  ...conversationReads,
  ...noticeReads,
  writes({
    ...done,
    path: '/messages/:id',
    summary: 'Says something in a conversation',
    action: say,
    body: z.object({ text: z.string() }),
  }),
  writes({ ...done, path: '/messages/:id/read', summary: 'Marks a conversation as read', action: markRead }),
  writes({ ...done, path: '/messages/:id/mute', summary: 'Is told of its answers no more', action: mute }),
  writes({ ...done, path: '/messages/:id/unmute', summary: 'Is told of its answers again', action: unmute }),
  writes({ ...done, path: '/messages/:id/close', summary: 'Ends a conversation', action: close }),
  writes({ ...done, path: '/messages/:id/reopen', summary: 'Opens it again', action: reopen }),
  writes({ ...done, path: '/messages/:id/leave', summary: 'Leaves it for good', action: leave }),
  writes({
    ...done,
    path: '/messages/:id/report',
    summary: 'Asks the team to look at it',
    action: reportToTeam,
    body: z.object({ reason: z.string() }),
  }),
  writes({
    ...done,
    path: '/messages/:id/settle',
    summary: 'The team has looked at it, and may end it',
    action: settleReport,
    body: z.object({ close: z.boolean().optional() }),
  }),
  writes({ ...done, path: '/notices/:id/read', summary: 'Marks a notice as read', action: readNotice }),
  writes({
    ...counted,
    method: 'post',
    path: '/notices/read',
    summary: 'Marks all notices as read',
    action: readAllNotices,
    answer: countOf,
  }),
  writes({
    ...counted,
    method: 'put',
    path: '/notice-choices',
    summary: 'Chooses how often kinds of notices come by mail',
    action: chooseRhythms,
    body: z.object({ rhythms: z.record(z.string(), rhythm) }),
    answer: countOf,
  }),
  // A new address is asked for on the page only: no token may take an account over.
  writes({
    ...{ method: 'post', scope: writing, path: '/dead-addresses/works', action: reviveAddress },
    summary: 'An address works again: one’s own, or any for the team',
    body: z.object({ address: z.string() }),
    response: z.object({ address: z.string() }),
    answer: ({ address }: { readonly address: string }) => ({ address }),
  }),
]
