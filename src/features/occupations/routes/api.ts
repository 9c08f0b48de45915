import { z } from 'zod'
import { isStaff } from '../../../kernel/actor.ts'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import * as sheets from '../actions/sheets.ts'
import * as skills from '../actions/skills.ts'
import { abandonImport, submitImport } from '../actions/uploads.ts'
import { type OccupationRow, occupationList } from '../queries/list.ts'
import { repertories } from '../queries/repertories.ts'
import * as one from '../queries/sheet.ts'
import * as some from '../queries/skills.ts'
import * as answers from '../schema/answers.ts'
import { collections } from '../schema/search.ts'
import { families, type Origin, type SkillKind, skillKinds, type Worded } from '../tables/vocabulary.ts'

/** Lists of the API go by number: searches are ordered by relevance, which no cursor can hold. */
const pages = {
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(30),
}
const listed = z
  .string()
  .max(500)
  .default('')
  .transform((text) => text.split(',').filter(Boolean))
const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), total: z.number() })
const bySlug = z.object({ slug: z.string().max(100) })

const itemOf = (row: OccupationRow, origin: string) => ({
  slug: row.slug,
  url: `${origin}/occupations/${row.slug}`,
  origin: row.origin,
  code: row.code,
  state: row.state,
  title: { fr: { masculine: row.masculine, feminine: row.feminine }, en: row.english },
  sectors: row.sectors,
  family: row.family,
  summary: row.summary,
  changedAt: row.changedAt.toISOString(),
})
type Skill = { readonly slug: string; readonly label: Worded; readonly kind: SkillKind }
const referenceOf = ({ slug, label, kind }: Skill) => ({ slug, label, kind })
const copied = (lists: {
  readonly fr?: readonly string[] | undefined
  readonly en?: readonly string[] | undefined
}) => ({
  ...(lists.fr && { fr: [...lists.fr] }),
  ...(lists.en && { en: [...lists.en] }),
})

const reading: readonly Endpoint[] = [
  reads({
    path: '/occupations',
    summary: 'Occupation sheets: own ones, or the reference repertory (origin=reference, rome, esco)',
    scope: 'occupations:read',
    query: z.object({
      ...pages,
      q: z.string().trim().max(100).default(''),
      origin: z.enum(collections).default('own'),
      sectors: listed,
      families: listed.transform((keys) => families.filter((key) => keys.includes(key))),
      skill: z.string().max(100).default(''),
      group: z.string().max(10).default(''),
    }),
    response: listOf(answers.sheetItem),
    run: async ({ read, actor, query: { limit, ...asked }, origin }) => {
      const { rows, total } = await occupationList(
        read,
        actor,
        { ...asked, state: isStaff(actor) ? '' : 'published' },
        limit,
      )
      return { items: rows.map((row) => itemOf(row, origin)), total }
    },
  }),
  reads({
    path: '/occupations/:slug',
    summary: 'One sheet, with its skills, aliases, references and neighbours',
    scope: 'occupations:read',
    params: bySlug,
    response: answers.sheetAnswer,
    run: async ({ read, actor, params, origin }) => {
      const sheet = await one.sheetBySlug(read, actor, params.slug)
      if (!sheet) return null
      const lines = await one.skillLines(read, actor, sheet.id)
      const [aliases, linked, near] = await Promise.all([
        one.aliasesOf(read, actor, sheet.id),
        one.linkedSheets(read, actor, sheet),
        one.neighbours(read, sheet, lines),
      ])
      return {
        ...itemOf(sheet, origin),
        missions: copied(sheet.missions),
        conditions: sheet.conditions,
        prospects: sheet.prospects,
        aliases,
        skills: lines.map((line) => ({ ...referenceOf(line), essential: line.essential, level: line.level })),
        romeCodes: sheet.romeCodes,
        escoUri: sheet.escoUri,
        isco: sheet.isco,
        reviewedOn: sheet.reviewedOn,
        version: sheet.versionNumber,
        references: linked.map((row) => itemOf(row, origin)),
        neighbours: near.map((row) => ({ ...itemOf(row, origin), sharedSkills: row.shared })),
      }
    },
  }),
  reads({
    path: '/occupations/:slug/versions',
    summary: 'The published versions of a sheet, the latest first',
    scope: 'occupations:read',
    params: bySlug,
    response: z.object({ items: z.array(answers.versionItem) }),
    run: async ({ read, actor, params }) => {
      const sheet = await one.sheetBySlug(read, actor, params.slug)
      if (!sheet) return null
      const versions = await one.versionsOf(read, actor, sheet.id)
      return {
        items: versions.map(({ number, publishedAt, content }) => ({
          number,
          publishedAt: publishedAt.toISOString(),
          content,
        })),
      }
    },
  }),
  reads({
    path: '/skills',
    summary: 'Skills, with how many published sheets ask for each',
    scope: 'occupations:read',
    query: z.object({
      ...pages,
      q: z.string().trim().max(100).default(''),
      origin: z.enum(collections).default('own'),
      kinds: listed.transform((keys) => skillKinds.filter((key) => keys.includes(key))),
    }),
    response: listOf(answers.skillItem),
    run: async ({ read, actor, query: { limit, ...asked }, origin }) => {
      const { rows, total } = await some.skillList(read, actor, asked, limit)
      const url = (slug: string) => `${origin}/skills/${slug}`
      return {
        items: rows.map((row) => ({
          ...referenceOf(row),
          url: url(row.slug),
          origin: row.origin as Origin,
          occupations: row.uses,
        })),
        total,
      }
    },
  }),
  reads({
    path: '/skills/:slug',
    summary: 'One skill, and the sheets that ask for it',
    scope: 'occupations:read',
    params: bySlug,
    response: answers.skillAnswer,
    run: async ({ read, actor, params, origin }) => {
      const skill = await some.skillBySlug(read, actor, params.slug)
      if (!skill) return null
      const [broader, narrower, uses] = await Promise.all([
        some.broaderOf(read, actor, skill.id),
        some.narrowerOf(read, actor, skill.id),
        some.usesOf(read, actor, skill.id, 100),
      ])
      return {
        ...referenceOf(skill),
        url: `${origin}/skills/${skill.slug}`,
        origin: skill.origin,
        code: skill.code,
        summary: skill.summary,
        aliases: copied(skill.aliases),
        sectors: skill.sectors,
        broader: broader.map(referenceOf),
        narrower: narrower.map(referenceOf),
        occupations: uses.map((row) => itemOf(row, origin)),
      }
    },
  }),
  reads({
    path: '/occupations-repertories',
    summary: 'What is imported: repertory, version, day and counts (team only)',
    scope: 'occupations:read',
    response: z.object({ items: z.array(answers.repertoryItem) }),
    run: async ({ read, actor }) => {
      if (!isStaff(actor)) return null
      const states = await repertories(read, actor)
      return {
        items: states.map(({ key, imported, sheets, skills, moves }) => ({
          key,
          version: imported?.version ?? '',
          importedAt: imported?.importedAt?.toISOString() ?? null,
          sheets,
          skills,
          moves,
        })),
      }
    },
  }),
]

type Saved = Awaited<ReturnType<typeof sheets.create>>
const saved = (row: Saved, { origin }: { origin: string }) => ({
  slug: row.slug,
  url: `${origin}/occupations/${row.slug}`,
  state: row.state,
  version: row.versionNumber,
})
const deed = (action: typeof sheets.publish, path: string, summary: string) =>
  writes({
    method: 'post',
    path: `/occupations/:slug/${path}`,
    summary,
    scope: 'occupations:write',
    action,
    params: bySlug,
    response: answers.sheetSaved,
    answer: saved,
  })
const skillSaved = (row: { slug: string }, { origin }: { origin: string }) => ({
  slug: row.slug,
  url: `${origin}/skills/${row.slug}`,
})
const skillDoor = { scope: 'occupations:write', response: answers.skillSaved, answer: skillSaved } as const
type ImportRow = { id: string; state: string }
const importSaved = ({ id, state }: ImportRow, { origin }: { origin: string }) => ({
  id,
  state,
  url: `${origin}/occupations/repertories/${id}`,
})

const writing: readonly Endpoint[] = [
  writes({
    method: 'post',
    path: '/occupations',
    summary: 'A new sheet, as a draft',
    scope: 'occupations:write',
    action: sheets.create,
    status: 201,
    response: answers.sheetSaved,
    answer: saved,
  }),
  writes({
    method: 'put',
    path: '/occupations/:slug',
    summary: 'Change a sheet; a published one gets a new version',
    scope: 'occupations:write',
    action: sheets.edit,
    params: bySlug,
    response: answers.sheetSaved,
    answer: saved,
  }),
  deed(sheets.publish, 'publish', 'Publish a sheet'),
  deed(sheets.unpublish, 'unpublish', 'Take a sheet back from the public'),
  deed(sheets.archive, 'archive', 'Archive a sheet'),
  deed(sheets.review, 'review', 'Say that a sheet has been read again today and still holds'),
  writes({
    ...skillDoor,
    method: 'post',
    path: '/skills',
    summary: 'A new skill',
    action: skills.createSkill,
    status: 201,
  }),
  writes({
    ...skillDoor,
    method: 'put',
    path: '/skills/:slug',
    summary: 'Change a skill',
    action: skills.editSkill,
    params: bySlug,
  }),
  writes({
    ...skillDoor,
    method: 'post',
    path: '/skills/:slug/merge',
    summary: 'Merge a skill into another one',
    action: skills.mergeSkill,
    params: bySlug,
  }),
  writes({
    method: 'post',
    path: '/occupations-imports',
    summary: 'Hand in a file: ROME or ESCO archive, or own sheets; {kind, file: {name, base64}}',
    scope: 'occupations:write',
    action: submitImport,
    status: 201,
    response: answers.importSaved,
    answer: importSaved,
  }),
  writes({
    method: 'post',
    path: '/occupations-imports/:id/abandon',
    summary: 'Set a proposed import aside',
    scope: 'occupations:write',
    action: abandonImport,
    params: z.object({ id: z.string().max(40) }),
    response: answers.importSaved,
    answer: importSaved,
  }),
]

export const endpoints: readonly Endpoint[] = [...reading, ...writing]
