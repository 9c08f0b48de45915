import { z } from 'zod'
import { isStaff } from '../../../../kernel/actor.ts'
import { type Endpoint, reads, writes } from '../../../../web/api.ts'
import { cut, pageOf, pageQuery, placeOf } from '../../../../web/cursor.ts'
import * as sheets from '../../actions/sheets.ts'
import { occupationsFrom } from '../../queries/list.ts'
import * as one from '../../queries/sheet.ts'
import * as answers from '../../schema/answers.ts'
import { collections } from '../../schema/search.ts'
import { families } from '../../tables/vocabulary.ts'
import { bySlug, copied, itemOf, listed, referenceOf } from './items.ts'

const reading: readonly Endpoint[] = [
  reads({
    path: '/occupations',
    summary: 'Occupation sheets: own ones, or the reference repertory (origin=reference, rome, esco)',
    scope: 'occupations:read',
    query: z.object({
      ...pageQuery,
      q: z.string().trim().max(100).default(''),
      origin: z.enum(collections).default('own'),
      sectors: listed,
      families: listed.transform((keys) => families.filter((key) => keys.includes(key))),
      skill: z.string().max(100).default(''),
      group: z.string().max(10).default(''),
    }),
    response: pageOf(answers.sheetItem).extend({ total: z.number() }),
    run: async ({ read, actor, query: { cursor, limit, ...words }, origin }) => {
      const asked = { ...words, state: isStaff(actor) ? ('' as const) : ('published' as const) }
      const { rows, total } = await occupationsFrom(read, actor, asked, placeOf(cursor), limit + 1)
      const { items, next } = cut(rows, limit, ({ place }) => place)
      return { items: items.map((row) => itemOf(row, origin)), next, total }
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
]

export const sheetEndpoints: readonly Endpoint[] = [...reading, ...writing]
