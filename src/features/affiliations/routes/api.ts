import { z } from 'zod'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { byId } from '../../organisations/queries/organisation.ts'
import { doneShape } from '../../organisations/schema/answer.ts'
import { addPerson, changeRole, end } from '../actions/affiliations.ts'
import { acceptRequest, declineRequest, join, withdrawRequest } from '../actions/requests.ts'
import * as policy from '../policy.ts'
import { myAffiliations, peopleOf } from '../queries/people.ts'
import { requestsTo } from '../queries/requests.ts'
import { affiliationShape, requestShape } from '../schema.ts'

const idOnly = z.object({ id: z.uuid() })
const read = 'organisations:read' as const
const done = {
  scope: 'organisations:write' as const,
  response: doneShape,
  answer: ({ id }: { readonly id: string }) => ({ id }),
}
const own = affiliationShape
  .omit({ name: true, email: true })
  .extend({ organisationId: z.uuid(), slug: z.string(), displayName: z.string() })

export const affiliationApi: readonly Endpoint[] = [
  reads({
    path: '/my/organisations',
    summary: 'Where the owner of the token works and has worked',
    scope: read,
    response: z.object({ items: z.array(own) }),
    run: async ({ read, actor }) => ({
      items: (await myAffiliations(read, actor)).map((one) => own.parse(one)),
    }),
  }),
  reads({
    path: '/organisations/:id/people',
    summary: 'The people of an organisation: for its representatives and the team',
    scope: read,
    params: idOnly,
    response: z.object({ items: z.array(affiliationShape) }),
    run: async ({ read, actor, params }) => {
      const one = await byId(read, actor, params.id)
      if (!one || !policy.managePeople(actor, one)) return null
      return { items: (await peopleOf(read, actor, params.id)).map((one) => affiliationShape.parse(one)) }
    },
  }),
  reads({
    path: '/organisations/:id/join-requests',
    summary: 'Who waits to be known as one of its people: for its representatives and the team',
    scope: read,
    params: idOnly,
    response: z.object({ items: z.array(requestShape) }),
    run: async ({ read, actor, params }) => {
      const one = await byId(read, actor, params.id)
      if (!one || !policy.managePeople(actor, one)) return null
      const waiting = await requestsTo(read, actor, params.id)
      return { items: waiting.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })) }
    },
  }),
  writes({
    ...done,
    method: 'post',
    path: '/organisations/:id/join-requests',
    summary: 'Ask to join an organisation',
    action: join,
    params: idOnly,
    status: 201,
  }),
  writes({
    ...done,
    method: 'post',
    path: '/join-requests/:id/acceptance',
    summary: 'Accept a request',
    action: acceptRequest,
    params: idOnly,
  }),
  writes({
    ...done,
    method: 'post',
    path: '/join-requests/:id/refusal',
    summary: 'Decline a request',
    action: declineRequest,
    params: idOnly,
  }),
  writes({
    ...done,
    method: 'delete',
    path: '/join-requests/:id',
    summary: 'Withdraw one’s own request',
    action: withdrawRequest,
    params: idOnly,
  }),
  writes({
    ...done,
    method: 'post',
    path: '/organisations/:id/people',
    summary: 'Link a person by the address of their account',
    action: addPerson,
    params: idOnly,
    status: 201,
  }),
  writes({
    ...done,
    method: 'put',
    path: '/affiliations/:id',
    summary: 'Change the role of a person',
    action: changeRole,
    params: idOnly,
  }),
  writes({
    ...done,
    method: 'post',
    path: '/affiliations/:id/end',
    summary: 'End an affiliation, or leave',
    action: end,
    params: idOnly,
  }),
]
