import type { Readable } from 'node:stream'

/** Bytes in memory, or as they come. */
export type Source = Uint8Array | AsyncIterable<Uint8Array>
/** Bytes from `start` to `end`, both included, as in a Range header. */
export type ByteRange = { readonly start: number; readonly end: number }
export type StoredObject = { readonly key: string; readonly bytes: number; readonly changedAt: Date }

/**
 * Where the bytes of files are: on disk or in a bucket (S3). An object's key is the SHA-256 of its bytes, so an object never
 * changes and the same bytes are kept once. Rows say what an object is and who may have it; it says nothing by itself.
 */
export type Storage = {
  readonly kind: 'disk' | 's3'
  /** Shown to the team: a folder, or a bucket and its server. */
  readonly place: string
  /**
   * Keeps the bytes, whole or not at all; it is on the disk (or acknowledged by the bucket) when this answers. `ready` is
   * called with the key before the object appears.
   */
  put(
    source: Source,
    ready?: (key: string) => Promise<unknown>,
  ): Promise<{ readonly key: string; readonly bytes: number }>
  get(key: string, range?: ByteRange): Promise<Readable>
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>
  list(): AsyncIterable<StoredObject>
  /** Throws away what interrupted writes left before that moment; answers how many. */
  tidy(before: Date): Promise<number>
  /** Throws StorageFailed when nothing can be kept here. */
  check(): Promise<void>
}

export const isKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** The disk or the bucket does not do what it should: nothing is wrong with the request. */
export class StorageFailed extends Error {}
/** A row speaks of an object that is not there. */
export class ObjectMissing extends StorageFailed {
  constructor(key: string) {
    super(`there is no object ${key}`)
  }
}

/** Whole in memory: for what is known to be small. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}
