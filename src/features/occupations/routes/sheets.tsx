import { dayOf } from '../../../kernel/days.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Sector } from '../../../ui/tint.ts'
import { found, goTo, need, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { sectorList } from '../../organisations/queries/directory.ts'
import * as actions from '../actions/sheets.ts'
import { historyInWords } from '../pages/history.ts'
import { OccupationIndex, ReferenceIndex } from '../pages/index.tsx'
import { ReviewsPage } from '../pages/reviews.tsx'
import { SheetPage } from '../pages/sheet/page.tsx'
import { SheetForm, valuesOf } from '../pages/sheet-form.tsx'
import { VersionsPage } from '../pages/versions.tsx'
import * as policy from '../policy.ts'
import { contentOf } from '../queries/contents.ts'
import { history } from '../queries/history.ts'
import { collectionCounts, mainGroups, occupationList } from '../queries/list.ts'
import { ownerNames } from '../queries/owners.ts'
import * as queries from '../queries/sheet.ts'
import { skillBySlug, skillChoices } from '../queries/skills.ts'
import { wordingOf } from '../rules/titles.ts'
import { differencesBetween } from '../rules/versions.ts'
import { withMainSector } from '../schema/sheet.ts'
import { occupationAsideSlot, occupationDeedsSlot, occupationSlot } from '../schema/slots.ts'
import { workText } from '../text/work.ts'
import { askedOfIndex, askedOfReference } from './asked.ts'
import { exportSheets } from './exports.ts'

export async function sectorsIn(c: Web): Promise<Sector[]> {
  const { page, read } = c.var
  return (await sectorList(read)).map(({ key, label, colour }) => ({
    key,
    label: inLanguage(label, page.language),
    colour,
  }))
}
const slugOf = (c: Web) => c.req.param('slug') ?? ''
const sheetOf = async (c: Web) => found(await queries.sheetBySlug(c.var.read, c.var.page.actor, slugOf(c)))

async function index(c: Web) {
  const { page, read, hang } = c.var
  const origin = page.query.get('origin')
  if (origin === 'rome' || origin === 'esco') return c.redirect(page.href(`/occupations/reference?${page.query}`), 303)
  const { state, search } = askedOfIndex(page)
  const [result, sectors, counts, deeds, skill] = await Promise.all([
    occupationList(read, page.actor, search),
    sectorsIn(c),
    collectionCounts(read, page.actor),
    hang(occupationDeedsSlot, {}),
    search.skill ? skillBySlug(read, page.actor, search.skill) : null,
  ])
  const named = skill && { slug: skill.slug, label: wordingOf(skill.label, page.language) }
  const shown = { page, state, result, sectors, counts, deeds, skill: named }
  return show(c, <OccupationIndex {...shown} />)
}
async function reference(c: Web) {
  const { page, read, hang } = c.var
  const { state, search } = askedOfReference(page)
  const [result, counts, groups, deeds] = await Promise.all([
    occupationList(read, page.actor, search),
    collectionCounts(read, page.actor),
    mainGroups(read),
    hang(occupationDeedsSlot, {}),
  ])
  const shown = groups.filter(({ origin }) => search.origin === 'reference' || origin === search.origin)
  return show(c, <ReferenceIndex {...{ page, state, result, counts, deeds }} groups={shown} />)
}
const exported =
  (kind: 'csv' | 'xlsx', asked: (page: Page) => { search: ReturnType<typeof askedOfIndex>['search'] }) =>
  async (c: Web) => {
    const labels = new Map((await sectorsIn(c)).map(({ key, label }) => [key, label]))
    return exportSheets(c, kind, asked(c.var.page).search, (key) => labels.get(key) ?? key)
  }

async function sheet(c: Web) {
  const { page, read, hang } = c.var
  const { actor } = page
  const one = await sheetOf(c)
  const lines = await queries.skillLines(read, actor, one.id)
  const about = { id: one.id, slug: one.slug, origin: one.origin, sectors: one.sectors, romeCodes: one.romeCodes }
  const [aliases, linked, neighbours, moves, group, sectors, owners, deeds, panels, asides] = await Promise.all([
    queries.aliasesOf(read, actor, one.id),
    queries.linkedSheets(read, actor, one),
    queries.neighbours(read, one, lines),
    one.origin === 'rome' ? queries.movesFrom(read, actor, one) : [],
    queries.groupOf(read, one),
    sectorsIn(c),
    ownerNames(read, [one.ownerId]),
    history(read, actor, one.id),
    hang(occupationSlot, about),
    hang(occupationAsideSlot, about),
  ])
  const owner = owners.get(one.ownerId ?? '') ?? null
  const told = historyInWords(deeds, page.language, new Map(sectors.map(({ key, label }) => [key, label])))
  const near = { linked, neighbours, moves, group }
  const shown = { page, sheet: one, sectors, lines, aliases, ...near, owner, history: told, panels, asides }
  return show(c, <SheetPage {...shown} />)
}

const isNumber = (text: string | null) => (text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null)
async function versions(c: Web) {
  const { page, read } = c.var
  const one = await sheetOf(c)
  const list = await queries.versionsOf(read, page.actor, one.id)
  const to = list.find(({ number }) => number === isNumber(page.query.get('to'))) ?? list[0]
  const from = list.find(({ number }) => number === isNumber(page.query.get('from'))) ?? list[1]
  const differences = from && to ? differencesBetween(from.content, to.content) : []
  const slugs = differences.flatMap((one) =>
    one.field === 'skills' ? [...one.added, ...one.removed, ...one.changed.map(({ after }) => after)] : [],
  )
  const skills = await queries.skillLabels(
    read,
    page.actor,
    slugs.map(({ skill }) => skill),
  )
  const sectors = new Map((await sectorsIn(c)).map(({ key, label }) => [key, label]))
  const comparison = from && to ? { from: from.number, to: to.number, differences } : null
  return show(
    c,
    <VersionsPage page={page} sheet={one} versions={list} comparison={comparison} skills={skills} sectors={sectors} />,
  )
}

async function form(c: Web, one: queries.Sheet | null, draft?: Draft) {
  const { page, read } = c.var
  const skills = one ? await skillChoices(read, page.actor) : []
  const filled = one && { values: valuesOf(await contentOf(read, page.actor, one), skills, page), errors: {} }
  return <SheetForm page={page} draft={draft ?? filled ?? blank} sheet={one} sectors={await sectorsIn(c)} />
}
async function newForm(c: Web) {
  need(c, policy.write, {})
  return show(c, await form(c, null))
}
async function editForm(c: Web) {
  const one = await sheetOf(c)
  need(c, policy.edit, one)
  return show(c, await form(c, one))
}
const create = (c: Web) =>
  submit(c, {
    write: (context, values) => actions.create(context, withMainSector(values)),
    done: ({ slug }) => `/occupations/${slug}`,
    notice: (_, language) => workText(language)('saved'),
    again: (draft) => form(c, null, draft),
  })
const edit = (c: Web) =>
  submit(c, {
    extra: { slug: slugOf(c) },
    write: (context, values) => actions.edit(context, withMainSector(values)),
    done: ({ slug }) => `/occupations/${slug}`,
    notice: ({ state, versionNumber }, language) =>
      state === 'published'
        ? workText(language)('savedPublished', { number: versionNumber })
        : workText(language)('saved'),
    again: async (draft) => form(c, await sheetOf(c), draft),
  })

const there = ({ slug }: { slug: string }) => `/occupations/${slug}`
const publish = (c: Web) =>
  press(c, {
    extra: { slug: slugOf(c) },
    write: actions.publish,
    done: there,
    notice: ({ versionNumber }, language) => workText(language)('published', { number: versionNumber }),
  })
const deed = (write: typeof actions.archive, key: 'unpublished' | 'archived') => (c: Web) =>
  press(c, { extra: { slug: slugOf(c) }, write, done: there, notice: (_, language) => workText(language)(key) })

/** From the list of reviews back to it, from the sheet to the sheet. */
async function review(c: Web) {
  const fromList = c.req.header('referer')?.includes('/occupations/reviews')
  return press(c, {
    extra: { slug: slugOf(c) },
    write: actions.review,
    done: (row) => (fromList ? '/occupations/reviews' : there(row)),
    notice: (_, language) => workText(language)('reviewed'),
  })
}
async function reviews(c: Web) {
  const { page, read } = c.var
  need(c, policy.write, {})
  const rows = await queries.reviewList(read, page.actor)
  const names = await ownerNames(
    read,
    rows.map(({ ownerId }) => ownerId),
  )
  const named = rows.map((row) => ({ ...row, owner: names.get(row.ownerId ?? '') ?? null }))
  return show(c, <ReviewsPage page={page} rows={named} today={dayOf(page.now)} />)
}

export const sheetRoutes = routes()
  .get('/occupations', index)
  .get('/occupations.csv', exported('csv', askedOfIndex))
  .get('/occupations.xlsx', exported('xlsx', askedOfIndex))
  .get('/occupations/reference', reference)
  .get('/occupations/reference.csv', exported('csv', askedOfReference))
  .get('/occupations/reference.xlsx', exported('xlsx', askedOfReference))
  .get('/occupations/new', newForm)
  .post('/occupations/new', create)
  .get('/occupations/reviews', reviews)
  .get('/occupations/skills', (c) => goTo(c, '/skills'))
  .get('/occupations/:slug', sheet)
  .get('/occupations/:slug/edit', editForm)
  .post('/occupations/:slug/edit', edit)
  .get('/occupations/:slug/versions', versions)
  .post('/occupations/:slug/publish', publish)
  .post('/occupations/:slug/unpublish', deed(actions.unpublish, 'unpublished'))
  .post('/occupations/:slug/archive', deed(actions.archive, 'archived'))
  .post('/occupations/:slug/review', review)
