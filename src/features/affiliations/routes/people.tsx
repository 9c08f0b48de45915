import type { Context } from '../../../db/context.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { found, idAt, need, press, routes, show, signInFirst, submit, type Web } from '../../../web/routing.tsx'
import { bySlug, myProposals } from '../../organisations/queries/organisation.ts'
import { addPerson, changeRole, end } from '../actions/affiliations.ts'
import { acceptRequest, declineRequest, join, withdrawRequest } from '../actions/requests.ts'
import { ChangePersonPage, EndPage, JoinPage } from '../pages/forms.tsx'
import { MinePage } from '../pages/mine.tsx'
import { PeoplePage } from '../pages/people.tsx'
import * as policy from '../policy.ts'
import { affiliationById, myAffiliations, peopleOf } from '../queries/people.ts'
import { myRequests, requestPlace, requestsTo } from '../queries/requests.ts'
import { text } from '../text/people.ts'

/** The organisation of the address, or 404: what an actor may not see is not there. */
const organisationAt = async (c: Web) => found(await bySlug(c.var.read, c.var.page.actor, c.req.param('slug') ?? ''))

async function peoplePage(c: Web, draft: Draft) {
  const { read, page } = c.var
  const organisation = await organisationAt(c)
  need(c, policy.managePeople, organisation)
  const [people, requests] = await Promise.all([
    peopleOf(read, page.actor, organisation.id),
    requestsTo(read, page.actor, organisation.id),
  ])
  return <PeoplePage page={page} draft={draft} organisation={organisation} people={people} requests={requests} />
}
const affiliationAt = async (c: Web) => found(await affiliationById(c.var.read, c.var.page.actor, idAt(c)))
type Answer = (context: Context, values: unknown) => Promise<unknown>

/** A deed on a request: then back to where its page is. */
async function answer(c: Web, write: Answer, notice: 'accepted' | 'declined' | 'withdrawn') {
  const id = idAt(c)
  const { slug } = found(await requestPlace(c.var.read, c.var.page.actor, id))
  return press(c, {
    extra: { id },
    write,
    done: () => (notice === 'withdrawn' ? '/organisations/mine' : `/organisations/${slug}/people`),
    notice: (_, language) => text(language)(notice),
  })
}

export const peopleRoutes = routes()
  .get('/organisations/mine', async (c) => {
    const { read, page } = c.var
    const away = signInFirst(c)
    if (away) return away
    const [affiliations, requests, proposals] = await Promise.all([
      myAffiliations(read, page.actor),
      myRequests(read, page.actor),
      myProposals(read, page.actor),
    ])
    return show(c, <MinePage page={page} affiliations={affiliations} requests={requests} proposals={proposals} />)
  })
  .post('/organisations/requests/:id/accept', (c) => answer(c, acceptRequest, 'accepted'))
  .post('/organisations/requests/:id/decline', (c) => answer(c, declineRequest, 'declined'))
  .post('/organisations/requests/:id/withdraw', (c) => answer(c, withdrawRequest, 'withdrawn'))
  .get('/organisations/people/:id', async (c) => {
    const one = await affiliationAt(c)
    need(c, policy.changeAffiliation, one)
    const draft = { values: one, errors: {} }
    return show(c, <ChangePersonPage page={c.var.page} draft={draft} organisation={one} affiliation={one} />)
  })
  .post('/organisations/people/:id', async (c) => {
    const one = await affiliationAt(c)
    return submit(c, {
      extra: { id: one.id },
      write: changeRole,
      done: () => `/organisations/${one.slug}/people`,
      notice: (_, language) => text(language)('changed'),
      again: (draft) => <ChangePersonPage page={c.var.page} draft={draft} organisation={one} affiliation={one} />,
    })
  })
  .get('/organisations/people/:id/end', async (c) => {
    const { page } = c.var
    const one = await affiliationAt(c)
    need(c, policy.endAffiliation, one)
    const isOwn = one.userId === page.actor.id
    return show(c, <EndPage page={page} draft={blank} organisation={one} affiliation={one} isOwn={isOwn} />)
  })
  .post('/organisations/people/:id/end', async (c) => {
    const { page } = c.var
    const one = await affiliationAt(c)
    const isOwn = one.userId === page.actor.id
    return submit(c, {
      extra: { id: one.id },
      write: end,
      done: () => (isOwn ? '/organisations/mine' : `/organisations/${one.slug}/people`),
      notice: (_, language) => text(language)(isOwn ? 'left' : 'ended'),
      again: (draft) => <EndPage page={page} draft={draft} organisation={one} affiliation={one} isOwn={isOwn} />,
    })
  })
  .get('/organisations/:slug/people', async (c) => show(c, await peoplePage(c, blank)))
  .post('/organisations/:slug/people', async (c) => {
    const { id, slug } = await organisationAt(c)
    return submit(c, {
      extra: { id },
      write: addPerson,
      done: () => `/organisations/${slug}/people`,
      notice: (_, language) => text(language)('added'),
      again: (draft) => peoplePage(c, draft),
    })
  })
  .get('/organisations/:slug/join', async (c) => {
    const organisation = await organisationAt(c)
    const away = signInFirst(c)
    if (away) return away
    need(c, policy.join, organisation)
    const draft = { values: { role: 'employee' }, errors: {} }
    return show(c, <JoinPage page={c.var.page} draft={draft} organisation={organisation} />)
  })
  .post('/organisations/:slug/join', async (c) => {
    const organisation = await organisationAt(c)
    return submit(c, {
      extra: { id: organisation.id },
      write: join,
      done: () => '/organisations/mine',
      notice: ({ state }, language) =>
        state === 'accepted'
          ? text(language)('joined', { name: organisation.displayName })
          : text(language)('requested'),
      again: (draft) => <JoinPage page={c.var.page} draft={draft} organisation={organisation} />,
    })
  })
