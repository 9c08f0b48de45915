import yauzl from 'yauzl'
import type { FileKind } from '../schema/kinds.ts'
import { plainText } from './plain-text.ts'
import { pdfText } from './read-pdf.ts'

/** More than a thousand pages of text are read by nobody. */
const mostLetters = 2_000_000
const mostPages = 60

async function partOf(bytes: Buffer, name: string): Promise<string> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== name) continue
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    return Buffer.concat(pieces).toString('utf8')
  }
  return ''
}
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null
    if (code === null) return entities[String(name).toLowerCase()] ?? whole
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
/** XML of a text document as its words: the ends of paragraphs, rows and lines become line feeds. */
const words = (xml: string, breaks: RegExp, tabs: RegExp) =>
  unescaped(
    xml
      .replace(/>\s*\n\s*</g, '><')
      .replace(breaks, '\n')
      .replace(tabs, '\t')
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const readers: Partial<Record<FileKind, (bytes: Buffer) => Promise<string>>> = {
  pdf: (bytes) => pdfText(bytes, mostPages),
  docx: async (bytes) => {
    const xml = (await partOf(bytes, 'word/document.xml')).replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '')
    return words(xml, /<\/w:p>|<w:br\b[^>]*\/?>/g, /<w:tab\b[^>]*\/>|<\/w:tc>/g)
  },
  odt: async (bytes) => {
    const xml = (await partOf(bytes, 'content.xml')).replace(/<text:s\b[^>]*\/>/g, ' ')
    const body = /<office:body[\s\S]*<\/office:body>/.exec(xml)?.[0] ?? ''
    return words(body, /<\/text:(p|h)>|<text:line-break\/>/g, /<text:tab\/>|<\/table:table-cell>/g)
  },
}
const plainKinds = new Set<FileKind>(['txt', 'csv', 'json', 'xml'])

/** The words of a file that has been kept; '' where it has none (a scan), null for kinds that are no text. */
export async function textOf(kind: FileKind, bytes: Buffer): Promise<string | null> {
  if (plainKinds.has(kind)) return (plainText(bytes) ?? '').slice(0, mostLetters)
  const text = await readers[kind]?.(bytes)
  return text === undefined ? null : text.slice(0, mostLetters)
}
