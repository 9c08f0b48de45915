import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import type { Reader, Row } from '../../../db/reader.ts'
import type { Scope } from '../../../db/scope.ts'
import { storageOf } from '../../../db/storage/attached.ts'
import { type ByteRange, bytesOf } from '../../../db/storage/storage.ts'
import { mimeOf } from '../schema/kinds.ts'
import type { document } from '../tables.ts'

type Document = Row<typeof document>
type Seen = Scope<typeof document>

/** One file within the scope that the asking feature's policy has made. */
export const documentIn = (read: Reader, seen: Seen, id: string): Promise<Document | null> =>
  read.one(seen, sql`${seen.table.id} = ${id}`)

/** The file whole: for what is small, or about to be read as a whole. */
export const contentOf = async (read: Reader, { sha256 }: Pick<Document, 'sha256'>): Promise<Buffer> =>
  bytesOf(await storageOf(read).get(sha256))

/** As `answerFile` of web/file-answer.ts wants it: for a route that has found the document under its own policy. */
export const answerable = (read: Reader, { name, kind, bytes, sha256 }: Document) => ({
  name,
  mime: mimeOf(kind),
  bytes,
  sha256,
  open: (range?: ByteRange) => storageOf(read).get(sha256, range),
})

/** The small picture of it, as `answerFile` wants it, or null. */
export async function thumbnailIn(read: Reader, { name, thumbnail }: Pick<Document, 'name' | 'thumbnail'>) {
  if (!thumbnail) return null
  const bytes = await bytesOf(await storageOf(read).get(thumbnail))
  return { name: `${name}.webp`, mime: 'image/webp', bytes: bytes.length, sha256: thumbnail, open: partOf(bytes) }
}
const partOf = (bytes: Buffer) => async (range?: ByteRange) =>
  Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes])
