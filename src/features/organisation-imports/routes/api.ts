import { z } from 'zod'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { cursorOf, pageOf, pageQuery, placeOf } from '../../../web/cursor.ts'
import { apply } from '../actions/apply.ts'
import { preview, upload } from '../actions/preview.ts'
import { undo } from '../actions/undo.ts'
import * as policy from '../policy.ts'
import { importById, importLines, importList } from '../queries/imports.ts'
import { importShape, lineShape } from '../schema.ts'

const idOnly = z.object({ id: z.uuid() })
const read = 'organisations:read' as const
type Run = z.input<typeof importShape> & object
const runOf = ({ id, fileName, format, state, header, mapping, counts }: Run) => ({
  ...{ id, fileName, format, state, header, mapping, counts },
})
const run = { scope: 'organisations:write' as const, response: importShape, answer: (one: never) => runOf(one) }

export const importApi: readonly Endpoint[] = [
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
    ...run,
    method: 'post',
    path: '/organisation-imports',
    summary: 'Upload a CSV or XLSX file (base64)',
    action: upload,
    status: 201,
  }),
  writes({
    ...run,
    method: 'put',
    path: '/organisation-imports/:id/mapping',
    summary: 'Say what the columns are, and preview',
    action: preview,
    params: idOnly,
  }),
  writes({
    ...run,
    method: 'post',
    path: '/organisation-imports/:id/application',
    summary: 'Apply what was previewed',
    action: apply,
    params: idOnly,
  }),
  writes({
    ...run,
    method: 'delete',
    path: '/organisation-imports/:id/application',
    summary: 'Undo an import',
    action: undo,
    params: idOnly,
  }),
]
