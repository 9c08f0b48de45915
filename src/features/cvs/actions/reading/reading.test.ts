import { describe, expect, test } from 'vitest'
import { columnsPdf, docxOf, frenchCv, odtOf, pdfOf } from '../../examples/files.ts'
import { extractApart } from './apart.ts'
import { extract } from './extract.ts'
import { limits } from './limits.ts'

const program = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`)
const textOf = async (bytes: Uint8Array) => {
  const read = await extract(bytes)
  return 'text' in read ? read.text : read
}
const plain = frenchCv.replace(/^# /gm, '').replace(/^- /gm, '• ').trim()
const withoutBlankLines = (text: unknown) => String(text).replace(/\n+/g, '\n').trim()

describe('the text of a file', () => {
  test.each([
    ['PDF', pdfOf],
    ['DOCX', docxOf],
    ['ODT', odtOf],
  ] as const)('of a %s is what was written in it, line by line', async (_, make) => {
    expect(withoutBlankLines(await textOf(await make(frenchCv)))).toBe(plain.replace(/\n+/g, '\n'))
  })
  test('of a page in two columns is read one column after the other', async () => {
    const left =
      'Contact\n06 12 34 56 78\n\nLangues\nAnglais courant\nEspagnol\n\nLogiciels\nBlender\nMaya\nNuke\nToon Boom\nPhotoshop'
    const right =
      'Expériences professionnelles\nMars 2021 – aujourd’hui\nAnimatrice 3D, Studio des Ponts, Lyon\nAnimation de personnages\nSeptembre 2018 – février 2021\nAnimatrice, Films de la Saône, Lyon\nAnimation faciale\nFormation\n2015 – 2018\nMaster, École Émile Cohl'
    const text = String(await textOf(await columnsPdf(left, right, 'Camille Roussel')))
    expect(text.indexOf('Photoshop')).toBeLessThan(text.indexOf('Expériences'))
    expect(text).toContain('Mars 2021 – aujourd’hui\nAnimatrice 3D, Studio des Ponts, Lyon')
  })
  test('is cut where it is longer than anybody’s life', async () => {
    const read = await textOf(Buffer.from('mot '.repeat(200_000)))
    expect(String(read)).toHaveLength(limits.characters)
  })
  test('of UTF-16 is read too', async () => {
    expect(await textOf(Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from('Été', 'utf16le')]))).toContain('Été')
  })
})

describe('a thread that reads', () => {
  test('and never ends is ended', async () => {
    const read = await extractApart(Buffer.from('x'), { seconds: 0.2, worker: program('for (;;);') })
    expect(read).toEqual({ kind: 'refused', reason: 'slow' })
  })
  test('and eats the memory is ended', async () => {
    const eater = program('const all = []; for (;;) all.push(new Array(1000).fill(Math.random()))')
    const read = await extractApart(Buffer.from('x'), { heapMegabytes: 20, worker: eater })
    expect(read).toEqual({ kind: 'refused', reason: 'heavy' })
  })
  test('and falls over says that the file is damaged', async () => {
    const read = await extractApart(Buffer.from('x'), { worker: program('throw new Error("no")') })
    expect(read).toEqual({ kind: 'refused', reason: 'corrupt' })
  })
  test('knows nothing of the server', async () => {
    const teller = program(
      'import { parentPort } from "node:worker_threads"; parentPort.postMessage({ kind: "json", tree: Object.keys(process.env) })',
    )
    expect(await extractApart(Buffer.from('x'), { worker: teller })).toEqual({ kind: 'json', tree: [] })
  })
  test('waits its turn behind two others, and all come to an end', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => extractApart(Buffer.from('{}'))))
    expect(all).toEqual(Array(5).fill({ kind: 'json', tree: {} }))
  })
})
