import { type ListState, listWindow, parseListState } from '../../../ui/list-state.ts'
import { csvFile, xlsxFile } from '../../../web/export.ts'
import { routes, show, type Web } from '../../../web/routing.tsx'
import { DirectoryMapPage, DirectoryPage } from '../pages/directory.tsx'
import { exportColumns } from '../pages/export-columns.ts'
import { directory, everySector, points, sectorList } from '../queries/directory.ts'
import { exportedRows } from '../queries/export.ts'
import { region } from '../rules/outline.ts'
import { pick, sectorsFor } from '../rules/sector-labels.ts'
import { type DirectorySearch, directorySearch, directorySorts } from '../schema/input.ts'
import { text } from '../text/directory.ts'

const filters = ['sector', 'kind', 'place'] as const
const stateOf = (c: Web) => parseListState(c.var.page.query, { filters, sorts: directorySorts })
const searchOf = (state: ListState): DirectorySearch =>
  directorySearch.parse({
    q: state.q,
    sort: state.sort,
    ...Object.fromEntries(filters.map((name) => [name, state.filters.getAll(name)])),
  })

async function list(c: Web, size?: number) {
  const { read, page } = c.var
  const state = stateOf(c)
  const window = size === undefined ? listWindow(state) : { limit: size, offset: 0 }
  const [found, sectors] = await Promise.all([directory(read, searchOf(state), window), sectorList(read)])
  return { page, state, found, sectors: sectorsFor(sectors, page.language) }
}

async function exported(c: Web) {
  const { read, page } = c.var
  const columns = exportColumns(page.language, await everySector(read))
  const steps = exportedRows(read, page.actor, searchOf(stateOf(c)))
  return { columns, steps, name: text(page.language)('directory').toLowerCase() }
}

export const directoryRoutes = routes()
  .get('/organisations', async (c) => {
    if (c.var.page.query.get('view') === 'map') {
      const query = new URLSearchParams(c.var.page.query)
      query.delete('view')
      return c.redirect(c.var.page.href(`/organisations/map${query.size ? `?${query}` : ''}`), 302)
    }
    return show(c, <DirectoryPage {...(await list(c))} />)
  })
  .get('/organisations/map', async (c) =>
    show(c, <DirectoryMapPage {...(await list(c, 1))} tiles={c.var.page.mapTiles} />),
  )
  .get('/organisations/region.geojson', (c) => {
    c.header('cache-control', 'public, max-age=86400')
    return c.json(region, 200, { 'content-type': 'application/geo+json' })
  })
  .get('/organisations/points.geojson', async (c) => {
    const { read, page } = c.var
    const [found, sectors] = await Promise.all([points(read, searchOf(stateOf(c))), everySector(read)])
    const labels = sectorsFor(sectors, page.language)
    const t = text(page.language)
    const features = found.map((one) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [one.longitude, one.latitude] },
      properties: {
        title: one.displayName,
        detail: [t(`kind-${one.kind}`), one.city].filter(Boolean).join(', '),
        href: page.href(`/organisations/${one.slug}`),
        colour: pick(labels, one.sectors)[0]?.colour ?? 'slate',
      },
    }))
    return c.json({ type: 'FeatureCollection', features }, 200, { 'content-type': 'application/geo+json' })
  })
  .get('/organisations/export.csv', async (c) => {
    const { name, columns, steps } = await exported(c)
    return csvFile(c, name, columns, steps)
  })
  .get('/organisations/export.xlsx', async (c) => {
    const { name, columns, steps } = await exported(c)
    return xlsxFile(c, name, columns, steps)
  })
