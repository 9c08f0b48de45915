import { z } from 'zod'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { confirmImport } from '../actions/confirm.ts'
import { createCv, createLink, deleteCv, revokeLink, saveCv } from '../actions/cvs.ts'
import { resumeOf } from '../actions/data.ts'
import { dropImport, importCv } from '../actions/imports.ts'
import { cvById, cvList, importById, linksOfCv } from '../queries/cvs.ts'
import { cvParts, designs, sourceKinds } from '../schema/cv.ts'
import { resumeShape } from '../schema/resume.ts'

const id = z.uuid()
const one = z.object({ id: z.string() })
const empty = z.object({})
const layout = z.object({
  parts: z.array(z.object({ part: z.enum(cvParts), shown: z.boolean(), order: z.array(id), hidden: z.array(id) })),
  contact: z.array(z.string()),
})
const cvShape = z.object({
  id,
  name: z.string(),
  title: z.string(),
  intro: z.string(),
  language: z.enum(['fr', 'en']),
  design: z.enum(designs),
  layout,
  changedAt: z.iso.datetime(),
})
type CvRow = Awaited<ReturnType<typeof createCv>>
const shown = (row: CvRow): z.input<typeof cvShape> => ({
  id: row.id,
  name: row.name,
  title: row.title,
  intro: row.intro,
  language: row.language,
  design: row.design,
  layout: {
    parts: row.layout.parts.map((part) => ({ ...part, order: [...part.order], hidden: [...part.hidden] })),
    contact: [...row.layout.contact],
  },
  changedAt: row.changedAt.toISOString(),
})
const linkShape = z.object({
  id,
  label: z.string(),
  state: z.enum(['open', 'ended', 'revoked']),
  endsOn: z.iso.date().nullable(),
  looks: z.int(),
})
const importShape = z.object({
  id,
  source: z.enum(sourceKinds),
  language: z.string().nullable(),
  proposals: z.array(z.looseObject({ key: z.string(), kind: z.string() })),
  dropped: z.array(z.string()),
})
type ImportRow = NonNullable<Awaited<ReturnType<typeof importById>>>
const shownImport = ({ id: own, source, language, proposals }: ImportRow): z.input<typeof importShape> => ({
  id: own,
  source,
  language,
  proposals: proposals.list.map((proposal) => ({ ...proposal })),
  dropped: [...proposals.dropped],
})

const scope = { read: 'cvs:read', write: 'cvs:write' } as const
/** One's own CVs, and what goes in and out of one's profile as a file. */
export const api: readonly Endpoint[] = [
  reads({
    path: '/cv',
    summary: 'Your CVs',
    scope: scope.read,
    response: z.object({ items: z.array(cvShape) }),
    run: async ({ read, actor }) => ({ items: (await cvList(read, actor, new Date())).map(shown) }),
  }),
  reads({
    path: '/cv/resume',
    summary: 'Your profile as JSON Resume 1.0',
    scope: scope.read,
    response: resumeShape,
    run: ({ read, actor, language }) => resumeOf(read, actor, language),
  }),
  reads({
    path: '/cv/:id',
    summary: 'One of your CVs: what it shows, in which order, language and design',
    scope: scope.read,
    params: one,
    response: cvShape,
    run: async ({ read, actor, params }) => {
      const row = await cvById(read, actor, params.id)
      return row && shown(row)
    },
  }),
  reads({
    path: '/cv/:id/links',
    summary: 'The secret links of a CV, and how often each was opened',
    scope: scope.read,
    params: one,
    response: z.object({ items: z.array(linkShape) }),
    run: async ({ read, actor, params }) => {
      const row = await cvById(read, actor, params.id)
      if (!row) return null
      const links = await linksOfCv(read, actor, row.id, new Date())
      return {
        items: links.map(({ id: own, label, state, endsOn, looks }) => ({ id: own, label, state, endsOn, looks })),
      }
    },
  }),
  reads({
    path: '/cv/import/:id',
    summary: 'What a file that you handed in proposes for your profile',
    scope: scope.read,
    params: one,
    response: importShape,
    run: async ({ read, actor, params }) => {
      const row = await importById(read, actor, params.id)
      return row && shownImport(row)
    },
  }),
  writes({
    method: 'post',
    path: '/cv',
    summary: 'Make a CV from your profile',
    scope: scope.write,
    action: createCv,
    status: 201,
    response: cvShape,
    answer: shown,
  }),
  writes({
    method: 'put',
    path: '/cv/:id',
    summary: 'Change what a CV shows, its order, language and design',
    scope: scope.write,
    action: saveCv,
    params: one,
    response: cvShape,
    answer: shown,
  }),
  writes({
    method: 'delete',
    path: '/cv/:id',
    summary: 'Delete a CV with its links',
    scope: scope.write,
    action: deleteCv,
    params: one,
    response: one,
    answer: ({ id: gone }: { id: string }) => ({ id: gone }),
  }),
  writes({
    method: 'post',
    path: '/cv/:id/links',
    summary: 'Make a secret link to a CV: its address is in this answer only',
    scope: scope.write,
    action: createLink,
    params: one,
    status: 201,
    response: z.object({ id, url: z.url() }),
    answer: ({ linkId, url }: { linkId: string; url: string }) => ({ id: linkId, url }),
  }),
  writes({
    method: 'delete',
    path: '/cv/:id/links/:linkId',
    summary: 'Revoke a secret link, at once',
    scope: scope.write,
    action: revokeLink,
    params: one.extend({ linkId: z.string() }),
    response: empty,
    answer: () => ({}),
  }),
  writes({
    method: 'post',
    path: '/cv/import',
    summary: 'Hand in a CV (PDF, DOCX, ODT, JSON Resume, Europass) and get what it proposes',
    scope: scope.write,
    action: importCv,
    status: 201,
    response: importShape,
    answer: shownImport,
  }),
  writes({
    method: 'post',
    path: '/cv/import/:id',
    summary: 'Take proposals into your profile: { items: { p0: { take: true } } }',
    scope: scope.write,
    action: confirmImport,
    params: one,
    response: z.object({ added: z.int(), completed: z.int() }),
    answer: ({ added, completed }: { added: number; completed: number }) => ({ added, completed }),
  }),
  writes({
    method: 'delete',
    path: '/cv/import/:id',
    summary: 'Set an import aside',
    scope: scope.write,
    action: dropImport,
    params: one,
    response: one,
    answer: ({ id: gone }: { id: string }) => ({ id: gone }),
  }),
]
