import { XMLParser } from 'fast-xml-parser'
import mammoth from 'mammoth'
import { extractTextItems, getDocumentProxy } from 'unpdf'
import { limits } from './limits.ts'
import { openPackage, type Package } from './package.ts'
import { pageText } from './page-text.ts'

/** Why a file cannot be read; each has its sentence in the texts. */
export type Unreadable =
  | 'empty'
  | 'tooBig'
  | 'corrupt'
  | 'encrypted'
  | 'scanned'
  | 'bomb'
  | 'tooManyPages'
  | 'oldWord'
  | 'rtf'
  | 'picture'
  | 'unknown'
  | 'noText'
  | 'entities'
  | 'slow'
  | 'heavy'
export type Extracted =
  | { readonly kind: 'pdf' | 'docx' | 'odt' | 'text'; readonly text: string }
  | { readonly kind: 'xml' | 'json'; readonly tree: unknown }
  | { readonly kind: 'refused'; readonly reason: Unreadable }
const refused = (reason: Unreadable): Extracted => ({ kind: 'refused', reason })

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte)
const ascii = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')
const isPicture = (bytes: Uint8Array) =>
  startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
  startsWith(bytes, 0xff, 0xd8, 0xff) ||
  /^(GIF8|II\*\0|MM\0\*)/.test(ascii(bytes, 0, 4)) ||
  (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') ||
  /^ftyp(heic|heif|avif|mif1)/.test(ascii(bytes, 4, 12))

/** PDF.js takes the bytes for itself, and no Buffer: it gets a copy. */
async function pdf(bytes: Uint8Array): Promise<Extracted> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { disableFontFace: true, verbosity: 0 })
    if (document.numPages > limits.pages) return refused('tooManyPages')
    const { items } = await extractTextItems(document)
    const text = items.map(pageText).join('\n\n')
    // A page with a few stamped characters is still a picture of a page.
    return text.replace(/\s/g, '').length < 20 ? refused('scanned') : { kind: 'pdf', text }
  } catch (error) {
    return refused((error as Error).name === 'PasswordException' ? 'encrypted' : 'corrupt')
  }
}

const xmlOptions = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  maxNestedTags: 200,
  // The five entities of XML itself, and figures; a document type of its own never gets here.
  processEntities: { enabled: true, maxTotalExpansions: 1_000_000, maxExpandedLength: 5_000_000 },
  htmlEntities: false,
} as const
/** A file that defines entities of its own has nothing to do with a CV: laughs by the billion, and files of the server. */
const hasDoctype = (xml: string) => /<!(DOCTYPE|ENTITY)/i.test(xml)

async function docx(bytes: Uint8Array): Promise<Extracted> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  const text = value.replace(/\n\n/g, '\n').trim()
  return text === '' ? refused('noText') : { kind: 'docx', text }
}

type Node = { readonly [tag: string]: unknown }
const blocks = new Set(['p', 'h'])
/** The text of content.xml: a line for each paragraph and heading, tabs and breaks as they stand. */
function odtText(nodes: readonly Node[], out: string[]): void {
  for (const node of nodes) {
    const [tag = '', inside] = Object.entries(node).find(([key]) => key !== ':@') ?? []
    if (tag === '#text') out.push(String(inside))
    else if (tag === 'tab') out.push('\t')
    else if (tag === 'line-break') out.push('\n')
    else if (tag === 's') out.push(' ')
    else if (tag !== 'tracked-changes' && Array.isArray(inside)) {
      if (tag === 'list-item') out.push('• ')
      odtText(inside as Node[], out)
      if (blocks.has(tag)) out.push('\n')
    }
  }
}
async function odt(file: Package): Promise<Extracted> {
  const manifest = (await file.read('META-INF/manifest.xml'))?.toString('utf8') ?? ''
  if (/encryption-data/.test(manifest)) return refused('encrypted')
  const xml = (await file.read('content.xml'))?.toString('utf8')
  if (xml === undefined) return refused('corrupt')
  if (hasDoctype(xml)) return refused('entities')
  const nodes = new XMLParser({ ...xmlOptions, preserveOrder: true, trimValues: false }).parse(xml) as Node[]
  const out: string[] = []
  odtText(nodes, out)
  const text = out
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return text === '' ? refused('noText') : { kind: 'odt', text }
}

async function zipped(bytes: Uint8Array): Promise<Extracted> {
  const file = await openPackage(bytes)
  if (typeof file === 'string') return refused(file)
  try {
    if (file.names.has('word/document.xml')) return (await file.isSound()) ? await docx(bytes) : refused('corrupt')
    if (file.names.has('content.xml')) return await odt(file)
    return refused('unknown')
  } catch {
    return refused('corrupt')
  } finally {
    file.close()
  }
}

function written(bytes: Uint8Array): Extracted {
  const encoding = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return refused('unknown')
  }
  const start = text.trimStart()
  if (/^[{[]/.test(start)) {
    try {
      return { kind: 'json', tree: JSON.parse(text) }
    } catch {
      return refused('corrupt')
    }
  }
  if (start.startsWith('<')) {
    if (/^<(!doctype html|html)/i.test(start)) return refused('unknown')
    if (hasDoctype(text)) return refused('entities')
    try {
      return { kind: 'xml', tree: new XMLParser(xmlOptions).parse(text) }
    } catch {
      return refused('corrupt')
    }
  }
  if (text.includes('\0')) return refused('unknown')
  return start === '' ? refused('noText') : { kind: 'text', text }
}

/** What a file says, by its content: its name is not asked. */
export async function extract(bytes: Uint8Array): Promise<Extracted> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > limits.bytes) return refused('tooBig')
  const read = await byContent(bytes)
  return 'text' in read ? { ...read, text: read.text.replaceAll('\0', '').slice(0, limits.characters) } : read
}
async function byContent(bytes: Uint8Array): Promise<Extracted> {
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return pdf(bytes)
  if (startsWith(bytes, 0x50, 0x4b)) return zipped(bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused('oldWord')
  if (ascii(bytes, 0, 5) === '{\\rtf') return refused('rtf')
  return isPicture(bytes) ? refused('picture') : written(bytes)
}
