import { dayOf } from '../../../kernel/days.ts'
import { listHref, listWindow, parseListState } from '../../../ui/list-state.ts'
import { csvFile, xlsxFile } from '../../../web/export.ts'
import { need, press, routes, show, type Web } from '../../../web/routing.tsx'
import { changeSearch, removeSearch, saveSearch } from '../actions/searches.ts'
import { type ExportedTalent, exportColumns } from '../pages/export-columns.ts'
import { TalentListPage } from '../pages/list.tsx'
import { SearchesPage } from '../pages/searches.tsx'
import * as policy from '../policy.ts'
import {
  courseSuggestions,
  occupationChoices,
  organisationSuggestions,
  searchesOf,
  skillSuggestions,
  skillsById,
} from '../queries/choices.ts'
import { everyTalent, type TalentRow, talents } from '../queries/list.ts'
import { searchIn } from '../rules/saved.ts'
import { talentFilters, talentSorts } from '../schema/search.ts'
import { text } from '../text/find.ts'

const stateOf = (c: Web) => parseListState(c.var.page.query, { filters: talentFilters, sorts: talentSorts })
const questionOf = (c: Web) => ({ search: searchIn(String(c.var.page.query)), today: dayOf(c.var.page.now) })

async function list(c: Web) {
  const { page, read } = c.var
  const state = stateOf(c)
  const question = questionOf(c)
  const typed = page.query.get('addSkill')?.trim() ?? ''
  const [known] = typed ? await skillSuggestions(read, typed, page.language) : []
  const added = page.query.get('skillId') || known?.id
  // The field that adds a skill leads to the address with that skill in it, so that it can be kept and shared.
  if (typed && added) return c.redirect(page.href(listHref('/talents', state, { add: ['skill', added] })), 303)
  const [found, occupations, labels] = await Promise.all([
    talents(read, page.actor, question, listWindow(state)),
    occupationChoices(read, page.language),
    question.search.skill.length ? skillsById(read, question.search.skill) : [],
  ])
  const skills = question.search.skill.flatMap((id) => labels.find((one) => one.id === id) ?? [])
  const props = { page, state, found, occupations, skills, unknown: typed || null }
  return show(c, <TalentListPage {...props} />)
}

async function* labelled(c: Web): AsyncGenerator<ExportedTalent[]> {
  const { read, page } = c.var
  for await (const rows of everyTalent(read, page.actor, questionOf(c))) {
    const ids = [...new Set(rows.flatMap(({ skills }: TalentRow) => skills))]
    const skillLabels = new Map((ids.length ? await skillsById(read, ids) : []).map((one) => [one.id, one]))
    yield rows.map((row) => ({ ...row, skillLabels }))
  }
}
const exported = (c: Web) =>
  [text(c.var.page.language)('exportFile'), exportColumns(c.var.page.language, c.var.page.origin), labelled(c)] as const

const words = (c: Web) => text(c.var.page.language)

export const listRoutes = routes()
  .get('/talents', list)
  .get('/talents/export.csv', (c) => csvFile(c, ...exported(c)))
  .get('/talents/export.xlsx', (c) => xlsxFile(c, ...exported(c)))
  .get('/talents/suggest/skills', async (c) =>
    c.json(await skillSuggestions(c.var.read, c.req.query('q') ?? '', c.var.page.language)),
  )
  .get('/talents/suggest/courses', async (c) =>
    c.json(await courseSuggestions(c.var.read, c.req.query('q') ?? '', c.var.page.language)),
  )
  .get('/talents/suggest/organisations', async (c) =>
    c.json(await organisationSuggestions(c.var.read, c.req.query('q') ?? '')),
  )
  .get('/talents/searches', async (c) => {
    need(c, policy.recruit, null)
    return show(c, <SearchesPage page={c.var.page} rows={await searchesOf(c.var.read, c.var.page.actor)} />)
  })
  .post('/talents/searches', (c) =>
    press(c, {
      write: saveSearch,
      done: () => '/talents/searches',
      notice: () => words(c)('saved'),
    }),
  )
  .post('/talents/searches/:id', (c) =>
    press(c, {
      extra: { id: c.req.param('id') },
      write: changeSearch,
      done: () => '/talents/searches',
      notice: () => words(c)('changed'),
    }),
  )
  .post('/talents/searches/:id/remove', (c) =>
    press(c, {
      extra: { id: c.req.param('id') },
      write: removeSearch,
      done: () => '/talents/searches',
      notice: () => words(c)('removed'),
    }),
  )
