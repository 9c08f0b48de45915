import { sirenOf } from '../../../kernel/siren.ts'
import { textAt } from '../../../ui/form/draft.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { need, press, routes, show, signInFirst, submit, type Web } from '../../../web/routing.tsx'
import { removeLogo, setLogo } from '../actions/logo.ts'
import { archive, create, edit, propose, publish, refuse, restore } from '../actions/organisation.ts'
import { draftOf, EditOrganisationPage, LogoPage, NewOrganisationPage } from '../pages/form.tsx'
import { ArchivePage, RefusePage, TeamPage } from '../pages/team.tsx'
import * as policy from '../policy.ts'
import { everySector, sectorList } from '../queries/directory.ts'
import { type Candidate, duplicatesOf } from '../queries/duplicates.ts'
import { inState } from '../queries/organisation.ts'
import { pick, sectorsFor } from '../rules/sector-labels.ts'
import { text } from '../text/form.ts'
import { text as team } from '../text/team.ts'
import { organisationAt } from './organisation.tsx'

/** What a form says so far, for finding what may be the same; anything malformed is as good as empty. */
function candidateOf(draft: Draft): Candidate {
  const said = (name: string) => textAt(draft, name).trim() || null
  const legalName = said('legalName') ?? ''
  const website = said('website')
  return {
    legalName,
    displayName: said('displayName') ?? legalName,
    siren: sirenOf(said('siren') ?? ''),
    registrationCountry: said('registrationCountry')?.toUpperCase() ?? null,
    registrationNumber: said('registrationNumber'),
    website: website && !/^https?:/.test(website) ? `https://${website}` : website,
    email: said('email'),
  }
}
const offered = async (c: Web) => [...sectorsFor(await sectorList(c.var.read), c.var.page.language).values()]

const newForm = (c: Web, isProposal: boolean) => async (draft: Draft) => {
  const { read, page } = c.var
  // Only when the form as a whole was refused: then a likely duplicate is the reason, or part of the answer.
  const duplicates = draft.errors[''] ? await duplicatesOf(read, page.actor, candidateOf(draft)) : []
  return (
    <NewOrganisationPage
      page={page}
      draft={draft}
      sectors={await offered(c)}
      duplicates={duplicates}
      isProposal={isProposal}
    />
  )
}

async function editForm(c: Web, draft?: Draft) {
  const organisation = await organisationAt(c)
  need(c, policy.edit, organisation)
  const { read, page } = c.var
  const all = sectorsFor(await everySector(read), page.language)
  const own = pick(all, organisation.sectors)
  const options = await offered(c)
  const sectors = [...options, ...own.filter((one) => !options.some(({ key }) => key === one.key))]
  return {
    organisation,
    view: (
      <EditOrganisationPage
        page={page}
        draft={draft ?? draftOf(organisation)}
        sectors={sectors}
        organisation={organisation}
        seen={draft ? textAt(draft, 'seen') : organisation.changedAt.toISOString()}
      />
    ),
  }
}
const pathOf = ({ slug }: { slug: string }) => `/organisations/${slug}`

export const formRoutes = routes()
  .get('/organisations/new', async (c) => {
    need(c, policy.create, {})
    return show(c, await newForm(c, false)(blank))
  })
  .post('/organisations/new', (c) =>
    submit(c, {
      write: create,
      done: pathOf,
      notice: ({ displayName }, language) => text(language)('created', { name: displayName }),
      again: newForm(c, false),
    }),
  )
  .get('/organisations/propose', async (c) => signInFirst(c) ?? show(c, await newForm(c, true)(blank)))
  .post('/organisations/propose', (c) =>
    submit(c, {
      write: propose,
      done: pathOf,
      notice: (_, language) => text(language)('proposed'),
      again: newForm(c, true),
    }),
  )
  .get('/organisations/proposals', async (c) => {
    need(c, policy.staffOnly, {})
    const { read, page } = c.var
    const [proposed, archived, sectors] = await Promise.all([
      inState(read, page.actor, 'proposed'),
      inState(read, page.actor, 'archived'),
      everySector(read),
    ])
    const likely = await Promise.all(proposed.map((one) => duplicatesOf(read, page.actor, one, one.id)))
    return show(
      c,
      <TeamPage
        page={page}
        proposed={proposed.map((one, place) => ({ ...one, likely: likely[place] ?? [] }))}
        archived={archived}
        sectors={sectorsFor(sectors, page.language)}
      />,
    )
  })
  .get('/organisations/:slug/edit', async (c) => show(c, (await editForm(c)).view))
  .post('/organisations/:slug/edit', async (c) => {
    const organisation = await organisationAt(c)
    return submit(c, {
      extra: { id: organisation.id },
      write: edit,
      done: pathOf,
      notice: (_, language) => text(language)('saved'),
      again: async (draft) => (await editForm(c, draft)).view,
    })
  })
  .get('/organisations/:slug/logo/edit', async (c) => {
    const organisation = await organisationAt(c)
    need(c, policy.manageLogo, organisation)
    return show(c, <LogoPage page={c.var.page} draft={blank} organisation={organisation} />)
  })
  .post('/organisations/:slug/logo/edit', async (c) => {
    const organisation = await organisationAt(c)
    return submit(c, {
      extra: { id: organisation.id },
      write: setLogo,
      done: pathOf,
      notice: (_, language) => text(language)('logoSaved'),
      again: (draft) => <LogoPage page={c.var.page} draft={draft} organisation={organisation} />,
    })
  })
  .post('/organisations/:slug/logo/remove', async (c) => {
    const { id } = await organisationAt(c)
    return press(c, {
      extra: { id },
      write: removeLogo,
      done: pathOf,
      notice: (_, language) => text(language)('logoRemoved'),
    })
  })
  .post('/organisations/:slug/publish', async (c) => {
    const { id } = await organisationAt(c)
    return press(c, {
      extra: { id },
      write: publish,
      done: pathOf,
      notice: ({ displayName }, language) => team(language)('published', { name: displayName }),
    })
  })
  .get('/organisations/:slug/refuse', async (c) => {
    const organisation = await organisationAt(c)
    need(c, policy.decideProposal, organisation)
    return show(c, <RefusePage page={c.var.page} draft={blank} organisation={organisation} />)
  })
  .post('/organisations/:slug/refuse', async (c) => {
    const organisation = await organisationAt(c)
    return submit(c, {
      extra: { id: organisation.id },
      write: refuse,
      done: () => '/organisations/proposals',
      notice: (_, language) => team(language)('refused'),
      again: (draft) => <RefusePage page={c.var.page} draft={draft} organisation={organisation} />,
    })
  })
  .get('/organisations/:slug/archive', async (c) => {
    const organisation = await organisationAt(c)
    need(c, policy.archive, organisation)
    return show(c, <ArchivePage page={c.var.page} draft={blank} organisation={organisation} />)
  })
  .post('/organisations/:slug/archive', async (c) => {
    const organisation = await organisationAt(c)
    return submit(c, {
      extra: { id: organisation.id },
      write: archive,
      done: pathOf,
      notice: ({ displayName }, language) => team(language)('archivedDone', { name: displayName }),
      again: (draft) => <ArchivePage page={c.var.page} draft={draft} organisation={organisation} />,
    })
  })
  .post('/organisations/:slug/restore', async (c) => {
    const { id } = await organisationAt(c)
    return press(c, {
      extra: { id },
      write: restore,
      done: pathOf,
      notice: ({ displayName }, language) => team(language)('restored', { name: displayName }),
    })
  })
