import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Actor, visitor } from '../../kernel/actor.ts'
import * as policy from './policy.ts'
import {
  comparableName,
  departmentOf,
  domainOfSite,
  facetsOf,
  isShown,
  mistakesIn,
  organisationSlug,
  placesOf,
  profileIn,
  sameNumber,
  similarity,
  states,
} from './rules/organisation.ts'
import { region } from './rules/outline.ts'

const account = (id: string, change: Partial<Actor> = {}): Actor => ({ ...visitor, kind: 'account', id, ...change })
const at = (organisationId: string, role: 'representative' | 'hr' | 'employee') =>
  account(role, { affiliations: [{ organisationId, role }] })

test('a department comes from the postcode', () => {
  const found = Object.fromEntries(
    ['69100', '01000', '97400', '98800', '20000', '20167', '20200', '20600', '96000', '00100', 'EC1A', '6910', ''].map(
      (code) => [code, departmentOf(code)],
    ),
  )
  expect(found).toEqual({
    ...{ 69100: '69', '01000': '01', 97400: '974', 98800: '988', 20000: '2A', 20167: '2A', 20200: '2B', 20600: '2B' },
    ...{ 96000: null, '00100': null, EC1A: null, 6910: null, '': null },
  })
  expect(departmentOf('1000', 'CH')).toBeNull()
  expect(departmentOf('69100', 'DE')).toBeNull()
})

test('lists know the town of the headquarters and all departments', () => {
  const place = (city: string, postcode: string, isHeadquarters = false) => ({
    ...{ city, postcode, isHeadquarters, country: 'FR' },
  })
  expect(placesOf([place('Annecy', '74000'), place('Lyon', '69001', true), place('Bron', '69500')])).toEqual({
    city: 'Lyon',
    places: 'Annecy Lyon Bron',
    departments: ['69', '74'],
  })
  expect(placesOf([place('Annecy', '74000')]).city).toBe('Annecy')
  expect(placesOf([])).toEqual({ city: '', places: '', departments: [] })
})

describe('facets', () => {
  const keys = ['a', 'b', 'c']
  const some = fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 3 })
  const profile = fc.record({ kind: fc.constantFrom(...keys), sectors: some, departments: some, count: fc.nat(9) })
  const chosen = fc.record({ kind: some, sector: some, place: some })
  test('count for each value what choosing only it, with the other filters, finds', () => {
    fc.assert(
      fc.property(fc.array(profile, { maxLength: 12 }), chosen, fc.constantFrom(...keys), (profiles, asked, value) => {
        const { counts } = facetsOf(profiles, asked)
        for (const name of ['kind', 'sector', 'place'] as const)
          expect(counts[name].get(value) ?? 0).toBe(facetsOf(profiles, { ...asked, [name]: [value] }).total)
      }),
    )
  })
  test('never find more with one filter more', () => {
    fc.assert(
      fc.property(fc.array(profile), chosen, (profiles, asked) => {
        const all = facetsOf(profiles, { kind: [], sector: [], place: [] }).total
        expect(facetsOf(profiles, asked).total).toBeLessThanOrEqual(all)
      }),
    )
  })
  test('read a profile as the database writes it', () => {
    expect(profileIn('company|cinema,animation|69', 3)).toEqual({
      kind: 'company',
      sectors: ['cinema', 'animation'],
      departments: ['69'],
      count: 3,
    })
    expect(profileIn('funder||', 1)).toMatchObject({ sectors: [], departments: [] })
  })
})

describe('two names', () => {
  test('are compared without legal form, accents and signs', () => {
    expect(comparableName('Studio Plume d’Ombre S.A.R.L.')).toBe('studio plume d ombre')
    expect(comparableName('Étalon Noir SAS')).toBe(comparableName('etalon noir'))
  })
  test('are as alike one way as the other, wholly only with themselves', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,20}$/), fc.stringMatching(/^[a-z ]{1,20}$/), (one, other) => {
        expect(similarity(one, other)).toBe(similarity(other, one))
        expect(similarity(one, other)).toBeGreaterThanOrEqual(0)
        expect(similarity(one, other)).toBeLessThanOrEqual(1)
        expect(similarity(one, one)).toBe(1)
      }),
    )
  })
  test('with one official number are one organisation; without a number they are not', () => {
    const none = { siren: null, registrationCountry: null, registrationNumber: null }
    const foreign = { ...none, registrationCountry: 'CA', registrationNumber: '7' }
    expect(sameNumber(none, none)).toBe(false)
    expect(sameNumber(foreign, { ...foreign })).toBe(true)
    expect(sameNumber(foreign, { ...foreign, registrationCountry: 'CH' })).toBe(false)
    expect(sameNumber({ ...none, siren: '1' }, { ...none, siren: '1' })).toBe(true)
  })
})

test('the domain of a site is its host without www', () => {
  expect(domainOfSite('https://www.studio.fr/contact')).toBe('studio.fr')
  expect(domainOfSite('studio')).toBeNull()
  expect(domainOfSite(null)).toBeNull()
})
test('no organisation has an address that the product needs', () => {
  for (const name of ['New', 'Mine', 'map', 'Imports', 'Sectors']) expect(organisationSlug(name)).toMatch(/-1$/)
  expect(organisationSlug('Studio Bleu')).toBe('studio-bleu')
})
test('a merged or refused organisation stays so', () => {
  for (const state of ['merged', 'refused'] as const) expect(states.next(state)).toEqual([])
  expect(states.allows('proposed', 'merged')).toBe(false)
})
test('a SIRET must begin with the SIREN, and addresses of everybody prove nothing', () => {
  const described = {
    ...{ sectors: ['x'], siren: '732829320', foundedYear: 2030, emailDomains: ['gmail.com'], headCounts: [] },
    establishments: [{ siret: '35600000000048' }],
  }
  expect(mistakesIn(described, new Set(), 2026).map(({ field }) => field)).toEqual([
    'sectors',
    'foundedYear',
    'emailDomains',
    'establishments.0.siret',
  ])
})
test('the outline of the region is one closed line around its towns', () => {
  const [line] = region.geometry.coordinates
  expect(line?.[0]).toEqual(line?.at(-1))
  const inside = ([x, y]: readonly [number, number]) =>
    (line ?? []).reduce((within, point, place) => {
      const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [point ?? [], line?.[place + 1] ?? point ?? []]
      return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1 ? !within : within
    }, false)
  const towns = { lyon: [4.83, 45.76], annecy: [6.12, 45.9], aurillac: [2.44, 44.93], moulins: [3.33, 46.56] } as const
  for (const [name, point] of Object.entries({ ...towns, valence: [4.89, 44.93], privas: [4.6, 44.73] } as const))
    expect(inside(point), name).toBe(true)
  for (const point of [
    [6.14, 46.2],
    [2.35, 48.85],
    [5.37, 43.3],
  ] as const)
    expect(inside(point)).toBe(false)
})

describe('who', () => {
  const company = { id: 'company', visibility: { email: 'members', phone: 'staff' } as const }
  const cast = {
    visitor,
    person: account('person'),
    elsewhere: { ...at('other', 'employee'), id: 'somebody' },
    employee: at('company', 'employee'),
    representative: at('company', 'representative'),
    staff: account('staff', { role: 'staff' }),
  }
  const table = (rule: (actor: Actor) => boolean) =>
    Object.entries(cast)
      .filter(([, actor]) => rule(actor))
      .map(([name]) => name)
  test('sees a hidden field', () => {
    expect(table((actor) => policy.seesField(actor, company, 'email'))).toEqual([
      'elsewhere',
      'employee',
      'representative',
      'staff',
    ])
    expect(table((actor) => policy.seesField(actor, company, 'phone'))).toEqual(['employee', 'representative', 'staff'])
    expect(table((actor) => policy.seesField(actor, company, 'headCounts'))).toEqual(Object.keys(cast))
    expect(isShown('staff', 'members')).toBe(false)
  })
  test('may change an organisation', () => {
    expect(table((actor) => policy.edit(actor, company))).toEqual(['representative', 'staff'])
    expect(table(policy.propose)).toEqual(Object.keys(cast).slice(1))
    for (const rule of [policy.create, policy.merge, policy.staffOnly]) expect(table(rule)).toEqual(['staff'])
  })
})
