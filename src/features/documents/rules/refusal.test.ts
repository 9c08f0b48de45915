import { expect, test } from 'vitest'
import { narrowPurpose } from '../examples.ts'
import { refusalText } from '../text/refusals.ts'
import type { FileProblem } from './inspect.ts'
import { refusalOf, tooLarge } from './refusal.ts'
import { formatBytes } from './sizes.ts'

const problems: readonly FileProblem[] = [
  'empty',
  'unknown',
  'program',
  'mismatch',
  'damaged',
  'bomb',
  'macros',
  'locked',
  'lively',
  'hugePicture',
]

test.each(problems)('the problem "%s" is a whole sentence in both languages', (problem) => {
  for (const language of ['fr', 'en'] as const)
    expect(refusalOf({ problem, kind: 'png' }, narrowPurpose, language)).toMatch(/^\p{Lu}.*\.$/u)
})

test('a good file of a kind that has no place here is told which kinds have', () => {
  expect(refusalOf({ kind: 'csv' }, narrowPurpose, 'fr')).toMatch(
    /fichier tableau CSV.*PDF, Word \(DOCX\).* et image WebP\.$/,
  )
  expect(refusalOf({ kind: 'pdf' }, narrowPurpose, 'fr')).toBeNull()
})

test('a file that is a little too large is not told that it has the size that is allowed', () => {
  const sentence = tooLarge(2_000_001, narrowPurpose, 'fr')
  expect(sentence).toContain('2\u00a0000\u00a0001\u00a0octets'.replace(/\u00a0(?=\d)/g, '\u202f'))
  expect(tooLarge(2_000_000, narrowPurpose, 'fr')).toBeNull()
})

test.each([
  [0, '0 octets'],
  [999, '999 octets'],
  [1500, '1,5 ko'],
  [24_000_000, '24 Mo'],
  [123_456_789, '123 Mo'],
  [5_000_000_000, '5 Go'],
])('%d bytes are shown as "%s"', (bytes, shown) => {
  expect(formatBytes(bytes, 'fr').replace(/[\u00a0\u202f]/g, ' ')).toBe(shown)
})

test('all sentences of refusals are French and English', () => {
  expect(refusalText('fr')('empty')).not.toBe(refusalText('en')('empty'))
})
