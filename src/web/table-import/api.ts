import { z } from 'zod'
import type { AnyAction } from '../../db/action.ts'
import type { Context } from '../../db/context.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { ImportLine, ImportRun } from '../../kernel/table-import.ts'
import { type Endpoint, reads, type TokenScope, writes } from '../api.ts'
import { cut, pageOf, pageQuery, placeOf } from '../cursor.ts'
import type { ImportQueries } from './queries.ts'
import { importShape } from './shapes.ts'

type Perform = AnyAction & ((context: Context, raw: unknown) => Promise<unknown>)
type Means<Run extends ImportRun, Line extends ImportLine, Outcome extends string> = {
  /** '/organisation-imports' */
  readonly path: string
  readonly read: TokenScope
  readonly write: TokenScope
  readonly allow: (actor: Actor) => boolean
  readonly queries: ImportQueries<Run, Line, Outcome>
  readonly outcomes: readonly [Outcome, ...Outcome[]]
  readonly lineShape: z.ZodType
  readonly deeds: Readonly<Record<'upload' | 'preview' | 'apply' | 'undo', Perform>>
}
const idOnly = z.object({ id: z.uuid() })
const listed = importShape.omit({ header: true, mapping: true })
const answer = (run: ImportRun) => importShape.parse(run)

/** The same import as JSON: what the pages show, and the four deeds. */
export function importApi<Run extends ImportRun, Line extends ImportLine, Outcome extends string>(
  means: Means<Run, Line, Outcome>,
): readonly Endpoint[] {
  const { path, allow, queries, outcomes, lineShape, deeds } = means
  const asks = { scope: means.read, params: idOnly }
  const does = { scope: means.write, response: importShape, answer }
  return [
    reads({
      path,
      summary: 'Imported files: for the team',
      scope: means.read,
      response: z.object({ items: z.array(listed) }),
      run: async ({ read, actor }) =>
        allow(actor) ? { items: (await queries.list(read, actor)).map((one) => listed.parse(one)) } : null,
    }),
    reads({
      ...asks,
      path: `${path}/:id`,
      summary: 'One imported file',
      response: importShape,
      run: async ({ read, actor, params }) => {
        const one = await queries.byId(read, actor, params.id)
        return one && answer(one)
      },
    }),
    reads({
      ...asks,
      path: `${path}/:id/lines`,
      summary: 'What each line of a file will do, or did',
      query: z.object({ ...pageQuery, outcome: z.enum(outcomes).optional() }),
      response: pageOf(lineShape),
      run: async ({ read, actor, params, query: { cursor, limit, outcome } }) => {
        if (!(await queries.byId(read, actor, params.id))) return null
        const offset = Number.parseInt(placeOf(cursor) ?? '0', 10) || 0
        const which = { id: params.id, outcome: (outcome ?? null) as Outcome | null, limit: limit + 1, offset }
        const lines = (await queries.lines(read, actor, which)).map((one) => lineShape.parse(one))
        return cut(lines, limit, () => String(offset + limit))
      },
    }),
    writes({
      ...does,
      method: 'post',
      path,
      summary: 'Upload a CSV or XLSX file (base64)',
      action: deeds.upload,
      status: 201,
    }),
    writes({
      ...does,
      method: 'put',
      path: `${path}/:id/mapping`,
      summary: 'Say what the columns are, and preview',
      action: deeds.preview,
      params: idOnly,
    }),
    writes({
      ...does,
      method: 'post',
      path: `${path}/:id/application`,
      summary: 'Apply what was previewed',
      action: deeds.apply,
      params: idOnly,
    }),
    writes({
      ...does,
      method: 'delete',
      path: `${path}/:id/application`,
      summary: 'Undo an import',
      action: deeds.undo,
      params: idOnly,
    }),
  ]
}
