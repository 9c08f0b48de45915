import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import yazl from 'yazl'
import { zipOf } from '../../examples/archives.ts'
import { csvLines } from './csv.ts'
import { openSource } from './source.ts'
import { checkedText } from './utf8.ts'

const handed = (content: string | Buffer, name = 'f.csv') => openSource({ bytes: Buffer.from(content), name }, 'fr')
const lines = async (content: string | Buffer, columns: string[] = ['a', 'b']) => {
  const found = []
  for await (const line of csvLines(await handed(content), { file: 'f.csv', columns, extra: ['c'] }, 'fr'))
    found.push(line)
  return found
}

describe('a CSV file', () => {
  test('gives the columns that are asked for, in whatever order, with the line on which each record begins', async () => {
    expect(await lines('\ufeffb,x,a\r\n"2\nb",9,1\r\n4,9,3\r\n')).toEqual([
      { line: 2, a: '1', b: '2\nb', c: '' },
      { line: 4, a: '3', b: '4', c: '' },
    ])
  })
  test.each([
    ['an empty file', '', 'f.csv, ligne 1 : le fichier est vide.'],
    ['a missing column', 'a,z\n1,2\n', 'f.csv, ligne 1 : la colonne « b » manque. Colonnes trouvées : a, z.'],
    ['too few values', 'a,b\n1,2\n3\n', 'f.csv, ligne 3 : 2 colonnes attendues, 1 trouvées.'],
    [
      'an end in the middle of a line',
      'a,b\n1,2\n3,4',
      'f.csv, ligne 3 : le fichier s’arrête au milieu de cette ligne.',
    ],
    ['an open quotation mark', 'a,b\n1,"2\n3,4\n', 'un guillemet ouvert n’est pas refermé'],
    ['bytes that are no text', 'a,b\n1,\0\n', 'f.csv, ligne 2 : le contenu n’est pas du texte.'],
    ['a field without an end', `a,b\n1,"${'x'.repeat(3_000_000)}"\n`, 'f.csv, ligne 2 : la ligne dépasse'],
  ])('is refused for %s', async (_, content, reason) => {
    await expect(lines(content)).rejects.toThrow(reason)
  })
  test('in Latin-1 is refused on the line where it shows', async () => {
    await expect(lines(Buffer.from('a,b\n1,2\n3,été\n', 'latin1'))).rejects.toThrow(
      'f.csv, ligne 3 : le texte n’est pas en UTF-8.',
    )
  })
  test('says what is wrong in the reader’s language', async () => {
    const read = async () => {
      for await (const _ of csvLines(
        await openSource({ bytes: Buffer.from('z\n'), name: 'f.csv' }, 'en'),
        { file: 'f.csv', columns: ['a'] },
        'en',
      ));
    }
    await expect(read()).rejects.toThrow('f.csv, line 1: the column “a” is missing.')
  })
})

test('a text cut between two bytes of a letter is still text when the bytes come together', async () => {
  const bytes = Buffer.from('é\nà\n')
  async function* byteByByte() {
    for (const byte of bytes) yield Buffer.from([byte])
  }
  const parts = []
  for await (const part of checkedText(byteByByte(), { whole: true })) parts.push(part)
  expect(Buffer.concat(parts).toString()).toBe('é\nà\n')
})

describe('an archive', () => {
  const open = async (bytes: Buffer) => openSource({ bytes, name: 'a.zip' }, 'fr')
  const read = async (bytes: Buffer, name: string) => {
    const parts = []
    for await (const part of (await open(bytes)).open(name)) parts.push(part)
    return Buffer.concat(parts).toString()
  }
  test('gives its files by their names, folders and the Mac’s shadows left out', async () => {
    const bytes = await zipOf({ 'rome/f.csv': 'a', '__MACOSX/rome/f.csv': 'x', 'rome/.DS_Store': 'x' })
    expect((await open(bytes)).names).toEqual(['f.csv'])
    expect(await read(bytes, 'f.csv')).toBe('a')
  })
  test('that is cut is refused', async () => {
    const bytes = await zipOf({ 'f.csv': 'a,b\n' })
    await expect(open(bytes.subarray(0, -10))).rejects.toThrow('a.zip : Ce fichier n’est pas une archive ZIP complète.')
  })
  test('whose content was changed is refused', async () => {
    const zip = new yazl.ZipFile()
    zip.addBuffer(Buffer.from('a,b\n1,2\n'), 'f.csv', { compress: false })
    zip.end()
    const parts: Buffer[] = []
    for await (const part of zip.outputStream) parts.push(part as Buffer)
    const bytes = Buffer.concat(parts)
    bytes[bytes.indexOf('a,b')] = 0x7a
    await expect(read(bytes, 'f.csv')).rejects.toThrow('f.csv : Ce fichier est abîmé')
  })
  test('with a path that leaves its folder is refused', async () => {
    const bytes = await zipOf({ 'aa/f.csv': 'a' })
    for (let at = bytes.indexOf('aa/f'); at !== -1; at = bytes.indexOf('aa/f', at + 1)) bytes.write('../f', at)
    await expect(open(bytes)).rejects.toThrow('dont le chemin sort du dossier (../f.csv)')
  })
  test('that unpacks into far more than it holds is refused before it is unpacked', async () => {
    await expect(open(await zipOf({ 'f.csv': Buffer.alloc(20_000_000) }))).rejects.toThrow(
      'f.csv : Ce fichier est comprimé de façon anormale.',
    )
  })
  test('with one name twice is refused', async () => {
    await expect(open(await zipOf({ 'a/f.csv': 'a', 'b/f.csv': 'b' }))).rejects.toThrow(
      'f.csv : L’archive contient deux fois ce fichier.',
    )
  })
  test('with hundreds of files is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`f${n}.csv`, 'a']))
    await expect(open(await zipOf(many))).rejects.toThrow('plus de 200 fichiers')
  })
})

describe('a place on disk', () => {
  test('may be a folder or a file, and says when it is neither', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-occupations-'))
    writeFileSync(join(folder, 'f.csv'), 'a')
    expect((await openSource({ path: folder }, 'fr')).names).toEqual(['f.csv'])
    expect((await openSource({ path: join(folder, 'f.csv') }, 'fr')).names).toEqual(['f.csv'])
    await expect(openSource({ path: join(folder, 'nothing') }, 'fr')).rejects.toThrow('n’existe pas')
    rmSync(folder, { recursive: true })
  })
})
