import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCommon } from './passwords.ts'

describe('a password that is tried first', () => {
  test.each([
    'motdepasse123',
    'MotDePasse2026!',
    'azertyuiop12',
    'qwertyuiop[]',
    '123456789012',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'P@ssw0rd1234',
    'passwordpassword',
    'bonjour-soleil-2024',
    'Passerelle2026',
    'jetaimejetaime',
    'ÉtéÉtéÉtéÉté12',
  ])('%s', (password) => {
    expect(isCommon(password)).toBe(true)
  })
  test('is also one made of who the person is', () => {
    expect(isCommon('ada.lovelace1815', ['Ada Lovelace'])).toBe(true)
    expect(isCommon('ada.lovelace1815')).toBe(false)
  })
  test.each(['correct horse battery', 'Trois girafes bleues', 'xK9#mPq2vL7w', 'le pont de bois grince'])(
    'is not %s',
    (password) => {
      expect(isCommon(password, ['Ada Lovelace', 'ada@example.org'])).toBe(false)
    },
  )
  test('is hardly ever a random one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[b-df-hj-np-tv-z]{20}$/), (random) => {
        fc.pre(new Set(random).size > 10)
        return !isCommon(random)
      }),
    )
  })
})
