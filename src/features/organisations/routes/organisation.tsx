import { NotFound } from '../../../kernel/errors.ts'
import { found, routes, show, type Web } from '../../../web/routing.tsx'
import { historyInWords } from '../pages/history.ts'
import { OrganisationPage } from '../pages/organisation.tsx'
import { organisationCard } from '../pages/vcard.ts'
import { everySector } from '../queries/directory.ts'
import { bySlug, history, logoOf, presentSlug } from '../queries/organisation.ts'
import { isReserved } from '../rules/organisation.ts'
import { sectorsFor } from '../rules/sector-labels.ts'
import {
  organisationAsideSlot,
  organisationDeedsSlot,
  organisationNextSlot,
  organisationSlot,
} from '../schema/input.ts'

/** The organisation of the address, or 404: what an actor may not see is not there. */
export const organisationAt = async (c: Web) =>
  found(await bySlug(c.var.read, c.var.page.actor, c.req.param('slug') ?? ''))

const sameLogo = (c: Web, hash: string) => c.req.header('if-none-match') === `"${hash}"`

export const organisationRoutes = routes()
  .get('/organisations/:slug', async (c, next) => {
    const { read, page, hang } = c.var
    const slug = c.req.param('slug')
    // Later features have pages here: /organisations/mine, /organisations/imports.
    if (isReserved(slug)) return next()
    const organisation = await bySlug(read, page.actor, slug)
    if (!organisation) {
      const present = await presentSlug(read, page.actor, slug)
      if (present === null) throw new NotFound()
      return c.redirect(page.href(`/organisations/${present}`), 301)
    }
    const [sectors, entries, panels, asides, offers, deeds] = await Promise.all([
      everySector(read),
      history(read, page.actor, organisation.id),
      hang(organisationSlot, organisation),
      hang(organisationAsideSlot, organisation),
      hang(organisationNextSlot, organisation),
      hang(organisationDeedsSlot, organisation),
    ])
    return show(
      c,
      <OrganisationPage
        page={page}
        organisation={organisation}
        sectors={sectorsFor(sectors, page.language)}
        history={historyInWords(entries, page.language)}
        panels={panels}
        asides={asides}
        next={offers}
        deeds={deeds}
      />,
    )
  })
  .get('/organisations/:slug/card.vcf', async (c) => {
    const organisation = await organisationAt(c)
    c.header('content-disposition', `attachment; filename="${organisation.slug}.vcf"`)
    return c.body(organisationCard(c.var.page, organisation), 200, { 'content-type': 'text/vcard; charset=utf-8' })
  })
  .get('/organisations/:slug/logo', async (c) => {
    const { hash, webp } = found(await logoOf(c.var.read, c.var.page.actor, c.req.param('slug')))
    const isDated = c.req.query('v') === hash.slice(0, 12)
    c.header('etag', `"${hash}"`)
    c.header('cache-control', isDated ? 'public, max-age=31536000, immutable' : 'public, no-cache')
    c.header('content-disposition', 'inline; filename="logo.webp"')
    if (sameLogo(c, hash)) return c.body(null, 304)
    return c.body(new Uint8Array(webp), 200, { 'content-type': 'image/webp' })
  })
