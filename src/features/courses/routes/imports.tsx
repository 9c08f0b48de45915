import { Refused } from '../../../kernel/errors.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { found, goTo, need, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { everySector } from '../../organisations/queries/directory.ts'
import { applyImport, previewImport, undoImport, uploadImport } from '../actions/imports.ts'
import { ImportPage, linesPerPage, UndoPage } from '../pages/import-preview.tsx'
import { ImportsPage, MappingPage, UploadPage } from '../pages/imports.tsx'
import { sectorsFor } from '../pages/pieces.tsx'
import * as policy from '../policy.ts'
import { firstLines, importById, importLineCount, importLines, importList } from '../queries/imports.ts'
import { lineOutcomes } from '../schema/words.ts'
import { text } from '../text/import.ts'
import { idAt } from './sponsorships.tsx'

const list = '/courses/imports'
async function runAt(c: Web) {
  need(c, policy.staffOnly, {})
  return found(await importById(c.var.read, c.var.page.actor, idAt(c)))
}

async function mappingPage(c: Web, draft?: Draft) {
  const run = await runAt(c)
  const { read, page } = c.var
  const [first, lines] = await Promise.all([
    firstLines(read, page.actor, run.id),
    importLineCount(read, page.actor, run.id),
  ])
  const mapping = Object.fromEntries(run.mapping.map((field, place) => [`column${place}`, field ?? '']))
  const guessed = { values: { mapping, overwrite: run.overwrite, publish: run.publish }, errors: {} }
  const examples = first.map((one) => one.cells)
  return <MappingPage page={page} draft={draft ?? guessed} run={run} examples={examples} lines={lines} />
}

async function importPage(c: Web, refusal: string | null = null) {
  const run = await runAt(c)
  const { read, page } = c.var
  const asked = page.query.get('outcome')
  const filled = lineOutcomes.find((one) => (run.counts[one] ?? 0) > 0) ?? 'created'
  const outcome = lineOutcomes.find((one) => one === asked) ?? filled
  const current = Math.max(1, Math.min(1000, Math.trunc(Number(page.query.get('page'))) || 1))
  const window = { limit: linesPerPage, offset: (current - 1) * linesPerPage }
  const [lines, sectors] = await Promise.all([
    importLines(read, page.actor, { id: run.id, outcome, ...window }),
    everySector(read),
  ])
  const labels = sectorsFor(sectors, page.language)
  const shown = { page, run, outcome, lines, refusal, current }
  return <ImportPage {...shown} sectors={labels} />
}

export const importRoutes = routes()
  .get(list, async (c) => {
    need(c, policy.staffOnly, {})
    const { read, page } = c.var
    return show(c, <ImportsPage page={page} imports={await importList(read, page.actor)} />)
  })
  .get(`${list}/new`, (c) => {
    need(c, policy.staffOnly, {})
    return show(c, <UploadPage page={c.var.page} draft={blank} />)
  })
  .post(`${list}/new`, (c) =>
    submit(c, {
      write: uploadImport,
      done: ({ id }) => `${list}/${id}/columns`,
      notice: (_, language) => text(language)('uploaded'),
      again: (draft) => <UploadPage page={c.var.page} draft={draft} />,
    }),
  )
  .get(`${list}/:id`, async (c) => {
    const run = await runAt(c)
    return run.state === 'uploaded' ? goTo(c, `${list}/${run.id}/columns`) : show(c, await importPage(c))
  })
  .get(`${list}/:id/columns`, async (c) => show(c, await mappingPage(c)))
  .post(`${list}/:id/columns`, async (c) => {
    const { id } = await runAt(c)
    return submit(c, {
      extra: { id },
      write: previewImport,
      done: () => `${list}/${id}`,
      again: (draft) => mappingPage(c, draft),
    })
  })
  .post(`${list}/:id/apply`, async (c) => {
    const { id } = await runAt(c)
    try {
      const { counts } = await applyImport(c.var.context, { id })
      const { created = 0, updated = 0 } = counts
      return goTo(c, `${list}/${id}`, text(c.var.page.language)('applied', { created, updated }))
    } catch (error) {
      // What changed meanwhile is said on the preview itself, where it can be made again.
      if (error instanceof Refused) return show(c, await importPage(c, error.message), 409)
      throw error
    }
  })
  .get(`${list}/:id/undo`, async (c) => {
    const run = await runAt(c)
    return show(c, <UndoPage page={c.var.page} draft={blank} run={run} />)
  })
  .post(`${list}/:id/undo`, async (c) => {
    const run = await runAt(c)
    return submit(c, {
      extra: { id: run.id },
      write: undoImport,
      done: () => `${list}/${run.id}`,
      notice: (_, language) => text(language)('undone'),
      again: (draft) => <UndoPage page={c.var.page} draft={draft} run={run} />,
    })
  })
