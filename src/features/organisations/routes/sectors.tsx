import { blank } from '../../../ui/form.tsx'
import { found, idAt, need, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { retireSector, reviveSector, saveSector } from '../actions/sectors.ts'
import { SectorPage, SectorsPage } from '../pages/sectors.tsx'
import * as policy from '../policy.ts'
import { everySector, sectorCounts } from '../queries/directory.ts'
import { text } from '../text/team.ts'

const list = '/organisations/sectors'
const sectorAt = async (c: Web) => {
  const id = idAt(c)
  return found((await everySector(c.var.read)).find((one) => one.id === id))
}

export const sectorRoutes = routes()
  .get(list, async (c) => {
    need(c, policy.staffOnly, {})
    const { read, page } = c.var
    const [sectors, counts] = await Promise.all([everySector(read), sectorCounts(read)])
    return show(
      c,
      <SectorsPage page={page} sectors={sectors.map((one) => ({ ...one, count: counts.get(one.key) ?? 0 }))} />,
    )
  })
  .get(`${list}/new`, (c) => {
    need(c, policy.staffOnly, {})
    const draft = { ...blank, values: { colour: 'slate', position: '100' } }
    return show(c, <SectorPage page={c.var.page} draft={draft} id={null} />)
  })
  .post(`${list}/new`, (c) =>
    submit(c, {
      write: saveSector,
      done: () => list,
      notice: (_, language) => text(language)('sectorSaved'),
      again: (draft) => <SectorPage page={c.var.page} draft={draft} id={null} />,
    }),
  )
  .get(`${list}/:id`, async (c) => {
    need(c, policy.staffOnly, {})
    const sector = await sectorAt(c)
    return show(c, <SectorPage page={c.var.page} draft={{ values: sector, errors: {} }} id={sector.id} />)
  })
  .post(`${list}/:id`, async (c) => {
    const { id } = await sectorAt(c)
    return submit(c, {
      extra: { id },
      write: saveSector,
      done: () => list,
      notice: (_, language) => text(language)('sectorSaved'),
      again: (draft) => <SectorPage page={c.var.page} draft={draft} id={id} />,
    })
  })
  .post(`${list}/:id/retire`, (c) =>
    press(c, {
      extra: { id: idAt(c) },
      write: retireSector,
      done: () => list,
      notice: (_, language) => text(language)('sectorRetired'),
    }),
  )
  .post(`${list}/:id/revive`, (c) =>
    press(c, {
      extra: { id: idAt(c) },
      write: reviveSector,
      done: () => list,
      notice: (_, language) => text(language)('sectorRevived'),
    }),
  )
