import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Content, contentInput } from '../../talents/schema/content.ts'
import { achievementKinds, cefrLevels, experienceKinds, linkKinds, workKinds } from '../../talents/schema/vocabulary.ts'
import { type Resume, resumeShape } from '../schema/resume.ts'
import { emptyContent, fromResume, toResume } from './exchange.ts'
import type { Vocabulary } from './lenses.ts'
import { readResume } from './read-resume.ts'

const ids = [
  '0198f2a0-0000-7000-8000-000000000001',
  '0198f2a0-0000-7000-8000-000000000002',
  '0198f2a0-0000-7000-8000-000000000003',
]
const labels = new Map([
  [ids[0], 'Blender'],
  [ids[1], 'Animer des personnages'],
  // Two skills of the list may bear one name.
  [ids[2], 'Blender'],
])
const words: Vocabulary = {
  language: 'fr',
  skillNamed: (name) => [...labels].find(([, label]) => label.toLowerCase() === name.toLowerCase())?.[0] ?? null,
  skillLabel: (id) => labels.get(id) ?? '',
  isSkill: (id) => labels.has(id),
  isOccupation: (id) => ids.includes(id),
  isOrganisation: (id) => ids.includes(id),
  isCourse: (id) => ids.includes(id),
}
const person = { name: 'Ada Marchand', email: 'ada@example.org' }

const word = fc.constantFrom(
  'Blender',
  'blender',
  'Notions',
  'Expert',
  'Studio des Ponts',
  'Anglais',
  'français',
  'courant',
  'B2',
  'GitHub',
  ' avec des blancs ',
  'deux\nlignes',
  'ada@example.org',
  'Ada Marchand',
  '',
  'x'.repeat(6000),
)
const text = fc.oneof(word, fc.string({ maxLength: 12 }))
const date = fc.oneof(
  fc.constantFrom('2019', '2019-03', '2019-03-31', '2019-19-39', '1850', '2021-02-30'),
  fc.integer({ min: 1990, max: 2026 }).map(String),
)
const url = fc.constantFrom(
  'https://ada.example.org',
  'http://ponts.example.com/a?b=c',
  'ftp://old.example.org/',
  'mailto:a@b.org',
  'https://github.com/ada',
)
const texts = fc.array(text, { maxLength: 4 })
const unknown = fc.dictionary(fc.constantFrom('x-note', 'zip', 'remote'), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 })
const entry = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.tuple(fc.record(fields, { requiredKeys: [] }), unknown).map(([one, more]) => ({ ...more, ...one }))
const many = (one: fc.Arbitrary<unknown>) => fc.array(one, { maxLength: 4 })
const period = { startDate: date, endDate: date }
const anyResume = entry({
  $schema: url,
  basics: entry({
    name: text,
    label: text,
    image: text,
    email: fc.constantFrom('ada@example.org', 'a@b.fr'),
    phone: fc.oneof(text, fc.constant('06 12 34 56 78')),
    url,
    summary: text,
    location: entry({
      address: text,
      postalCode: text,
      city: text,
      countryCode: fc.oneof(text, fc.constant('BE')),
      region: text,
    }),
    profiles: many(entry({ network: text, username: text, url })),
  }),
  work: many(
    entry({
      name: text,
      location: text,
      description: text,
      position: text,
      url,
      ...period,
      summary: text,
      highlights: texts,
    }),
  ),
  volunteer: many(entry({ organization: text, position: text, url, ...period, summary: text, highlights: texts })),
  education: many(
    entry({ institution: text, url, area: text, studyType: text, ...period, score: text, courses: texts }),
  ),
  awards: many(entry({ title: text, date, awarder: text, summary: text })),
  certificates: many(entry({ name: text, date, url, issuer: text })),
  publications: many(entry({ name: text, publisher: text, releaseDate: date, url, summary: text })),
  skills: many(entry({ name: text, level: text, keywords: texts })),
  languages: many(entry({ language: text, fluency: text })),
  interests: many(entry({ name: text, keywords: texts })),
  references: many(entry({ name: text, reference: text })),
  projects: many(
    entry({
      name: text,
      description: text,
      highlights: texts,
      keywords: texts,
      ...period,
      url,
      roles: texts,
      entity: text,
      type: text,
    }),
  ),
  meta: entry({ canonical: url, version: text, lastModified: text }),
})

const line = fc.constantFrom('', 'Studio des Ponts', 'Animatrice 3D', 'Blender', 'Expert', 'Lyon')
const full = fc.constantFrom('Studio des Ponts', 'Animatrice 3D', 'Anglais', 'Prix du public')
const address = fc.constantFrom('https://ada.example.org', 'https://github.com/ada')
const day = fc.option(fc.constantFrom('2019', '2019-03', '2019-03-31', '2022-06'))
const idOf = fc.option(fc.constantFrom(...ids))
const level = fc.option(fc.constantFrom(1, 2, 3, 4))
const lines = fc.array(full, { maxLength: 3 })
const uniqueBy = (one: fc.Arbitrary<object>, selector: (row: never) => unknown) =>
  fc.uniqueArray(one, { maxLength: 5, selector: selector as (row: object) => unknown })
const anyContent = fc
  .record({
    heading: fc.record({
      headline: line,
      summary: line,
      city: line,
      department: fc.constantFrom('', '69', '2A'),
      country: fc.constantFrom('FR', 'BE'),
      phone: fc.constantFrom('', '06 12 34 56 78'),
      email: fc.constantFrom('', 'pro@example.org'),
    }),
    occupations: fc.record({ held: fc.subarray(ids), sought: fc.subarray(ids) }),
    skills: uniqueBy(
      fc.record({ skillId: idOf, name: full, level }),
      (row: { skillId: string | null; name: string }) => row.skillId ?? row.name,
    ),
    experiences: many(
      fc.record({
        kind: fc.constantFrom(...experienceKinds),
        title: full,
        organisationId: idOf,
        organisationName: line,
        location: line,
        url: fc.oneof(fc.constant(''), address),
        startsOn: day,
        endsOn: fc.constant(null),
        description: line,
        highlights: lines,
      }),
    ),
    education: many(
      fc.record({
        courseId: idOf,
        institution: line,
        url: fc.oneof(fc.constant(''), address),
        area: full,
        diploma: line,
        startsOn: day,
        endsOn: fc.constant(null),
        score: line,
        courses: lines,
        description: line,
      }),
    ),
    achievements: many(
      fc.record({
        kind: fc.constantFrom(...achievementKinds),
        title: full,
        issuer: line,
        date: day,
        url: fc.oneof(fc.constant(''), address),
        summary: line,
        keywords: lines,
      }),
    ),
    languages: uniqueBy(
      fc.record({
        code: fc.constantFrom('fr', 'en', 'br'),
        name: fc.constantFrom('', 'Anglais'),
        level: fc.option(fc.constantFrom(...cefrLevels)),
      }),
      (row: { code: string; name: string }) => `${row.code} ${row.name}`,
    ),
    links: many(fc.record({ kind: fc.constantFrom(...linkKinds), label: line, url: address, username: line })),
    mobility: fc.record({
      towns: fc.subarray(['Lyon', 'Annecy']),
      departments: fc.subarray(['69', '74']),
      wholeRegion: fc.boolean(),
      remote: fc.boolean(),
      radiusKm: fc.option(fc.integer({ min: 1, max: 100 })),
    }),
    wishes: fc.record({ availableOn: fc.option(fc.constant('2027-01-01')), workKinds: fc.subarray([...workKinds]) }),
  })
  .map((raw) => contentInput.parse(raw))

const asFile = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

describe('JSON Resume', () => {
  test('what is exported and imported again is the same profile', () => {
    fc.assert(
      fc.property(anyContent, (content: Content) => {
        const file = asFile(toResume(content, person, words))
        expect(resumeShape.safeParse(file).success).toBe(true)
        expect(fromResume(file, person, words)).toEqual(content)
      }),
      { numRuns: 300 },
    )
  })
  test('what is imported and exported again is the same file, to the last unknown field', () => {
    fc.assert(
      fc.property(anyResume, (raw) => {
        const file = asFile(resumeShape.parse(raw)) as Resume
        const content = fromResume(file, person, words)
        expect(contentInput.safeParse(content).error).toBeUndefined()
        expect(asFile(toResume(asFile(content), person, words))).toEqual(file)
      }),
      { numRuns: 400 },
    )
  })
  test('a profile that came from a file survives its own export too', () => {
    fc.assert(
      fc.property(anyResume, (raw) => {
        const content = fromResume(asFile(resumeShape.parse(raw)) as Resume, person, words)
        expect(fromResume(asFile(toResume(content, person, words)), person, words)).toEqual(content)
      }),
      { numRuns: 200 },
    )
  })
  test('what the person has changed since wins over what the file said', () => {
    const content = fromResume(
      { work: [{ name: 'Studio des Ponts', position: ' Animatrice ', startDate: '2019', remote: true }] },
      person,
      words,
    )
    const [job] = content.experiences
    if (!job) throw new Error('no experience')
    const changed = { ...content, experiences: [{ ...job, title: 'Superviseuse' }] }
    expect(toResume(changed, person, words).work).toEqual([
      { name: 'Studio des Ponts', position: 'Superviseuse', startDate: '2019', remote: true },
    ])
  })
  test('ids of another site mean nothing here', () => {
    const file = toResume(
      { ...emptyContent, skills: [{ skillId: ids[2] ?? null, name: '', level: 3, extra: {} }] },
      person,
      words,
    )
    const elsewhere = { ...words, isSkill: () => false, skillNamed: () => null }
    expect(fromResume(file, person, elsewhere).skills).toMatchObject([{ skillId: null, name: 'Blender', level: 3 }])
  })
})

describe('a resume from the wild', () => {
  test('is read without the values that the schema does not allow, which are named', () => {
    const read = readResume({
      basics: { name: 'Ada', email: '' },
      work: [{ name: 'A', startDate: '', endDate: 'Present' }, null, { name: 'B', startDate: '2020-01' }],
    })
    expect(read?.resume).toEqual({
      basics: { name: 'Ada' },
      work: [{ name: 'A' }, { name: 'B', startDate: '2020-01' }],
    })
    expect(read?.dropped.toSorted()).toEqual(['basics.email', 'work.0.endDate', 'work.0.startDate', 'work.1'])
  })
  test.each([[null], ['text'], [[]], [{ openapi: '3.1.0' }], [42]])('is not %j', (raw) => {
    expect(readResume(raw)).toBeNull()
  })
})
