import { describe, expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { ZipFile } from 'yazl'
import { harmless, withoutApostrophe } from './export.ts'
import { readTable } from './table-file.ts'

const read = (bytes: Buffer | string) => readTable(Buffer.from(bytes as string), 'fr', 100)
const expected = [
  ['Nom', 'Ville'],
  ['Écran', 'Évian'],
]
const rowsOf = async (bytes: Buffer | string) => {
  const { header, lines } = await read(bytes)
  return [header, ...lines.map((line) => line.cells)]
}
const zipped = (files: Readonly<Record<string, Buffer>>) =>
  new Promise<Buffer>((resolve) => {
    const zip = new ZipFile()
    for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name)
    zip.end()
    const pieces: Buffer[] = []
    zip.outputStream.on('data', (piece: Buffer) => pieces.push(piece))
    zip.outputStream.on('end', () => resolve(Buffer.concat(pieces)))
  })

describe('a file of rows', () => {
  const csv = 'Nom;Ville\r\nÉcran;Évian\r\n'
  test.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${csv}`)],
    ['Latin-1', Buffer.from(csv, 'latin1')],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(csv, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${csv}`, 'utf16le').swap16()],
    ['with commas', Buffer.from(csv.replaceAll(';', ','))],
    ['with tabs', Buffer.from(csv.replaceAll(';', '\t'))],
    ['with its separator said', Buffer.from(`sep=;\r\n${csv}`)],
    ['with empty lines', Buffer.from(`\r\n${csv}\r\n\r\n`)],
  ])('is read in %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(expected)
  })
  test('may be a workbook', async () => {
    const sheet = expected.map((row) => row.map((value) => ({ value, type: String })))
    expect(await rowsOf(await writeXlsx(sheet as never).toBuffer())).toEqual(expected)
  })
  test('counts its lines as a person does', async () => {
    const { lines } = await read('a;b\n1;"deux\nlignes"\n\n3;4\n')
    expect(lines.map((one) => one.line)).toEqual([2, 5])
  })
})

describe('a bad file is refused with its reason', () => {
  test.each([
    ['est vide', ''],
    ['est vide', '\ufeff\r\n\r\n'],
    ['qu’une ligne de titres', 'Nom;Ville\n'],
    ['ni un CSV', Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'latin1')],
    ['%PDF', '%PDF'],
    ['Ligne 3', 'a;b\n1;2\n"3;4\n'],
    ['ne peut pas être lu', Buffer.from('PK\x03\x04 broken')],
    ['ne peut pas être lu', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2])],
    ['plus de 100 lignes', `a\n${'x\n'.repeat(101)}`],
    ['plus de 200 colonnes', `${';a'.repeat(201)}\n1`],
    ['dépasse 10 Mo', Buffer.alloc(10_000_001, 'a')],
  ])('%s', async (reason, bytes) => {
    if (reason === '%PDF') return expect(read(bytes)).rejects.toThrow('ligne de titres')
    await expect(read(bytes)).rejects.toThrow(reason)
  })
  test('an archive that is no workbook', async () => {
    await expect(read(await zipped({ 'word/document.xml': Buffer.from('<x/>') }))).rejects.toThrow('ni un CSV')
  })
  test('an archive that unfolds without end', async () => {
    const bomb = await zipped({ 'xl/workbook.xml': Buffer.alloc(160_000_000) })
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(read(bomb)).rejects.toThrow('démesuré')
  })
  test('a workbook of one cell at the far end of its sheet', async () => {
    const sheet = Buffer.from(
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
    )
    const bomb = await zipped({ 'xl/workbook.xml': Buffer.from('<x/>'), 'xl/worksheets/sheet1.xml': sheet })
    await expect(read(bomb)).rejects.toThrow('démesuré')
  })
})

test('a text that a spreadsheet would run is made harmless, and comes back as it was', () => {
  for (const text of ['=1+1', '+33 4', '-2', '@SUM(A1)', '\tx']) {
    expect(harmless(text)).toBe(`'${text}`)
    expect(withoutApostrophe(harmless(text))).toBe(text)
  }
  expect(harmless('L’atelier = 3')).toBe('L’atelier = 3')
  expect(withoutApostrophe("'hello")).toBe("'hello")
})
