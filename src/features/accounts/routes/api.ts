import { z } from 'zod'
import { outboxStates } from '../../../db/tables.ts'
import { type Actor, roles } from '../../../kernel/actor.ts'
import { Forbidden } from '../../../kernel/errors.ts'
import { languages } from '../../../kernel/language.ts'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { cursorOf, pageOf, pageQuery, placeOf } from '../../../web/cursor.ts'
import { invite, resendInvitation, withdrawInvitation } from '../actions/invitations.ts'
import { resendMail } from '../actions/outbox.ts'
import { changeRole } from '../actions/people.ts'
import { changeProfile, giveConsent, withdrawConsent } from '../actions/profile.ts'
import * as policy from '../policy.ts'
import { mails } from '../queries/mails.ts'
import { ownAccount, ownConsents } from '../queries/own.ts'
import { invitations, people, personById } from '../queries/people.ts'
import { invitationState } from '../rules/standing.ts'
import { consentInput, inviteInput, profileInput, roleInput } from '../schema.ts'

const read = 'accounts:read' as const
const write = 'accounts:write' as const
const idOnly = z.object({ id: z.uuid() })
const done = { scope: write, response: idOnly, answer: ({ id }: { readonly id: string }) => ({ id }) }
const moment = z.iso.datetime()
const personShape = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  role: z.enum(roles),
  headline: z.string(),
  city: z.string(),
  createdAt: moment,
})
const profileShape = personShape.extend({ bio: z.string(), language: z.enum(languages) })
const invitationShape = z.object({
  id: z.uuid(),
  email: z.string().nullable(),
  name: z.string(),
  role: z.enum(roles),
  state: z.enum(['open', 'accepted', 'withdrawn', 'expired']),
  sentAt: moment,
  expiresAt: moment,
  inviter: z.string().nullable(),
})
const consentShape = z.object({
  kind: z.string(),
  version: z.string(),
  givenAt: moment,
  withdrawnAt: moment.nullable(),
})
const mailShape = z.object({
  id: z.uuid(),
  recipient: z.string(),
  subject: z.string(),
  state: z.enum(outboxStates),
  createdAt: moment,
  sentAt: moment.nullable(),
})
const written = (time: Date | null) => time?.toISOString() ?? null

function need(allow: (actor: Actor) => boolean, actor: Actor) {
  if (!allow(actor)) throw new Forbidden()
}
type Asked = { readonly cursor?: string | undefined; readonly limit: number }
type Step = { readonly limit: number; readonly offset: number }
/** A list that is read by offset, as the pages read it, one page after another. */
async function paged<Row, Item>(
  { cursor, limit }: Asked,
  rowsAt: (step: Step) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>,
  itemOf: (row: Row) => Item,
) {
  const offset = Number.parseInt(placeOf(cursor) ?? '0', 10) || 0
  const { rows, total } = await rowsAt({ limit, offset })
  const next = offset + limit < total ? cursorOf(String(offset + limit)) : null
  return { items: rows.map(itemOf), next }
}
const filtersOf = (values: Readonly<Record<string, string | undefined>>) =>
  new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])))

const own: readonly Endpoint[] = [
  reads({
    path: '/account',
    summary: 'The account of the owner of the token',
    scope: read,
    response: profileShape,
    run: async ({ read, actor }) => {
      const account = await ownAccount(read, actor)
      return account && { ...account, createdAt: account.createdAt.toISOString() }
    },
  }),
  writes({
    ...done,
    method: 'put',
    path: '/account',
    summary: 'Change one’s own profile',
    action: changeProfile,
    body: profileInput,
  }),
  reads({
    path: '/account/consents',
    summary: 'What the owner of the token has agreed to, and withdrawn',
    scope: read,
    response: z.object({ items: z.array(consentShape) }),
    run: async ({ read, actor }) => ({
      items: (await ownConsents(read, actor)).map(({ kind, version, givenAt, withdrawnAt }) => ({
        ...{ kind, version },
        givenAt: givenAt.toISOString(),
        withdrawnAt: written(withdrawnAt),
      })),
    }),
  }),
  writes({
    ...done,
    method: 'put',
    path: '/account/consents/:kind',
    summary: 'Agree to the wording of today',
    action: giveConsent,
    params: consentInput,
  }),
  writes({
    ...done,
    method: 'delete',
    path: '/account/consents/:kind',
    summary: 'Withdraw a consent',
    action: withdrawConsent,
    params: consentInput,
  }),
]

const team: readonly Endpoint[] = [
  reads({
    path: '/accounts',
    summary: 'People with an account: for the team',
    scope: read,
    query: z.object({ ...pageQuery, q: z.string().max(200).default(''), role: z.enum(roles).optional() }),
    response: pageOf(personShape),
    run: async ({ read, actor, query: { q, role, ...page } }) => {
      need(policy.seePeople, actor)
      return paged(
        page,
        (step) => people(read, actor, { q, filters: filtersOf({ role }), sort: 'name' }, step),
        (person) => ({ ...person, createdAt: person.createdAt.toISOString() }),
      )
    },
  }),
  reads({
    path: '/accounts/:id',
    summary: 'One person: for the team, and oneself',
    scope: read,
    params: idOnly,
    response: profileShape,
    run: async ({ read, actor, params }) => {
      const person = await personById(read, actor, params.id)
      return person && { ...person, createdAt: person.createdAt.toISOString() }
    },
  }),
  writes({
    ...done,
    method: 'put',
    path: '/accounts/:id/role',
    summary: 'Change somebody’s role: for administrators',
    action: changeRole,
    params: idOnly,
    body: roleInput.omit({ id: true }),
  }),
  reads({
    path: '/account-invitations',
    summary: 'Invitations, the latest first: for the team',
    scope: read,
    query: z.object({ ...pageQuery, state: z.enum(['open', 'accepted', 'withdrawn', 'expired']).optional() }),
    response: pageOf(invitationShape),
    run: async ({ read, actor, query: { state, ...page } }) => {
      need(policy.invite, actor)
      const now = new Date()
      return paged(
        page,
        (step) => invitations(read, actor, { q: '', filters: filtersOf({ state }), sort: '' }, now, step),
        (row) => ({
          ...row,
          state: invitationState(row, now),
          sentAt: row.sentAt.toISOString(),
          expiresAt: row.expiresAt.toISOString(),
        }),
      )
    },
  }),
  writes({
    ...done,
    method: 'post',
    path: '/account-invitations',
    summary: 'Invite somebody to open an account with a role',
    action: invite,
    body: inviteInput,
    status: 201,
  }),
  writes({
    ...done,
    method: 'post',
    path: '/account-invitations/:id/deliveries',
    summary: 'Send an invitation again, with a new link',
    action: resendInvitation,
    params: idOnly,
  }),
  writes({
    ...done,
    method: 'delete',
    path: '/account-invitations/:id',
    summary: 'Withdraw an invitation: its link ends',
    action: withdrawInvitation,
    params: idOnly,
  }),
  reads({
    path: '/mails',
    summary: 'What the service has written, the latest first, without the texts: for the team',
    scope: read,
    query: z.object({ ...pageQuery, state: z.enum(outboxStates).optional() }),
    response: pageOf(mailShape),
    run: async ({ read, actor, query: { state, ...page } }) => {
      need(policy.seeMails, actor)
      return paged(
        page,
        ({ limit, offset }) => mails(read, actor, { q: '', filters: filtersOf({ state }), sort: '' }, limit, offset),
        (mail) => ({ ...mail, createdAt: mail.createdAt.toISOString(), sentAt: written(mail.sentAt) }),
      )
    },
  }),
  writes({
    ...done,
    method: 'post',
    path: '/mails/:id/attempts',
    summary: 'Put a mail that has not left on its way again',
    action: resendMail,
    params: idOnly,
  }),
]

export const accountsApi: readonly Endpoint[] = [...own, ...team]
