import { z } from 'zod'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { cut, pageOf, pageQuery, placeOf } from '../../../web/cursor.ts'
import { enterAll } from '../actions/bulk.ts'
import { applyImport, previewImport, undoImport, uploadImport } from '../actions/imports.ts'
import { confirm, decline, end, propose } from '../actions/sponsorship.ts'
import * as policy from '../policy.ts'
import { type ImportRun, importById, importLines } from '../queries/imports.ts'
import { doneShape, importShape, lineShape } from '../schema/answer.ts'
import { lineOutcomes } from '../schema/words.ts'

const idOnly = z.object({ id: z.uuid() })
const read = 'courses:read' as const
const write = 'courses:write' as const
const importOf = ({ id, fileName, format, state, header, mapping, counts }: ImportRun) => ({
  id,
  fileName,
  format,
  state,
  header,
  mapping: [...mapping],
  counts: counts as Record<string, number>,
})
const run = { scope: write, response: importShape, answer: importOf } as const
const done = { scope: write, response: doneShape, answer: ({ id }: { id: string }) => ({ id }) } as const

/** Sponsorships, and imports of files. */
export const courseWorkApi: readonly Endpoint[] = [
  writes({
    ...done,
    method: 'post',
    path: '/courses/:id/sponsorships',
    summary: 'Propose that an organisation sponsors a course',
    action: propose,
    params: idOnly,
    status: 201,
  }),
  writes({
    ...done,
    method: 'post',
    path: '/course-sponsorships/:id/confirmation',
    summary: 'Confirm a sponsorship that the other side has proposed',
    action: confirm,
    params: idOnly,
  }),
  writes({
    ...done,
    method: 'post',
    path: '/course-sponsorships/:id/refusal',
    summary: 'Decline a sponsorship that the other side has proposed',
    action: decline,
    params: idOnly,
  }),
  writes({
    ...done,
    method: 'post',
    path: '/course-sponsorships/:id/end',
    summary: 'End a sponsorship',
    action: end,
    params: idOnly,
  }),
  writes({
    method: 'post',
    path: '/course-entries',
    summary: 'Add many courses with their sponsors at once: for the team',
    scope: write,
    action: enterAll,
    status: 201,
    response: z.object({ count: z.number(), slugs: z.array(z.string()) }),
    answer: ({ count, slugs }: { count: number; slugs: string[] }) => ({ count, slugs }),
  }),
  reads({
    path: '/course-imports/:id',
    summary: 'One import: its columns, its state and its counts',
    scope: read,
    params: idOnly,
    response: importShape,
    run: async ({ read, actor, params }) => {
      const one = policy.staffOnly(actor) ? await importById(read, actor, params.id) : null
      return one && importOf(one)
    },
  }),
  reads({
    path: '/course-imports/:id/lines',
    summary: 'The lines of an import, with what each does or why it is refused',
    scope: read,
    params: idOnly,
    query: z.object({ ...pageQuery, outcome: z.enum(lineOutcomes).optional() }),
    response: pageOf(lineShape),
    run: async ({ read, actor, params, query: { cursor, limit, outcome = null } }) => {
      if (!policy.staffOnly(actor) || !(await importById(read, actor, params.id))) return null
      const offset = Number.parseInt(placeOf(cursor) ?? '0', 10) || 0
      const lines = await importLines(read, actor, { id: params.id, outcome, limit: limit + 1, offset })
      const { items, next } = cut(lines, limit, () => String(offset + limit))
      return { items: items as never, next }
    },
  }),
  writes({
    ...run,
    method: 'post',
    path: '/course-imports',
    summary: 'Upload a CSV or XLSX file (base64)',
    action: uploadImport,
    status: 201,
  }),
  writes({
    ...run,
    method: 'put',
    path: '/course-imports/:id/mapping',
    summary: 'Say what the columns are, and preview',
    action: previewImport,
    params: idOnly,
  }),
  writes({
    ...run,
    method: 'post',
    path: '/course-imports/:id/application',
    summary: 'Apply what was previewed',
    action: applyImport,
    params: idOnly,
  }),
  writes({
    ...run,
    method: 'delete',
    path: '/course-imports/:id/application',
    summary: 'Undo an import',
    action: undoImport,
    params: idOnly,
  }),
]
