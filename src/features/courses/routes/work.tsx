import { textAt } from '../../../ui/form/draft.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { need, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { titleOf } from '../../occupations/rules/titles.ts'
import { directory, sectorList } from '../../organisations/queries/directory.ts'
import { directorySearch, kinds } from '../../organisations/schema/input.ts'
import * as deeds from '../actions/course.ts'
import { accept, reconsider, refuse } from '../actions/suggestions.ts'
import { SendBackPage, WithdrawPage } from '../pages/deeds.tsx'
import { CourseFormPage, draftOf } from '../pages/form.tsx'
import { sectorsFor } from '../pages/pieces.tsx'
import { SuggestionsPage } from '../pages/suggestions.tsx'
import { MinePage, type Tab, TeamPage, tabs, workPageSize } from '../pages/work.tsx'
import * as policy from '../policy.ts'
import { type CourseRecord, schoolsNamed } from '../queries/course.ts'
import { placesOf } from '../queries/names.ts'
import { ownSponsorships, waitingSponsorships } from '../queries/sponsorships.ts'
import { sheetBySlug, sheetChoices, suggestionPage } from '../queries/suggestions.ts'
import { ownCourses, queueCounts, teamQueue } from '../queries/work.ts'
import { text } from '../text/work.ts'
import { courseAt } from './course.tsx'

const pathOf = ({ slug }: { slug: string }) => `/courses/${slug}`

async function form(c: Web, course: CourseRecord | null, draft: Draft | null) {
  const { read, page } = c.var
  const { actor, language } = page
  const schools = await schoolsNamed(read, policy.represented(actor))
  const schoolIds = course ? course.schoolIds : schools.map(({ id }) => id)
  const [sectors, places, sheets] = await Promise.all([sectorList(read), placesOf(read, schoolIds), sheetChoices(read)])
  const first = schools.length === 1 ? { values: { schools: schools[0]?.slug }, errors: {} } : blank
  const shown = draft ?? (course ? draftOf(course, language) : first)
  return (
    <CourseFormPage
      page={page}
      draft={shown}
      course={course}
      seen={draft ? textAt(draft, 'seen') : (course?.changedAt.toISOString() ?? '')}
      sectors={[...sectorsFor(sectors, language).values()]}
      schools={schools.map(({ slug, displayName }) => ({ value: slug, label: displayName }))}
      places={places}
      occupations={sheets.map((one) => ({ value: one.slug, label: titleOf(one, language) }))}
      isTeam={policy.staffOnly(actor)}
      isNew={course === null}
    />
  )
}
async function editable(c: Web) {
  const course = await courseAt(c)
  need(c, policy.edit, course)
  return course
}
async function suggestOrganisations(c: Web, wants: 'school' | 'company') {
  need(c, policy.begin, {})
  const kind = kinds.filter((one) => (one === 'school') === (wants === 'school'))
  const asked = directorySearch.parse({ q: c.req.query('q') ?? '', kind })
  const { rows } = await directory(c.var.read, asked, { limit: 12, offset: 0 })
  return c.json(rows.map(({ slug, displayName, city }) => ({ id: slug, label: displayName, detail: city })))
}

const formRoutes = routes()
  .get('/courses/suggest/schools', (c) => suggestOrganisations(c, 'school'))
  .get('/courses/suggest/companies', (c) => suggestOrganisations(c, 'company'))
  .get('/courses/new', async (c) => {
    need(c, policy.begin, {})
    return show(c, await form(c, null, null))
  })
  .post('/courses/new', (c) =>
    submit(c, {
      write: deeds.create,
      done: pathOf,
      notice: (_, language) => text(language)('saved'),
      again: (draft) => form(c, null, draft),
    }),
  )
  .get('/courses/:slug/edit', async (c) => show(c, await form(c, await editable(c), null)))
  .post('/courses/:slug/edit', async (c) => {
    const course = await courseAt(c)
    return submit(c, {
      extra: { id: course.id },
      write: deeds.edit,
      done: pathOf,
      notice: ({ unseenSince }, language) => text(language)(unseenSince ? 'savedLive' : 'saved'),
      again: (draft) => form(c, course, draft),
    })
  })

type Sentence = 'submitted' | 'published' | 'reopened' | 'acknowledged'
const deed = (write: typeof deeds.submit, key: Sentence) => async (c: Web) => {
  const { id } = await courseAt(c)
  return press(c, { extra: { id }, write, done: pathOf, notice: (_, language) => text(language)(key) })
}
const stateRoutes = routes()
  .post('/courses/:slug/submit', deed(deeds.submit, 'submitted'))
  .post('/courses/:slug/publish', deed(deeds.publish, 'published'))
  .post('/courses/:slug/reopen', deed(deeds.reopen, 'reopened'))
  .post('/courses/:slug/acknowledge', deed(deeds.acknowledge, 'acknowledged'))
  .get('/courses/:slug/send-back', async (c) => {
    const course = await courseAt(c)
    need(c, policy.sendBack, course)
    return show(c, <SendBackPage page={c.var.page} draft={blank} course={course} />)
  })
  .post('/courses/:slug/send-back', async (c) => {
    const course = await courseAt(c)
    return submit(c, {
      extra: { id: course.id },
      write: deeds.sendBack,
      done: () => '/courses/team',
      notice: (_, language) => text(language)('sentBack'),
      again: (draft) => <SendBackPage page={c.var.page} draft={draft} course={course} />,
    })
  })
  .get('/courses/:slug/withdraw', async (c) => {
    const course = await editable(c)
    return show(c, <WithdrawPage page={c.var.page} draft={blank} course={course} />)
  })
  .post('/courses/:slug/withdraw', async (c) => {
    const course = await courseAt(c)
    return submit(c, {
      extra: { id: course.id },
      write: deeds.withdraw,
      done: pathOf,
      notice: (_, language) => text(language)('withdrawn'),
      again: (draft) => <WithdrawPage page={c.var.page} draft={draft} course={course} />,
    })
  })

const pageNumber = (c: Web) => Math.max(1, Math.min(1000, Math.trunc(Number(c.var.page.query.get('page'))) || 1))
async function team(c: Web) {
  const { read, page } = c.var
  need(c, policy.staffOnly, {})
  const counts = await queueCounts(read, page.actor)
  const waiting = await waitingSponsorships(read, page.actor)
  const all = { ...counts, sponsorships: waiting.length }
  const asked = page.query.get('queue')
  const tab: Tab = tabs.find((one) => one === asked) ?? tabs.find((one) => all[one] > 0) ?? 'submitted'
  const current = pageNumber(c)
  const q = (page.query.get('q') ?? '').slice(0, 200)
  const window = { limit: workPageSize, offset: (current - 1) * workPageSize }
  const { rows, total } =
    tab === 'sponsorships' ? { rows: [], total: 0 } : await teamQueue(read, page.actor, tab, q, window)
  const shown = { page, tab, q, rows, total, counts: all, current }
  return show(c, <TeamPage {...shown} sponsorships={tab === 'sponsorships' ? waiting : []} />)
}
async function mine(c: Web) {
  const { read, page } = c.var
  need(c, (actor) => actor.id !== null, {})
  const [rows, sponsorships, schools, sectors] = await Promise.all([
    ownCourses(read, page.actor),
    ownSponsorships(read, page.actor),
    schoolsNamed(read, policy.represented(page.actor)),
    sectorList(read),
  ])
  const labels = sectorsFor(sectors, page.language)
  const hasSchool = schools.length > 0
  return show(
    c,
    <MinePage page={page} rows={rows} sponsorships={sponsorships} sectors={labels} hasSchool={hasSchool} />,
  )
}

async function suggestions(c: Web) {
  const { read, page } = c.var
  need(c, policy.staffOnly, {})
  const slug = page.query.get('occupation')
  const [sheets, sectors, sheet] = await Promise.all([
    sheetChoices(read),
    sectorList(read),
    slug ? sheetBySlug(read, slug) : null,
  ])
  const result = sheet ? await suggestionPage(read, page.actor, sheet.id) : null
  const labels = sectorsFor(sectors, page.language)
  return show(c, <SuggestionsPage page={page} sheets={sheets} sheet={sheet} found={result} sectors={labels} />)
}
/** Back to the occupation that is being looked at. */
const decision = (write: typeof refuse, key: 'accepted' | 'refused' | 'reconsidered') => (c: Web) =>
  press(c, {
    write,
    done: ({ occupation }) => `/courses/suggestions?occupation=${occupation}`,
    notice: (_, language) => text(language)(key),
  })
const teamRoutes = routes()
  .get('/courses/mine', mine)
  .get('/courses/team', team)
  .get('/courses/suggestions', suggestions)
  .post('/courses/suggestions/accept', decision(accept, 'accepted'))
  .post('/courses/suggestions/refuse', decision(refuse, 'refused'))
  .post('/courses/suggestions/reconsider', decision(reconsider, 'reconsidered'))

export const workRoutes = routes().route('/', teamRoutes).route('/', formRoutes).route('/', stateRoutes)
