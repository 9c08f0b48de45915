import { z } from 'zod'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { cursorOf, pageOf, pageQuery, placeOf } from '../../../web/cursor.ts'
import { applyImport, previewImport, undoImport, uploadImport } from '../actions/imports.ts'
import { acceptRequest, addPerson, changeRole, declineRequest, end, join, withdrawRequest } from '../actions/people.ts'
import { retireSector, reviveSector, saveSector } from '../actions/sectors.ts'
import * as policy from '../policy.ts'
import { importById, importLines, importList } from '../queries/imports.ts'
import { myAffiliations, peopleOf, requestsTo } from '../queries/people.ts'
import { affiliationShape, doneShape, importShape, lineShape, requestShape } from '../schema/answer.ts'
import { organisationBy } from './api.ts'

const idOnly = z.object({ id: z.uuid() })
const read = 'organisations:read' as const
const done = {
  scope: 'organisations:write' as const,
  response: doneShape,
  answer: ({ id }: { readonly id: string }) => ({ id }),
}
type Run = z.input<typeof importShape> & object
const runOf = ({ id, fileName, format, state, header, mapping, counts }: Run) => ({
  ...{ id, fileName, format, state, header, mapping, counts },
})
const run = { scope: 'organisations:write' as const, response: importShape, answer: (one: never) => runOf(one) }
const own = affiliationShape
  .omit({ name: true, email: true })
  .extend({ organisationId: z.uuid(), slug: z.string(), displayName: z.string() })

export const peopleApi: readonly Endpoint[] = [
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
      const one = await organisationBy(read, actor, params.id)
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
      const one = await organisationBy(read, actor, params.id)
      if (!one || !policy.managePeople(actor, one)) return null
      const waiting = await requestsTo(read, actor, params.id)
      return { items: waiting.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })) }
    },
  }),
  reads({
    path: '/organisation-imports',
    summary: 'Imported files: for the team',
    scope: read,
    response: z.object({ items: z.array(importShape.omit({ header: true, mapping: true })) }),
    run: async ({ read, actor }) =>
      policy.staffOnly(actor)
        ? {
            items: (await importList(read, actor)).map(({ id, fileName, format, state, counts }) => ({
              ...{ id, fileName, format, state, counts: counts as Record<string, number> },
            })),
          }
        : null,
  }),
  reads({
    path: '/organisation-imports/:id',
    summary: 'One imported file',
    scope: read,
    params: idOnly,
    response: importShape,
    run: async ({ read, actor, params }) => {
      const one = await importById(read, actor, params.id)
      return one && runOf(one as never)
    },
  }),
  reads({
    path: '/organisation-imports/:id/lines',
    summary: 'What each line of a file will do, or did',
    scope: read,
    params: idOnly,
    query: z.object(pageQuery),
    response: pageOf(lineShape),
    run: async ({ read, actor, params, query }) => {
      if (!(await importById(read, actor, params.id))) return null
      const offset = Number.parseInt(placeOf(query.cursor) ?? '0', 10) || 0
      const lines = await importLines(read, actor, { id: params.id, outcome: null, limit: query.limit + 1, offset })
      const items = lines.slice(0, query.limit).map((one) => lineShape.parse(one))
      return { items, next: lines.length > query.limit ? cursorOf(String(offset + query.limit)) : null }
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
  writes({ ...done, method: 'post', path: '/sectors', summary: 'Add a sector', action: saveSector, status: 201 }),
  writes({
    ...done,
    method: 'put',
    path: '/sectors/:id',
    summary: 'Change a sector',
    action: saveSector,
    params: idOnly,
  }),
  writes({
    ...done,
    method: 'delete',
    path: '/sectors/:id',
    summary: 'No longer offer a sector',
    action: retireSector,
    params: idOnly,
  }),
  writes({
    ...done,
    method: 'post',
    path: '/sectors/:id/revival',
    summary: 'Offer a sector again',
    action: reviveSector,
    params: idOnly,
  }),
  writes({
    ...run,
    method: 'post',
    path: '/organisation-imports',
    summary: 'Upload a CSV or XLSX file (base64)',
    action: uploadImport,
    status: 201,
  }),
  writes({
    ...run,
    method: 'put',
    path: '/organisation-imports/:id/mapping',
    summary: 'Say what the columns are, and preview',
    action: previewImport,
    params: idOnly,
  }),
  writes({
    ...run,
    method: 'post',
    path: '/organisation-imports/:id/application',
    summary: 'Apply what was previewed',
    action: applyImport,
    params: idOnly,
  }),
  writes({
    ...run,
    method: 'delete',
    path: '/organisation-imports/:id/application',
    summary: 'Undo an import',
    action: undoImport,
    params: idOnly,
  }),
]
