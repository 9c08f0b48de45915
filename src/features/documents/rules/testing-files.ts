import { deflateRawSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import yazl from 'yazl'

/** Small true files of each kind, for tests. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(parts))
    zip.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' })
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
export const docxOf = (body: string, more: Readonly<Record<string, string | Buffer>> = {}) =>
  zipOf({
    '[Content_Types].xml': contentTypes,
    'word/document.xml': `<w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`,
    ...more,
  })
export const odtOf = (body: string) =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  })
export const pictureOf = (kind: 'png' | 'jpeg' | 'webp', width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: '#3b2f8f' } })
    .toFormat(kind)
    .toBuffer()

export async function pdfOf(text: string, options: Readonly<Record<string, unknown>> = {}): Promise<Buffer> {
  const doc = new PDFDocument(options)
  const pieces: Buffer[] = []
  doc.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise((done) => doc.once('end', done))
  doc.text(text).end()
  await ended
  return Buffer.concat(pieces)
}
/** 60 MB of nothing in 60 kB. */
export const bomb = () => docxOf('', { 'word/media/big.xml': Buffer.alloc(60_000_000) })

/** A document whose directory says that a part is a thousand bytes, and which unpacks to twenty million. */
export async function lyingZip(): Promise<Buffer> {
  const packed = deflateRawSync(Buffer.alloc(20_000_000))
  const honest = await docxOf('', { 'word/big.xml': Buffer.alloc(1000) })
  const size = Buffer.alloc(4)
  size.writeUInt32LE(packed.length)
  const marker = deflateRawSync(Buffer.alloc(1000))
  const at = honest.indexOf(marker)
  if (at === -1) throw new Error('the part was not found')
  const grown = Buffer.concat([honest.subarray(0, at), packed, honest.subarray(at + marker.length)])
  const shift = packed.length - marker.length
  const directory = grown.indexOf('PK\x01\x02', at + packed.length, 'latin1')
  patch(grown, directory, shift, size)
  return grown
}
/** Puts the packed size right in the entries, and the place of the directory, but leaves the unpacked size a lie. */
function patch(zip: Buffer, directory: number, shift: number, size: Buffer): void {
  const end = zip.lastIndexOf('PK\x05\x06', zip.length, 'latin1')
  zip.writeUInt32LE(zip.readUInt32LE(end + 16) + shift, end + 16)
  for (let at = directory; zip.toString('latin1', at, at + 4) === 'PK\x01\x02'; ) {
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    if (zip.toString('latin1', at + 46, at + 46 + name) === 'word/big.xml') size.copy(zip, at + 20)
    at += 46 + name + extra + comment
  }
}
