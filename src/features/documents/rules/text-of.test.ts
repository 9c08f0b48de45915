import { expect, test } from 'vitest'
import type { FileKind } from '../schema/kinds.ts'
import { docxOf, odtOf, pdfOf, pictureOf } from './testing-files.ts'
import { textOf } from './text-of.ts'

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

type Made = Buffer | string
const cases: readonly [kind: FileKind, make: () => Made | Promise<Made>, words: string][] = [
  ['pdf', () => pdfOf('Monteuse, Lyon'), 'Monteuse, Lyon'],
  ['docx', () => docxOf(paragraph('Monteuse &amp; graphiste') + paragraph('Lyon')), 'Monteuse & graphiste\nLyon'],
  ['odt', () => odtOf('<text:h>CV</text:h><text:p>Lyon<text:s/>Annecy</text:p>'), 'CV\nLyon Annecy'],
  ['txt', () => '\u{feff}Été', 'Été'],
  ['csv', () => Buffer.from('caf\xe9;1', 'latin1'), 'café;1'],
]
test.each(cases)('the words of a %s are read', async (kind, make, words) => {
  expect(await textOf(kind, Buffer.from(await make()))).toBe(words)
})

test('a picture has no words', async () => {
  expect(await textOf('png', await pictureOf('png'))).toBeNull()
})
