import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentInput } from '../../talents/schema/content.ts'
import { emptyContent } from './exchange.ts'
import type { Holder } from './holder.ts'
import type { AnyRow, RowList } from './lenses.ts'
import { mergeList, rowLists, standingOf } from './merge.ts'

const nobody: Holder = {
  person: { name: '', email: '' },
  row: null,
  occupations: [],
  skills: [],
  experiences: [],
  education: [],
  achievements: [],
  languages: [],
  links: [],
}
type Job = {
  title: string
  organisationName?: string
  startsOn?: string | null
  endsOn?: string | null
  description?: string
  url?: string
}
const job = (said: Job) =>
  contentInput.shape.experiences.element.parse({ startsOn: null, endsOn: null, description: '', ...said })
const holding = (...jobs: Job[]): Holder => ({
  ...nobody,
  experiences: jobs.map((one, at) => ({ ...job(one), id: String(at) })),
})
const bridge = { title: 'Animatrice 3D', organisationName: 'Studio des Ponts', startsOn: '2021-03' }

describe('an experience that comes in', () => {
  test.each([
    ['known, in other letters', { ...bridge, title: 'ANIMATRICE 3D', organisationName: 'Studio des ponts' }, 'known'],
    ['known, less precisely', { ...bridge, startsOn: '2021' }, 'known'],
    ['known without its employer', { title: 'Animatrice 3D', startsOn: '2021-03' }, 'known'],
    ['known under another title from the same month on', { ...bridge, title: 'Animatrice' }, 'known'],
    ['completed by what was silent', { ...bridge, description: 'Une série.' }, 'completes'],
    ['new at another time', { ...bridge, startsOn: '2015', endsOn: '2016' }, 'new'],
    ['new elsewhere', { ...bridge, organisationName: 'Bulle' }, 'new'],
  ] as const)('is %s', (_, told, standing) => {
    expect(standingOf(holding(bridge), 'experiences', job(told))).toBe(standing)
  })
  test('never takes the place of what was written, nor ends what goes on', () => {
    const there = { ...bridge, description: 'Mes mots.' }
    const told = job({ ...bridge, endsOn: '2023-01', description: 'D’autres mots.', url: 'https://ponts.example.com' })
    expect(mergeList(holding(there), 'experiences', [told])).toEqual({
      add: [],
      fill: [{ id: '0', changes: { url: 'https://ponts.example.com' } }],
    })
  })
  test('is taken once when a file tells it twice', () => {
    const twice = [job(bridge), job({ ...bridge, description: 'Une série.' })]
    expect(mergeList(nobody, 'experiences', twice).add).toMatchObject([{ description: 'Une série.' }])
  })
})

test('a link is the same with and without its scheme, www and slash', () => {
  const link = (url: string) => contentInput.shape.links.element.parse({ url })
  const holder = { ...nobody, links: [{ ...link('https://www.camille.example.org/'), id: 'a' }] }
  expect(mergeList(holder, 'links', [link('http://camille.example.org')])).toEqual({ add: [], fill: [] })
})

const word = fc.constantFrom('', 'Studio des Ponts', 'studio des ponts', 'Bulle', 'Animatrice')
const day = fc.option(fc.constantFrom('2019', '2019-03', '2021-06'))
const full = fc.constantFrom('Studio des Ponts', 'studio des ponts', 'Bulle', 'Animatrice')
const lists = fc.record({
  experiences: fc.array(
    fc.record({ title: full, organisationName: word, startsOn: day, endsOn: fc.constant(null), description: word }),
    { maxLength: 4 },
  ),
  education: fc.array(
    fc.record({
      area: full,
      institution: word,
      diploma: word,
      startsOn: day,
      endsOn: fc.constant(null),
      description: word,
    }),
    { maxLength: 4 },
  ),
  skills: fc.array(fc.record({ name: full, skillId: fc.constant(null), level: fc.option(fc.constantFrom(1, 2)) }), {
    maxLength: 4,
  }),
  languages: fc.array(
    fc.record({
      code: fc.constantFrom('fr', 'en'),
      name: fc.constant(''),
      level: fc.option(fc.constantFrom('B1', 'C1')),
    }),
    { maxLength: 4 },
  ),
  links: fc.array(fc.record({ url: fc.constantFrom('https://a.org', 'https://www.a.org/', 'https://b.org') }), {
    maxLength: 4,
  }),
})
const applied = (holder: Holder, list: RowList, { add, fill }: ReturnType<typeof mergeList>) => {
  const kept = (holder[list] as readonly (AnyRow & { id: string })[]).map((row) => ({
    ...row,
    ...fill.find(({ id }) => id === row.id)?.changes,
  }))
  return [...kept, ...add.map((row, at) => ({ ...row, id: `new ${at}` }))]
}
test('bringing the same in again changes nothing more', () => {
  fc.assert(
    fc.property(lists, (raw) => {
      const content = {
        ...emptyContent,
        ...contentInput
          .pick({ experiences: true, education: true, skills: true, languages: true, links: true })
          .parse(raw),
      }
      for (const list of rowLists) {
        const once = {
          ...nobody,
          [list]: applied(nobody, list, mergeList(nobody, list, content[list] as never)),
        } as Holder
        const again = mergeList(once, list, content[list] as never)
        expect(again.add).toEqual([])
        const twice = { ...once, [list]: applied(once, list, again) } as Holder
        expect(mergeList(twice, list, content[list] as never)).toEqual({ add: [], fill: [] })
      }
    }),
    { numRuns: 300 },
  )
})
