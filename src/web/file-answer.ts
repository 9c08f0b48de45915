import { Readable } from 'node:stream'
import type { ByteRange } from '../db/storage/storage.ts'
import type { Web } from './env.ts'

/** A file as it is sent: what it is called, what it is, and how to get at its bytes. */
export type AnsweredFile = {
  readonly name: string
  readonly mime: string
  readonly bytes: number
  /** Of its content: the browser asks again only for what has changed. */
  readonly sha256: string
  readonly open: (range?: ByteRange) => Promise<Readable>
}

const quoted = (name: string) => name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
/** RFC 6266: a plain name for old clients, the true one for all others. */
export const contentDisposition = (name: string) =>
  `attachment; filename="${quoted(name)}"; filename*=UTF-8''${encoded(name)}`

/** RFC 9110: one range of bytes, 'none' when there is none to serve alone, 'wrong' when it lies outside. */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'none' | 'wrong' {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return 'none'
  const [from, to] = [found[1], found[2]]
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (from !== '' && to !== '' && Number(to) < start) return 'none'
  return start > end || start >= size ? 'wrong' : { start, end }
}

/**
 * Sends a file as an attachment: no browser takes it for a page of ours (pictures and films still show where a page embeds
 * them). The route has asked its own policy whether this reader may have it.
 */
export async function answerFile(c: Web, file: AnsweredFile): Promise<Response> {
  const etag = `"${file.sha256}"`
  const isKnown = (c.req.header('if-none-match') ?? '').split(/\s*,\s*/).includes(etag)
  const condition = c.req.header('if-range')
  const range = condition && condition !== etag ? 'none' : rangeOf(c.req.header('range'), file.bytes)
  const part = typeof range === 'string' ? undefined : range
  const isBare = isKnown || range === 'wrong' || c.req.method === 'HEAD' || file.bytes === 0
  // Opened before anything is said about it: when it cannot be, an error page is the answer.
  const body = isBare ? null : (Readable.toWeb(await file.open(part)) as ReadableStream)
  c.header('etag', etag)
  c.header('accept-ranges', 'bytes')
  c.header('cache-control', 'private, no-cache')
  c.header('content-security-policy', "default-src 'none'; sandbox")
  c.header('content-disposition', contentDisposition(file.name))
  if (isKnown) return c.body(null, 304)
  c.header('content-type', file.mime)
  if (range === 'wrong') {
    c.header('content-range', `bytes */${file.bytes}`)
    return c.body(null, 416)
  }
  if (part) c.header('content-range', `bytes ${part.start}-${part.end}/${file.bytes}`)
  c.header('content-length', String(part ? part.end - part.start + 1 : file.bytes))
  const status = part ? 206 : 200
  return body ? c.body(body, status) : c.body(null, status)
}
