import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extensionsOf, fileKinds } from '../schema/kinds.ts'
import { safeName } from './names.ts'

test.each([
  ['../../etc/passwd', 'passwd.txt'],
  ['C:\\Users\\zoé\\Mon CV.txt', 'Mon CV.txt'],
  ['cv\u202efdp.txt', 'cv fdp.txt'],
  ['mon\ncv\r\n.txt', 'mon cv.txt'],
  ['', 'document.txt'],
  ['...', 'document.txt'],
  ['CON.txt', 'document CON.txt'],
  ['a"b<c>d|e?.txt', 'a b c d e.txt'],
  ['.htaccess', 'htaccess.txt'],
  ['Été à Annecy.txt', 'Été à Annecy.txt'],
  ['CV.TXT', 'CV.txt'],
  ['notes', 'notes.txt'],
])('%j is kept as "%s"', (given, kept) => {
  expect(safeName(given, 'txt')).toBe(kept)
})

test('any name becomes one that can be shown and saved anywhere, and stays as it is the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...fileKinds), (given, kind) => {
      const name = safeName(given, kind)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
      expect(name).not.toMatch(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]|^\.|^\s|\s$/)
      expect(name.length).toBeLessThanOrEqual(160)
      expect(extensionsOf(kind).some((extension) => name.endsWith(`.${extension}`))).toBe(true)
      expect(safeName(name, kind)).toBe(name)
    }),
  )
})
