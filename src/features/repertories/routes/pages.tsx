import { blank, type Draft } from '../../../ui/form.tsx'
import { found, goTo, need, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { abandonImport, runImport, submitImport } from '../actions/uploads.ts'
import { ImportPage, RepertoriesPage } from '../pages/repertories.tsx'
import * as policy from '../policy.ts'
import { sheetEntries, skillEntries } from '../queries/own-files.ts'
import { importById, imports, repertories } from '../queries/repertories.ts'
import { sheetsCsv, skillsCsv, yamlOf } from '../rules/own-files.ts'
import { stepNumber } from '../rules/progress.ts'
import { text } from '../text/pages.ts'

const idOf = (c: Web) => c.req.param('id') ?? ''
const importOf = async (c: Web) => found(await importById(c.var.read, c.var.page.actor, idOf(c)))

async function page(c: Web, draft: Draft = blank) {
  const { page, read } = c.var
  const [states, list] = await Promise.all([repertories(read, page.actor), imports(read, page.actor)])
  return <RepertoriesPage page={page} states={states} imports={list} draft={draft} />
}
async function overview(c: Web) {
  need(c, policy.runImports, {})
  return show(c, await page(c))
}
const upload = (c: Web) =>
  submit(c, {
    write: submitImport,
    done: ({ id }) => `/repertories/${id}`,
    notice: (_, language) => text(language)('submitted'),
    again: (draft) => page(c, draft),
  })

async function one(c: Web) {
  need(c, policy.runImports, {})
  return show(c, <ImportPage page={c.var.page} row={await importOf(c)} />)
}
/** For the page that waits: how many steps are done. */
async function progress(c: Web) {
  need(c, policy.runImports, {})
  const { state, step } = await importOf(c)
  return c.json({ ...stepNumber(step), finished: state === 'done' || state === 'refused' })
}
async function run(c: Web) {
  need(c, policy.runImports, {})
  await importOf(c)
  await runImport(c.var.context, c.var.read, idOf(c))
  return goTo(c, `/repertories/${idOf(c)}`, text(c.var.page.language)('importDone'))
}
const abandon = (c: Web) =>
  press(c, {
    extra: { id: idOf(c) },
    write: abandonImport,
    done: () => '/repertories',
    notice: (_, language) => text(language)('abandoned'),
  })

type Made = (c: Web) => Promise<string>
/** Own sheets and skills in the form in which they are imported. */
const file = (name: string, type: string, make: Made) => async (c: Web) => {
  need(c, policy.runImports, {})
  c.header('content-disposition', `attachment; filename="${name}"`)
  c.header('content-type', `${type}; charset=utf-8`)
  return c.body(await make(c))
}
const sheets = (c: Web) => sheetEntries(c.var.read, c.var.page.actor)
const skills = (c: Web) => skillEntries(c.var.read, c.var.page.actor)

export const pageRoutes = routes()
  .get('/repertories', overview)
  .post('/repertories', upload)
  .get(
    '/repertories/occupations.yaml',
    file('occupations.yaml', 'application/yaml', async (c) => yamlOf(await sheets(c))),
  )
  .get(
    '/repertories/occupations.csv',
    file('occupations.csv', 'text/csv', async (c) => sheetsCsv(await sheets(c))),
  )
  .get(
    '/repertories/skills.yaml',
    file('skills.yaml', 'application/yaml', async (c) => yamlOf(await skills(c))),
  )
  .get(
    '/repertories/skills.csv',
    file('skills.csv', 'text/csv', async (c) => skillsCsv(await skills(c))),
  )
  .get('/repertories/:id', one)
  .get('/repertories/:id/progress', progress)
  .post('/repertories/:id/run', run)
  .post('/repertories/:id/abandon', abandon)
