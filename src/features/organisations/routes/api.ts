import { z } from 'zod'
import type { Reader } from '../../../db/reader.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { sirenOf } from '../../../kernel/siren.ts'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { cursorOf, pageOf, pageQuery, placeOf } from '../../../web/cursor.ts'
import { removeLogo, setLogo } from '../actions/logo.ts'
import { merge } from '../actions/merge.ts'
import { archive, create, edit, propose, publish, refuse, restore, setHeadCounts } from '../actions/organisation.ts'
import * as policy from '../policy.ts'
import { type DirectoryRow, directory, sectorList } from '../queries/directory.ts'
import { duplicatesOf } from '../queries/duplicates.ts'
import { byId, bySlug, history, inState, type OrganisationRecord } from '../queries/organisation.ts'
import { logoPath } from '../rules/logo.ts'
import { historyShape, recordShape, rowShape, sectorShape, writtenShape } from '../schema/answer.ts'
import { directorySearch, duplicateQuery } from '../schema/input.ts'

const idOnly = z.object({ id: z.uuid() })
const idOrSlug = z.object({ id: z.string().max(200).describe('Identifier, or the name in the address') })
const read = 'organisations:read' as const
const write = 'organisations:write' as const

type Row = Pick<DirectoryRow, 'slug' | 'logoHash'>
const places = (row: Row, origin: string) => {
  const logo = logoPath(row)
  return { url: `${origin}/organisations/${row.slug}`, logo: logo ? origin + logo : null }
}
const recordOf = (one: OrganisationRecord, origin: string) => ({
  ...one,
  ...places(one, origin),
  changedAt: one.changedAt.toISOString(),
})
/** By its id or by its name in the address. */
export const organisationBy = (read: Reader, actor: Actor, key: string) =>
  z.uuid().safeParse(key).success ? byId(read, actor, key) : bySlug(read, actor, key)

type Written = { readonly id: string; readonly slug: string; readonly state: string }
const written = ({ id, slug, state }: Written, { origin }: { origin: string }) => ({
  id,
  slug,
  state,
  url: `${origin}/organisations/${slug}`,
})
const deed = { scope: write, response: writtenShape, answer: written } as const

const listQuery = directorySearch.extend(pageQuery)
/** The place in a list that is ordered by more than one column is its number. */
const offsetOf = (cursor: string | undefined) => Number.parseInt(placeOf(cursor) ?? '0', 10) || 0

export const organisationApi: readonly Endpoint[] = [
  reads({
    path: '/organisations',
    summary: 'The directory: search, filters (several values separated by commas), order',
    scope: read,
    query: listQuery,
    response: pageOf(rowShape).extend({ total: z.number(), corrected: z.string().nullable() }),
    run: async ({ read, query: { cursor, limit, ...search }, origin }) => {
      const offset = offsetOf(cursor)
      const { rows, total, corrected } = await directory(read, search, { limit, offset })
      const next = offset + rows.length < total ? cursorOf(String(offset + rows.length)) : null
      return { items: rows.map((row) => ({ ...row, ...places(row, origin) })), next, total, corrected }
    },
  }),
  reads({
    path: '/organisations/:id',
    summary: 'One organisation, with its establishments',
    scope: read,
    params: idOrSlug,
    response: recordShape,
    run: async ({ read, actor, params, origin }) => {
      const one = await organisationBy(read, actor, params.id)
      return one && recordShape.parse(recordOf(one, origin))
    },
  }),
  reads({
    path: '/organisations/:id/history',
    summary: 'What was done to an organisation: for its representatives and the team',
    scope: read,
    params: idOrSlug,
    response: z.object({ items: z.array(historyShape) }),
    run: async ({ read, actor, params }) => {
      const one = await organisationBy(read, actor, params.id)
      if (!one || !policy.seeHistory(actor, one)) return null
      const deeds = await history(read, actor, one.id)
      return {
        items: deeds.map(({ at, action, actorName, changes }) => ({
          at: at.toISOString(),
          action,
          by: actorName,
          changes: changes as never,
        })),
      }
    },
  }),
  reads({
    path: '/organisation-proposals',
    summary: 'Organisations that people have proposed and the team has not decided on: for the team',
    scope: read,
    response: z.object({ items: z.array(writtenShape) }),
    run: async ({ read, actor, origin }) => {
      if (!policy.staffOnly(actor)) return null
      return { items: (await inState(read, actor, 'proposed')).map((one) => written(one, { origin })) }
    },
  }),
  reads({
    path: '/organisation-duplicates',
    summary: 'Organisations that may be the one described',
    scope: read,
    query: duplicateQuery,
    response: z.object({ items: z.array(writtenShape.extend({ displayName: z.string(), likeness: z.string() })) }),
    run: async ({ read, actor, query, origin }) => {
      const { name, siren, website } = query
      const found = await duplicatesOf(read, actor, {
        legalName: name,
        displayName: name,
        siren: sirenOf(siren),
        registrationCountry: null,
        registrationNumber: null,
        website: website && !/^https?:/.test(website) ? `https://${website}` : website || null,
        email: null,
      })
      return { items: found.map((one) => ({ ...one, ...written(one, { origin }) })) }
    },
  }),
  reads({
    path: '/sectors',
    summary: 'The sectors',
    scope: read,
    response: z.object({ items: z.array(sectorShape) }),
    run: async ({ read }) => ({
      items: (await sectorList(read)).map(({ id, key, label, colour }) => ({ id, key, label, colour })),
    }),
  }),
  writes({
    ...deed,
    method: 'post',
    path: '/organisations',
    summary: 'Add an organisation',
    action: create,
    status: 201,
  }),
  writes({
    ...deed,
    method: 'post',
    path: '/organisation-proposals',
    summary: 'Propose an organisation',
    action: propose,
    status: 201,
  }),
  writes({
    ...deed,
    method: 'put',
    path: '/organisations/:id',
    summary: 'Replace what describes an organisation',
    action: edit,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'put',
    path: '/organisations/:id/head-counts',
    summary: 'Replace the head counts by year',
    action: setHeadCounts,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'put',
    path: '/organisations/:id/logo',
    summary: 'Set the logo (base64)',
    action: setLogo,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'delete',
    path: '/organisations/:id/logo',
    summary: 'Remove the logo',
    action: removeLogo,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'post',
    path: '/organisations/:id/publication',
    summary: 'Publish a proposed organisation',
    action: publish,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'post',
    path: '/organisations/:id/refusal',
    summary: 'Decline a proposed organisation',
    action: refuse,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'post',
    path: '/organisations/:id/archive',
    summary: 'Archive an organisation',
    action: archive,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'delete',
    path: '/organisations/:id/archive',
    summary: 'Publish an archived organisation again',
    action: restore,
    params: idOnly,
  }),
  writes({
    ...deed,
    method: 'post',
    path: '/organisations/:id/merges',
    summary: 'Merge another organisation (otherId) into this one',
    action: merge,
    params: idOnly,
  }),
]
