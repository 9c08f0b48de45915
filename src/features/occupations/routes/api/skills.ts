import { z } from 'zod'
import { type Endpoint, reads, writes } from '../../../../web/api.ts'
import { cut, pageOf, pageQuery, placeOf } from '../../../../web/cursor.ts'
import * as skills from '../../actions/skills.ts'
import * as queries from '../../queries/skills.ts'
import * as answers from '../../schema/answers.ts'
import { collections } from '../../schema/search.ts'
import { skillKinds } from '../../tables/vocabulary.ts'
import { bySlug, copied, itemOf, listed, referenceOf } from './items.ts'

const reading: readonly Endpoint[] = [
  reads({
    path: '/skills',
    summary: 'Skills, with how many published sheets ask for each',
    scope: 'occupations:read',
    query: z.object({
      ...pageQuery,
      q: z.string().trim().max(100).default(''),
      origin: z.enum(collections).default('own'),
      kinds: listed.transform((keys) => skillKinds.filter((key) => keys.includes(key))),
    }),
    response: pageOf(answers.skillItem).extend({ total: z.number() }),
    run: async ({ read, actor, query: { cursor, limit, ...asked }, origin }) => {
      const { rows, total } = await queries.skillsFrom(read, actor, asked, placeOf(cursor), limit + 1)
      const { items, next } = cut(rows, limit, ({ place }) => place)
      const itemOf = (row: (typeof rows)[number]) => ({
        ...referenceOf(row),
        url: `${origin}/skills/${row.slug}`,
        origin: row.origin,
        occupations: row.uses,
      })
      return { items: items.map(itemOf), next, total }
    },
  }),
  reads({
    path: '/skills/:slug',
    summary: 'One skill, and the sheets that ask for it',
    scope: 'occupations:read',
    params: bySlug,
    response: answers.skillAnswer,
    run: async ({ read, actor, params, origin }) => {
      const skill = await queries.skillBySlug(read, actor, params.slug)
      if (!skill) return null
      const [broader, narrower, uses] = await Promise.all([
        queries.broaderOf(read, actor, skill.id),
        queries.narrowerOf(read, actor, skill.id),
        queries.usesOf(read, actor, skill.id, 100),
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
]

const skillSaved = (row: { slug: string }, { origin }: { origin: string }) => ({
  slug: row.slug,
  url: `${origin}/skills/${row.slug}`,
})
const skillDoor = { scope: 'occupations:write', response: answers.skillSaved, answer: skillSaved } as const

const writing: readonly Endpoint[] = [
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
]

export const skillEndpoints: readonly Endpoint[] = [...reading, ...writing]
