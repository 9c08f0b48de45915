import { isSignedIn } from '../../../kernel/actor.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { found, goTo, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { answerContact } from '../actions/contacts.ts'
import { closeProfile } from '../actions/erase.ts'
import { addFile } from '../actions/files.ts'
import * as parts from '../actions/parts.ts'
import { removePhoto, setPhoto } from '../actions/photo.ts'
import * as actions from '../actions/profile.ts'
import { saveSkill, setLevels } from '../actions/skills.ts'
import { block, setVisibility } from '../actions/visibility.ts'
import { ClosePage } from '../pages/close.tsx'
import { ReceivedPage } from '../pages/contact.tsx'
import { MinePage, StartPage } from '../pages/mine.tsx'
import { type FormList, formLists, RowFormPage } from '../pages/row-form.tsx'
import { LooksPage, type PreviewAs, PreviewPage, previewRanks, VisibilityPage } from '../pages/visibility.tsx'
import { occupationChoices } from '../queries/choices.ts'
import { employers, lookCount, looks, type OwnProfile, organisationNames, ownWhole, photoOf } from '../queries/own.ts'
import { contactsReceived, previewFor, waitingContacts } from '../queries/profile.ts'
import { talentSlot } from '../schema/slots.ts'
import { text as dealings } from '../text/dealings.ts'
import { text } from '../text/mine.ts'

const words = (c: Web) => text(c.var.page.language)
const ownOf = async (c: Web) => found(await ownWhole(c.var.read, c.var.page.actor))

async function mine(c: Web, failed?: { form: string; draft: Draft }) {
  const { read, page, hang } = c.var
  const own = await ownWhole(read, page.actor)
  const panels = await hang(talentSlot, { hasProfile: own !== null })
  if (!own) return <StartPage page={page} panels={panels} />
  const [occupations, looked, waiting] = await Promise.all([
    occupationChoices(read, page.language),
    lookCount(read, page.actor),
    waitingContacts(read, page.actor),
  ])
  const beside = { looked, waiting, panels }
  return <MinePage page={page} own={own} occupations={occupations} {...beside} failed={failed} />
}

type Write = Parameters<typeof submit>[1]['write']
/** One section of the page: saved by itself; a mistake shows the page again with what was typed. */
const section =
  (form: string, write: Write, say: 'saved' | 'added' = 'saved') =>
  (c: Web) =>
    submit(c, {
      write,
      done: () => `/talents/mine#${form}`,
      notice: () => words(c)(say),
      again: (draft) => mine(c, { form, draft }),
    })

const saves: Record<FormList, Write> = {
  experience: parts.saveExperience,
  education: parts.saveEducation,
  achievement: parts.saveAchievement,
  language: parts.saveLanguage,
  link: parts.saveLink,
}
const listOf = (c: Web): FormList => found(formLists.find((one) => one === c.req.param('list')))
const rowsOf = (own: OwnProfile, list: FormList): readonly { readonly id: string }[] =>
  ({
    experience: own.experiences,
    education: own.education,
    achievement: own.achievements,
    language: own.languages,
    link: own.links,
  })[list]
/** What the form shows of a row: lists as lines. */
const valuesOf = (row: object): Draft['values'] =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.join('\n') : value]),
  )
const withOrganisation = (row: object) => ({
  ...valuesOf(row),
  ...('organisation' in row && { organisationId: (row.organisation as { id: string } | null)?.id ?? '' }),
})

async function rowForm(c: Web) {
  const [list, id] = [listOf(c), c.req.param('id') ?? '']
  const own = await ownOf(c)
  if (id === 'new') return show(c, <RowFormPage page={c.var.page} list={list} id={null} draft={blank} />)
  const row = found(rowsOf(own, list).find((one) => one.id === id))
  return show(
    c,
    <RowFormPage page={c.var.page} list={list} id={id} draft={{ values: withOrganisation(row), errors: {} }} />,
  )
}
function saveRow(c: Web) {
  const list = listOf(c)
  const id = c.req.param('id') === 'new' ? null : (c.req.param('id') ?? null)
  return submit(c, {
    extra: { id },
    write: saves[list],
    done: () => `/talents/mine#${list}`,
    notice: () => words(c)(id ? 'saved' : 'added'),
    again: (draft) => <RowFormPage page={c.var.page} list={list} id={id} draft={draft} />,
  })
}

async function visibility(c: Web, draft?: Draft) {
  const { read, page } = c.var
  const own = await ownOf(c)
  const [suggested, chosen, blocked] = await Promise.all([
    employers(read, page.actor, own),
    organisationNames(read, own.chosenOrganisations),
    organisationNames(read, own.blockedOrganisations),
  ])
  const { visibility: openness, anonymous, titleForm, partOpenings } = own
  const values = { visibility: openness, anonymous, titleForm, parts: partOpenings, chosen, blocked }
  return <VisibilityPage page={page} draft={draft ?? { values, errors: {} }} employers={suggested} />
}
async function preview(c: Web) {
  const { read, page } = c.var
  const asked = page.query.get('as') ?? ''
  const as: PreviewAs = asked in previewRanks ? (asked as PreviewAs) : 'members'
  await ownOf(c)
  return show(c, <PreviewPage page={page} as={as} shown={await previewFor(read, page.actor, previewRanks[as])} />)
}
async function received(c: Web, about: string | null = null, draft: Draft = blank) {
  const { read, page } = c.var
  await ownOf(c)
  return <ReceivedPage page={page} rows={await contactsReceived(read, page.actor)} draft={draft} about={about} />
}

/** One's own pages are for those who are signed in: others sign in first and come back. */
const gate = routes()
gate.use('/talents/mine/*', async (c, next) => {
  if (isSignedIn(c.var.page.actor)) return next()
  const back = c.req.method === 'GET' ? `?next=${encodeURIComponent(c.var.page.path)}` : ''
  return goTo(c, `/sign-in${back}`)
})

export const mineRoutes = routes()
  .route('/', gate)
  .get('/talents/mine', async (c) => show(c, await mine(c)))
  .post('/talents/mine', (c) =>
    press(c, { write: actions.openProfile, done: () => '/talents/mine', notice: () => words(c)('started') }),
  )
  .post('/talents/mine/confirm', (c) =>
    press(c, { write: actions.confirmProfile, done: () => '/talents/mine', notice: () => words(c)('confirmed') }),
  )
  .post('/talents/mine/heading', section('heading', actions.setHeading))
  .post('/talents/mine/occupations', section('occupations', actions.setOccupations))
  .post('/talents/mine/mobility', section('mobility', actions.setMobility))
  .post('/talents/mine/wishes', section('wishes', actions.setWishes))
  .post('/talents/mine/levels', section('skills', setLevels))
  .post('/talents/mine/skill', section('skill', saveSkill, 'added'))
  .post('/talents/mine/file', section('file', addFile, 'added'))
  .post('/talents/mine/photo', section('photo', setPhoto))
  .post('/talents/mine/photo/remove', (c) =>
    press(c, { write: removePhoto, done: () => '/talents/mine#photo', notice: () => words(c)('removed') }),
  )
  .get('/talents/mine/photo.webp', async (c) => {
    const { webp } = found(await photoOf(c.var.read, c.var.page.actor))
    c.header('cache-control', 'private, no-store')
    return c.body(new Uint8Array(webp), 200, { 'content-type': 'image/webp' })
  })
  .post('/talents/mine/move', (c) =>
    press(c, { write: parts.moveRow, done: () => '/talents/mine', notice: () => words(c)('saved') }),
  )
  .post('/talents/mine/remove', (c) =>
    press(c, { write: parts.removeRow, done: () => '/talents/mine', notice: () => words(c)('removed') }),
  )
  .get('/talents/mine/visibility', async (c) => show(c, await visibility(c)))
  .post('/talents/mine/visibility', (c) =>
    submit(c, {
      write: setVisibility,
      done: () => '/talents/mine',
      notice: () => dealings(c.var.page.language)('visibilitySaved'),
      again: (draft) => visibility(c, draft),
    }),
  )
  .post('/talents/mine/block', (c) =>
    press(c, {
      write: block,
      done: () => '/talents/mine/visibility',
      notice: () => dealings(c.var.page.language)('blockedDone'),
    }),
  )
  .get('/talents/mine/preview', preview)
  .get('/talents/mine/looks', async (c) => {
    await ownOf(c)
    return show(c, <LooksPage page={c.var.page} rows={await looks(c.var.read, c.var.page.actor)} />)
  })
  .get('/talents/mine/contacts', async (c) => show(c, await received(c)))
  .post('/talents/mine/contacts/:id', (c) =>
    submit(c, {
      extra: { id: c.req.param('id') },
      write: answerContact,
      done: () => '/talents/mine/contacts',
      notice: () => dealings(c.var.page.language)('answered'),
      again: (draft) => received(c, c.req.param('id'), draft),
    }),
  )
  .get('/talents/mine/close', async (c) => {
    await ownOf(c)
    return show(c, <ClosePage page={c.var.page} />)
  })
  .post('/talents/mine/close', (c) =>
    press(c, { write: closeProfile, done: () => '/talents', notice: () => dealings(c.var.page.language)('closed') }),
  )
  .get('/talents/mine/:list/:id', rowForm)
  .post('/talents/mine/:list/:id', saveRow)
