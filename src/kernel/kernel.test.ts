import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addDays, dayOf, isDay, resolveDay } from './days.ts'
import { Invalid } from './errors.ts'
import { formatDay, formatMoment, formatNumber, formatRelativeDay, formatWeekday } from './format.ts'
import { jsonForScript } from './json.ts'
import { inLanguage, languageOf } from './localised.ts'
import { machine } from './machine.ts'
import { parse } from './parse.ts'
import { slips } from './slips.ts'
import { freeSlug, plain, slugOf } from './slug.ts'
import { featureText } from './text.ts'

describe('days', () => {
  test('a day is a real day of the calendar', () => {
    expect(['2026-02-28', '2024-02-29'].every(isDay)).toBe(true)
    expect(['2026-02-29', '2026-2-1', '2026-13-01', 'today', ''].some(isDay)).toBe(false)
  })
  test('a moment belongs to the day it is in Paris', () => {
    expect(dayOf(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01')
    expect(dayOf(new Date('2026-12-31T22:30:00Z'))).toBe('2026-12-31')
  })
  test('going forward and back comes home', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 20_000 }),
        (n) => addDays(addDays('2026-11-23', n), -n) === '2026-11-23',
      ),
    )
  })
  test('the demo writes fixed days and days counted from today', () => {
    expect(resolveDay('2006-02-15', '2026-11-23')).toBe('2006-02-15')
    expect(resolveDay('-23d', '2026-11-23')).toBe('2026-10-31')
    expect(resolveDay('+8d', '2026-11-23')).toBe('2026-12-01')
    expect(() => resolveDay('soon', '2026-11-23')).toThrow(RangeError)
  })
})

describe('formats', () => {
  test('numbers and dates follow the language', () => {
    expect(formatNumber(12400, 'fr')).toBe('12\u202f400')
    expect(formatNumber(12400, 'en')).toBe('12,400')
    expect(formatWeekday('2027-03-03', 'fr')).toBe('mercredi 3 mars 2027')
    expect(formatDay('2027-03-03', 'en')).toBe('3 March 2027')
    expect(formatWeekday('2027-08-01', 'fr')).toBe('dimanche 1er août 2027')
    expect(formatDay('2027-08-11', 'fr')).toBe('11 août 2027')
    expect(formatMoment(new Date('2027-08-01T12:00:00Z'), 'fr')).toContain('1er août 2027')
  })
  test('near days are said in words, far ones by their date', () => {
    expect(formatRelativeDay('2026-11-22', '2026-11-23', 'fr')).toBe('hier')
    expect(formatRelativeDay('2026-11-20', '2026-11-23', 'en')).toBe('3 days ago')
    expect(formatRelativeDay('2026-01-01', '2026-11-23', 'fr')).toBe('1er janvier 2026')
  })
})

describe('slugs', () => {
  test('lose accents, apostrophes and ligatures', () => {
    expect(slugOf('École d’animation « L’Œil »')).toBe('ecole-d-animation-l-oeil')
    expect(plain('ÉTÉ à Saint-Étienne')).toBe('ete a saint-etienne')
  })
  test('are never empty, and always fit an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) =>
        /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(name)),
      ),
    )
  })
  test('the first free one is taken', () => {
    expect(freeSlug('a', new Set())).toBe('a')
    expect(freeSlug('a', new Set(['a', 'a-2']))).toBe('a-3')
  })
})

describe('slips of the keyboard', () => {
  test.for([
    ['studio', 'studio', 0],
    ['stduio', 'studio', 1],
    ['bibliotheqe', 'bibliotheque', 1],
    ['borael', 'boreal', 1],
    ['', 'abc', 3],
    ['cinema', 'anime', 4],
  ] as const)('%s -> %s: %i', ([one, other, count]) => {
    expect(slips(one, other)).toBe(count)
  })
  test('it is as far from here to there as from there to here, and never further than the longer word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        expect(slips(one, other)).toBe(slips(other, one))
        expect(slips(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length))
      }),
    )
  })
})

describe('texts', () => {
  const text = featureText('kernel.test', {
    fr: { hello: 'Bonjour {{name}}', found_one: 'Un résultat', found_other: '{{count}} résultats' },
    en: { hello: 'Hello {{name}}', found_one: 'One result', found_other: '{{count}} results' },
  })
  test('are said in the reader’s language, holes filled', () => {
    expect(text('fr')('hello', { name: '<Ada>' })).toBe('Bonjour <Ada>')
    expect(text('en')('found', { count: 1 })).toBe('One result')
  })
  test('French counts nothing in the singular, English in the plural', () => {
    expect(text('fr')('found', { count: 0 })).toBe('Un résultat')
    expect(text('en')('found', { count: 0 })).toBe('0 results')
  })
  test('what is not translated is read in French, and says so', () => {
    expect(inLanguage({ fr: 'Bonjour' }, 'en')).toBe('Bonjour')
    expect(languageOf({ fr: 'Bonjour' }, 'en')).toBe('fr')
    expect(inLanguage({ fr: 'Bonjour', en: 'Hello' }, 'en')).toBe('Hello')
  })
})

test('a machine knows what may follow', () => {
  const offer = machine({ draft: ['published'], published: ['closed'], closed: [] })
  expect(offer.allows('draft', 'published')).toBe(true)
  expect(offer.allows('draft', 'closed')).toBe(false)
  expect(offer.next('closed')).toEqual([])
})

test('JSON cannot end the script element that holds it', () => {
  expect(jsonForScript({ a: '</script><script>alert(1)</script>' })).not.toContain('<')
  expect(JSON.parse(jsonForScript({ a: '</b>\u2028' }))).toEqual({ a: '</b>\u2028' })
})

describe('the border', () => {
  const shape = z.object({
    name: z.string().min(2).max(5),
    email: z.email(),
    year: z.coerce.number().int().max(2100),
    kind: z.enum(['a', 'b']),
    tags: z.array(z.string()).min(1),
  })
  const errorsOf = (raw: unknown, language: 'fr' | 'en' = 'fr') => {
    try {
      parse(shape, raw, language)
    } catch (error) {
      if (error instanceof Invalid) return error.errors
    }
    return {}
  }
  test('each wrong field has one sentence in the reader’s language', () => {
    const wrong = { name: 'x', email: 'ada@', year: '3000', kind: 'c', tags: [] }
    expect(errorsOf(wrong)).toEqual({
      name: 'Écrivez au moins 2 caractères.',
      email: 'Écrivez une adresse complète, par exemple prenom.nom@exemple.fr.',
      year: 'Le plus grand nombre possible est 2100.',
      kind: 'Choisissez une des réponses proposées.',
      tags: 'Choisissez au moins une réponse.',
    })
    expect(errorsOf({ ...wrong, name: 'too long' }, 'en')).toMatchObject({ name: 'Write at most 5 characters.' })
  })
  test('what is missing is asked for', () => {
    expect(errorsOf({ email: '', kind: '', tags: ['a'], year: 2000 })).toEqual({
      name: 'Ce champ est à remplir.',
      email: 'Ce champ est à remplir.',
      kind: 'Ce champ est à remplir.',
    })
  })
})
