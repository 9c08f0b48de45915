import { expect, test } from 'vitest'
import { type Inspected, inspect } from './inspect.ts'
import { bomb, docxOf, lyingZip, odtOf, pdfOf, pictureOf, zipOf } from './testing-files.ts'

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
const elf = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(200)])
const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\0\0isommp42')])
const macros = { 'word/vbaProject.bin': 'x' }

type Made = Buffer | string
const cases: readonly [what: string, name: string, make: () => Made | Promise<Made>, found: Inspected][] = [
  ['a PDF', 'cv.pdf', () => pdfOf('Bonjour'), { kind: 'pdf' }],
  ['a Word text', 'cv.docx', () => docxOf('<w:p/>'), { kind: 'docx' }],
  ['an OpenDocument text', 'cv.odt', () => odtOf('<text:p>Bonjour</text:p>'), { kind: 'odt' }],
  ['a PNG', 'moi.png', () => pictureOf('png'), { kind: 'png' }],
  ['a JPEG under its long name', 'moi.JPEG', () => pictureOf('jpeg'), { kind: 'jpeg' }],
  ['a WebP without an extension', 'moi', () => pictureOf('webp'), { kind: 'webp' }],
  ['a film', 'bande.mp4', () => mp4, { kind: 'mp4' }],
  ['plain text', 'notes.txt', () => 'Été', { kind: 'txt' }],
  ['text as old spreadsheets write it', 'a.csv', () => Buffer.from('nom;\xe9t\xe9', 'latin1'), { kind: 'csv' }],
  ['JSON', 'resume.json', () => '{"basics":{}}', { kind: 'json' }],
  ['XML', 'europass.xml', () => '<?xml version="1.0"?><a/>', { kind: 'xml' }],
  ['a quiet drawing', 'logo.svg', () => svg('<path d="M0 0"/>'), { kind: 'svg' }],
  ['nothing', 'vide.pdf', () => '', { problem: 'empty' }],
  ['a program for Windows', 'cv.pdf', () => exe, { problem: 'program' }],
  ['a program for Linux', 'cv.docx', () => elf, { problem: 'program' }],
  ['a shell script', 'cv.txt', () => '#!/bin/sh\nrm -rf /', { problem: 'program' }],
  ['a web page', 'cv.txt', () => '<!DOCTYPE html><script>alert(1)</script>', { problem: 'program' }],
  ['a script by its name', 'cv.js', () => 'alert(1)', { problem: 'program' }],
  ['a picture that calls itself a PDF', 'cv.pdf', () => pictureOf('png'), { problem: 'mismatch', kind: 'png' }],
  ['text that calls itself a picture', 'moi.png', () => 'Bonjour', { problem: 'mismatch', kind: 'txt' }],
  ['an archive that is no document', 'tout.zip', () => zipOf({ 'a.txt': 'a' }), { problem: 'unknown' }],
  ['bytes that nobody knows', 'x.bin', () => Buffer.from([1, 2, 3, 0, 255]), { problem: 'unknown' }],
  ['a PDF cut off', 'cv.pdf', async () => (await pdfOf('x')).subarray(0, 60), { problem: 'damaged', kind: 'pdf' }],
  ['a PDF with a password', 'cv.pdf', () => pdfOf('x', { userPassword: 'a' }), { problem: 'locked', kind: 'pdf' }],
  [
    'a picture cut off',
    'a.png',
    async () => (await pictureOf('png', 300, 300)).subarray(0, 90),
    { problem: 'damaged', kind: 'png' },
  ],
  [
    'a picture with too many points',
    'a.png',
    () => pictureOf('png', 9000, 9000),
    { problem: 'hugePicture', kind: 'png' },
  ],
  ['a zip bomb', 'cv.docx', bomb, { problem: 'bomb', kind: 'docx' }],
  ['a zip that lies about its size', 'cv.docx', lyingZip, { problem: 'damaged', kind: 'docx' }],
  ['a document with macros', 'cv.docx', () => docxOf('<w:p/>', macros), { problem: 'macros', kind: 'docx' }],
  ['a drawing with a script', 'a.svg', () => svg('<script>1</script>'), { problem: 'lively', kind: 'svg' }],
  ['a drawing with a handler', 'a.svg', () => svg('<g onload="x()"/>'), { problem: 'lively', kind: 'svg' }],
  ['a drawing that fetches', 'a.svg', () => svg('<image href="https://x"/>'), { problem: 'lively', kind: 'svg' }],
  [
    'a drawing with an entity',
    'a.svg',
    () => `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`,
    { problem: 'lively', kind: 'svg' },
  ],
]
test.each(cases)('%s (%s) is seen for what it is', async (_, name, make, found) => {
  expect(await inspect(Buffer.from(await make()), name)).toEqual(found)
})
