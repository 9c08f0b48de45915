import { blank, type Draft } from '../../../ui/form.tsx'
import { found, need, routes, show, submit, type Web } from '../../../web/routing.tsx'
import * as actions from '../actions/skills.ts'
import { MergeSkill, SkillForm, skillValues } from '../pages/skill-form.tsx'
import { SkillIndex, SkillPage } from '../pages/skills.tsx'
import * as policy from '../policy.ts'
import { ownSkill } from '../queries/contents.ts'
import { collectionCounts } from '../queries/list.ts'
import * as queries from '../queries/skills.ts'
import { wordingOf } from '../rules/titles.ts'
import { skillSearch } from '../schema/search.ts'
import { workText } from '../text/work.ts'
import { askedOfSkills } from './asked.ts'
import { exportSkills } from './exports.ts'
import { sectorsIn } from './sheets.tsx'

const slugOf = (c: Web) => c.req.param('slug') ?? ''
const skillOf = async (c: Web) => found(await queries.skillBySlug(c.var.read, c.var.page.actor, slugOf(c)))
const usesShown = 30

async function index(c: Web) {
  const { page, read } = c.var
  const { state, search } = askedOfSkills(page)
  const result = await queries.skillList(read, page.actor, search)
  return show(
    c,
    <SkillIndex page={page} state={state} result={result} counts={await collectionCounts(read, page.actor)} />,
  )
}

async function skill(c: Web) {
  const { page, read } = c.var
  const { actor } = page
  const merged = await queries.mergedSlug(read, actor, slugOf(c))
  if (merged) return c.redirect(page.href(`/skills/${merged}`), 301)
  const one = await skillOf(c)
  const [uses, useTotal, broader, narrower, sectors] = await Promise.all([
    queries.usesOf(read, actor, one.id, usesShown),
    queries.useCount(read, actor, one.id),
    queries.broaderOf(read, actor, one.id),
    queries.narrowerOf(read, actor, one.id),
    sectorsIn(c),
  ])
  const shown = { page, skill: one, uses, useTotal, broader, narrower, sectors }
  return show(c, <SkillPage {...shown} />)
}

/** Own skills for fields that suggest: [{ id, label, detail }], best first. */
async function suggest(c: Web) {
  const { page, read } = c.var
  const asked = skillSearch.parse({ q: c.req.query('q'), page: 1, origin: 'own', kinds: [] })
  const { rows } = await queries.skillList(read, page.actor, asked, 12)
  return c.json(rows.map(({ slug, label }) => ({ id: slug, label: wordingOf(label, page.language) })))
}

type Row = Awaited<ReturnType<typeof skillOf>>
async function form(c: Web, one: Row | null, draft?: Draft) {
  const { page, read } = c.var
  const content = one && (await ownSkill(read, page.actor, one))
  const above = content?.broader ? await queries.skillBySlug(read, page.actor, content.broader) : null
  const broader = above ? wordingOf(above.label, page.language) : ''
  const filled = content && { values: skillValues(content, broader), errors: {} }
  return <SkillForm page={page} draft={draft ?? filled ?? blank} skill={one} sectors={await sectorsIn(c)} />
}
async function newForm(c: Web) {
  need(c, policy.keepSkills, {})
  return show(c, await form(c, null))
}
async function editForm(c: Web) {
  const one = await skillOf(c)
  need(c, policy.edit, one)
  return show(c, await form(c, one))
}
async function mergeForm(c: Web) {
  const one = await skillOf(c)
  need(c, policy.edit, one)
  return show(c, <MergeSkill page={c.var.page} draft={blank} skill={one} />)
}

const there = ({ slug }: { slug: string }) => `/skills/${slug}`
const create = (c: Web) =>
  submit(c, {
    write: actions.createSkill,
    done: there,
    notice: (_, language) => workText(language)('skillSaved'),
    again: (draft) => form(c, null, draft),
  })
const edit = (c: Web) =>
  submit(c, {
    extra: { slug: slugOf(c) },
    write: actions.editSkill,
    done: there,
    notice: (_, language) => workText(language)('skillSaved'),
    again: async (draft) => form(c, await skillOf(c), draft),
  })
async function merge(c: Web) {
  const one = await skillOf(c)
  return submit(c, {
    extra: { slug: one.slug },
    write: actions.mergeSkill,
    done: there,
    notice: (kept, language) =>
      workText(language)('merged', { one: wordingOf(one.label, language), other: wordingOf(kept.label, language) }),
    again: async (draft) => <MergeSkill page={c.var.page} draft={draft} skill={one} />,
  })
}

export const skillRoutes = routes()
  .get('/skills', index)
  .get('/skills.csv', (c) => exportSkills(c, 'csv', askedOfSkills(c.var.page).search))
  .get('/skills.xlsx', (c) => exportSkills(c, 'xlsx', askedOfSkills(c.var.page).search))
  .get('/skills/suggest', suggest)
  .get('/skills/new', newForm)
  .post('/skills/new', create)
  .get('/skills/:slug', skill)
  .get('/skills/:slug/edit', editForm)
  .post('/skills/:slug/edit', edit)
  .get('/skills/:slug/merge', mergeForm)
  .post('/skills/:slug/merge', merge)
