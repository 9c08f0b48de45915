import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Context } from '../../db/context.ts'
import type { Actor } from '../../kernel/actor.ts'
import { Refused } from '../../kernel/errors.ts'
import type { Language } from '../../kernel/language.ts'
import type { ImportLine, ImportRun } from '../../kernel/table-import.ts'
import type { Option } from '../../ui/form/choices.tsx'
import { blank, type Draft } from '../../ui/form.tsx'
import type { Page } from '../../ui/page.ts'
import { ImportsPage, UndoPage, UploadPage } from '../../ui/table-import/files.tsx'
import { MappingPage } from '../../ui/table-import/mapping.tsx'
import type { ImportPlace } from '../../ui/table-import/place.tsx'
import { type LineWords, linesPerPage, PreviewPage } from '../../ui/table-import/preview.tsx'
import { text } from '../../ui/table-import/text.ts'
import type { Env } from '../env.ts'
import { found, goTo, idAt, need, routes, show, submit, type Web } from '../routing.tsx'
import type { ImportQueries } from './queries.ts'

type Deed<Output> = (context: Context, raw: unknown) => Promise<Output>
/** The four deeds of an import: actions of the feature. */
export type ImportDeeds = {
  readonly upload: Deed<{ readonly id: string }>
  readonly preview: Deed<object>
  readonly apply: Deed<Pick<ImportRun, 'counts'>>
  readonly undo: Deed<object>
}
/** What a feature brings for its imports to have pages. */
export type ImportPages<Run extends ImportRun, Line extends ImportLine, Outcome extends string> = {
  readonly list: string
  readonly allow: (actor: Actor) => boolean
  readonly outcomes: readonly Outcome[]
  readonly place: (language: Language) => ImportPlace
  readonly queries: ImportQueries<Run, Line, Outcome>
  readonly deeds: ImportDeeds
  /** What a column can be. */
  readonly options: (page: Page, run: Run) => readonly Option[]
  /** Questions about all lines, with the answers that the import has. */
  readonly questions?: {
    readonly view: (page: Page, draft: Draft) => Child
    readonly values: (run: Run) => Readonly<Record<string, unknown>>
  }
  readonly words: (c: Web, run: Run) => Promise<LineWords<Line>>
  /** What else is to be known of a previewed import. */
  readonly notices?: (page: Page, run: Run) => Child
}

function pagesOf<Run extends ImportRun, Line extends ImportLine, Outcome extends string>(
  means: ImportPages<Run, Line, Outcome>,
) {
  const { allow, outcomes, queries, questions } = means
  const shown = (c: Web) => ({ page: c.var.page, place: means.place(c.var.page.language) })
  async function runAt(c: Web) {
    need(c, allow, {})
    return found(await queries.byId(c.var.read, c.var.page.actor, idAt(c)))
  }
  async function mapping(c: Web, draft?: Draft) {
    const run = await runAt(c)
    const { read, page } = c.var
    const [first, lines] = await Promise.all([
      queries.first(read, page.actor, run.id),
      queries.count(read, page.actor, run.id),
    ])
    const columns = Object.fromEntries(run.mapping.map((field, place) => [`column${place}`, field ?? '']))
    const filled = draft ?? { values: { mapping: columns, ...questions?.values(run) }, errors: {} }
    const examples = first.map(({ cells }) => cells)
    const options = means.options(page, run)
    return (
      <MappingPage {...shown(c)} draft={filled} run={run} options={options} examples={examples} lines={lines}>
        {questions?.view(page, filled)}
      </MappingPage>
    )
  }
  async function preview(c: Web, refusal: string | null = null) {
    const run = await runAt(c)
    const { read, page } = c.var
    const asked = page.query.get('outcome')
    const filled = outcomes.find((one) => (run.counts[one] ?? 0) > 0) ?? outcomes[0]
    const outcome = outcomes.find((one) => one === asked) ?? filled
    const current = Math.max(1, Math.min(1000, Math.trunc(Number(page.query.get('page'))) || 1))
    const which = { id: run.id, outcome: outcome ?? null, limit: linesPerPage, offset: (current - 1) * linesPerPage }
    const [lines, words] = await Promise.all([queries.lines(read, page.actor, which), means.words(c, run)])
    const said = { run, outcome: outcome ?? '', lines, words, refusal, current }
    return (
      <PreviewPage {...shown(c)} {...said}>
        {run.state === 'previewed' && means.notices?.(page, run)}
      </PreviewPage>
    )
  }
  return { shown, runAt, mapping, preview }
}

/** The pages of an import: list, upload, columns, preview, result, undo. */
export function importRoutes<Run extends ImportRun, Line extends ImportLine, Outcome extends string>(
  means: ImportPages<Run, Line, Outcome>,
): Hono<Env> {
  const { list, allow, queries, deeds } = means
  const { shown, runAt, mapping, preview } = pagesOf(means)
  const at = (id: string) => `${list}/${id}`
  return routes()
    .get(list, async (c) => {
      need(c, allow, {})
      return show(c, <ImportsPage {...shown(c)} imports={await queries.list(c.var.read, c.var.page.actor)} />)
    })
    .get(`${list}/new`, (c) => {
      need(c, allow, {})
      return show(c, <UploadPage {...shown(c)} draft={blank} />)
    })
    .post(`${list}/new`, (c) =>
      submit(c, {
        write: deeds.upload,
        done: ({ id }) => `${at(id)}/columns`,
        notice: (_, language) => text(language)('uploaded'),
        again: (draft) => <UploadPage {...shown(c)} draft={draft} />,
      }),
    )
    .get(`${list}/:id`, async (c) => {
      const run = await runAt(c)
      return run.state === 'uploaded' ? goTo(c, `${at(run.id)}/columns`) : show(c, await preview(c))
    })
    .get(`${list}/:id/columns`, async (c) => show(c, await mapping(c)))
    .post(`${list}/:id/columns`, async (c) => {
      const { id } = await runAt(c)
      return submit(c, {
        extra: { id },
        write: deeds.preview,
        done: () => at(id),
        again: (draft) => mapping(c, draft),
      })
    })
    .post(`${list}/:id/apply`, async (c) => {
      const { id } = await runAt(c)
      try {
        const { created = 0, updated = 0 } = (await deeds.apply(c.var.context, { id })).counts
        return goTo(c, at(id), text(c.var.page.language)('applied', { created, updated }))
      } catch (error) {
        // What changed meanwhile is said on the preview itself, where it can be made again.
        if (error instanceof Refused) return show(c, await preview(c, error.message), 409)
        throw error
      }
    })
    .get(`${list}/:id/undo`, async (c) => show(c, <UndoPage {...shown(c)} draft={blank} run={await runAt(c)} />))
    .post(`${list}/:id/undo`, async (c) => {
      const run = await runAt(c)
      return submit(c, {
        extra: { id: run.id },
        write: deeds.undo,
        done: () => at(run.id),
        notice: (_, language) => text(language)('undone'),
        again: (draft) => <UndoPage {...shown(c)} draft={draft} run={run} />,
      })
    })
}
