import { type ListState, listWindow, parseListState } from '../../../ui/list-state.ts'
import { csvFile, xlsxFile } from '../../../web/export.ts'
import { routes, show, type Web } from '../../../web/routing.tsx'
import { everySector, sectorList } from '../../organisations/queries/directory.ts'
import { exportColumns } from '../pages/export-columns.ts'
import { CoursesPage } from '../pages/list.tsx'
import { sectorsFor } from '../pages/pieces.tsx'
import { exportedRows } from '../queries/export.ts'
import { courseList } from '../queries/list.ts'
import { type CourseSearch, courseSearch, courseSorts } from '../schema/input.ts'
import { text } from '../text/pages.ts'

const filters = ['level', 'occupation', 'sector', 'place', 'rhythm'] as const
const stateOf = (c: Web) => parseListState(c.var.page.query, { filters, sorts: courseSorts })
const searchOf = (state: ListState): CourseSearch =>
  courseSearch.parse({
    q: state.q,
    sort: state.sort,
    ...Object.fromEntries(filters.map((name) => [name, state.filters.getAll(name)])),
  })

async function exported(c: Web) {
  const { read, page } = c.var
  const columns = exportColumns(page.language, await everySector(read))
  const steps = exportedRows(read, searchOf(stateOf(c)))
  return { columns, steps, name: text(page.language)('courses').toLowerCase() }
}

export const listRoutes = routes()
  .get('/courses', async (c) => {
    const { read, page } = c.var
    const state = stateOf(c)
    const [found, sectors] = await Promise.all([courseList(read, searchOf(state), listWindow(state)), sectorList(read)])
    return show(c, <CoursesPage page={page} state={state} found={found} sectors={sectorsFor(sectors, page.language)} />)
  })
  .get('/courses/export.csv', async (c) => {
    const { name, columns, steps } = await exported(c)
    return csvFile(c, name, columns, steps)
  })
  .get('/courses/export.xlsx', async (c) => {
    const { name, columns, steps } = await exported(c)
    return xlsxFile(c, name, columns, steps)
  })
