import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleWhole, marks } from '../examples/whole.ts'
import { openings, type Part, parts } from '../schema/vocabulary.ts'
import { cardsOf } from './cards.ts'
import { cutFor, isPartSeen, type Rank, readerRanks } from './cut.ts'

const ranks: readonly Rank[] = [1, 2, 3, 4]
const opening = fc.constantFrom(...openings)
const anyGuard = fc.record({
  visibility: opening,
  anonymous: fc.boolean(),
  partOpenings: fc.dictionary(fc.constantFrom(...parts), opening),
})
const said = (value: unknown) => JSON.stringify(value)

describe('a profile cut for a reader', () => {
  test('is whole for the person', () => {
    const whole = exampleWhole({ visibility: 'hidden', anonymous: true })
    const shown = cutFor(whole, 4, true)
    for (const mark of Object.values(marks)) expect(said(shown)).toContain(mark)
  })
  test('never holds a mark of a part that the reader does not see', () => {
    fc.assert(
      fc.property(anyGuard, fc.constantFrom<Rank>(1, 2, 3), fc.boolean(), (guard, rank, reveals) => {
        const whole = exampleWhole(guard)
        const shown = said(cutFor(whole, rank, reveals))
        for (const [part, mark] of Object.entries(marks))
          if (parts.includes(part as Part) && !isPartSeen(whole, part as Part, rank)) expect(shown).not.toContain(mark)
      }),
    )
  })
  test('shows a more open reader nothing that a closer one does not see', () => {
    fc.assert(
      fc.property(anyGuard, (guard) => {
        const whole = exampleWhole(guard)
        for (const part of parts)
          for (const rank of ranks.slice(0, -1))
            if (isPartSeen(whole, part, rank)) expect(isPartSeen(whole, part, (rank + 1) as Rank)).toBe(true)
      }),
    )
  })
  test('keeps contact details back until the person gives them, whatever is open', () => {
    const whole = exampleWhole({ visibility: 'public' })
    expect(cutFor(whole, 3, false)).toMatchObject({ email: '', phone: '' })
    expect(cutFor(whole, 1, true)).toMatchObject({ email: whole.email, phone: whole.phone })
  })
  test('of an anonymous person says neither name nor employer, link, file, photo or contact', () => {
    const whole = exampleWhole({ visibility: 'public', anonymous: true })
    for (const rank of readerRanks) {
      const shown = cutFor(whole, rank, false)
      expect(shown).toMatchObject({ name: null, photoHash: null, links: [], files: [], email: '', phone: '' })
      for (const secret of ['Zorglonde', 'Quincaillette', marks.links, marks.files, marks.photo])
        expect(said(shown)).not.toContain(secret)
    }
    expect(cutFor(whole, 2, true).name).toBe(whole.name)
  })
})

describe('the cards of a profile', () => {
  test('are none while it is hidden or asleep', () => {
    expect(cardsOf(exampleWhole({ visibility: 'hidden' }))).toEqual([])
    expect(cardsOf(exampleWhole({ visibility: 'public', state: 'asleep' }))).toEqual([])
  })
  test('is one where everybody sees the same, and more where parts differ', () => {
    const ranksOf = (whole: ReturnType<typeof exampleWhole>) => cardsOf(whole).map((one) => [one.fromRank, one.toRank])
    expect(ranksOf(exampleWhole({ visibility: 'public' }))).toEqual([[1, 3]])
    expect(ranksOf(exampleWhole({ visibility: 'members' }))).toEqual([[2, 3]])
    expect(ranksOf(exampleWhole({ visibility: 'public', partOpenings: { skills: 'members' } }))).toEqual([
      [1, 1],
      [2, 3],
    ])
  })
  test('serve each rank that sees the profile exactly once, and no other', () => {
    fc.assert(
      fc.property(anyGuard, (guard) => {
        const whole = exampleWhole(guard)
        const cards = cardsOf(whole)
        for (const rank of readerRanks) {
          const serving = cards.filter((one) => one.fromRank <= rank && rank <= one.toRank)
          expect(serving).toHaveLength(isPartSeen({ ...whole, partOpenings: {} }, 'summary', rank) ? 1 : 0)
        }
      }),
    )
  })
  test('never hold a mark of a part that their readers do not see, nor a name that is not theirs', () => {
    fc.assert(
      fc.property(anyGuard, (guard) => {
        const whole = exampleWhole(guard)
        for (const card of cardsOf(whole)) {
          const held = said(card)
          for (const [part, mark] of Object.entries(marks))
            if (!isPartSeen(whole, part as Part, card.fromRank as Rank)) expect(held).not.toContain(mark)
          if (whole.anonymous) expect(held).not.toContain('Zorglonde')
          expect(held).not.toContain(whole.phone)
        }
      }),
    )
  })
})
