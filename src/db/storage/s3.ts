import { openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { XMLParser } from 'fast-xml-parser'
import { spool, tidySpool } from './spool.ts'
import { isKey, ObjectMissing, type Storage, StorageFailed, type StoredObject } from './storage.ts'

export type Bucket = {
  /** 'https://s3.fr-par.scw.cloud', without the bucket. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}
type Options = {
  /** Where bytes wait until their hash is known. */
  readonly spoolFolder: string
  /** Milliseconds until the first answer. */
  readonly patience?: number
}
type Asked = { readonly method: string; readonly headers?: Record<string, string>; readonly body?: Blob }

const attempts = 3
const prefix = 'files/'
const parser = new XMLParser({ isArray: (name) => name === 'Contents', parseTagValue: false })
type Listed = { Key: string; Size: string; LastModified: string }
type Page = { ListBucketResult?: { Contents?: Listed[]; NextContinuationToken?: string } }

/** A sentence about a bucket's answer; what it says in detail may hold names of ours and stays here. */
function troubleOf(status: number): string {
  if (status === 403 || status === 401) return 'the key is not known there, or may not do this'
  if (status === 404) return 'there is no such bucket'
  if (status === 301 || status === 307 || status === 400) return 'the region or the address of the bucket is wrong'
  return `the server answers ${status}`
}
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the name of the server is not known',
  EAI_AGAIN: 'the name of the server is not known',
  ECONNRESET: 'the server hangs up',
}
function reasonOf(error: unknown): string {
  const { name, cause, message } = error as Error & { cause?: { code?: string; message?: string } }
  if (name === 'AbortError' || name === 'TimeoutError') return 'the server does not answer'
  return reasons[cause?.code ?? ''] ?? cause?.message ?? message
}

/** Objects in a bucket, `files/<key>`, addressed by path, which every kind of S3 server understands. */
export function s3Storage(bucket: Bucket, { spoolFolder, patience = 20_000 }: Options): Storage {
  const { endpoint, bucket: name, region, accessKeyId, secretAccessKey } = bucket
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' })
  const root = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(name)}`
  const place = `${name} (${new URL(endpoint).host})`
  const failed = (why: string) => new StorageFailed(`the bucket ${place} cannot be used: ${why}`)
  const addressOf = (key: string) => {
    if (!isKey(key)) throw new ObjectMissing(key)
    return `${root}/${prefix}${key}`
  }

  /** Only the first answer is waited for: a large object takes the time it takes. */
  async function once(address: string, asked: Asked): Promise<Response> {
    const cut = new AbortController()
    const bell = setTimeout(() => cut.abort(), asked.body ? patience + asked.body.size / 100 : patience)
    try {
      return await fetch(await client.sign(address, { ...asked, signal: cut.signal }))
    } finally {
      clearTimeout(bell)
    }
  }
  /** A server that is busy or restarts is asked again: every request here may be repeated. */
  async function ask(address: string, asked: Asked, attempt = 1): Promise<Response> {
    const response = await once(address, asked).catch((error) => failed(reasonOf(error)))
    const isTrouble = response instanceof StorageFailed || response.status >= 500 || response.status === 429
    if (isTrouble && attempt < attempts) {
      if (!(response instanceof StorageFailed)) await response.body?.cancel()
      await pause(100 * 2 ** attempt)
      return ask(address, asked, attempt + 1)
    }
    if (response instanceof StorageFailed) throw response
    return response
  }
  async function done(response: Response): Promise<void> {
    await response.body?.cancel()
    if (!response.ok) throw failed(troubleOf(response.status))
  }
  async function pageOf(token: string | undefined): Promise<Page['ListBucketResult']> {
    const query = new URLSearchParams({ 'list-type': '2', prefix, ...(token && { 'continuation-token': token }) })
    const response = await ask(`${root}?${query}`, { method: 'GET' })
    if (!response.ok) await done(response)
    return (parser.parse(await response.text()) as Page).ListBucketResult
  }
  const objectOf = ({ Key, Size, LastModified }: Listed): StoredObject => ({
    key: Key.slice(prefix.length),
    bytes: Number(Size),
    changedAt: new Date(LastModified),
  })

  return {
    kind: 's3',
    place,
    async put(source, ready) {
      const { path, key, bytes } = await spool(spoolFolder, source).catch((error: Error) => {
        throw new StorageFailed(error.message)
      })
      try {
        await ready?.(key)
        const body = await openAsBlob(path)
        const headers = { 'x-amz-content-sha256': key, 'content-type': 'application/octet-stream' }
        await done(await ask(addressOf(key), { method: 'PUT', headers, body }))
        return { key, bytes }
      } finally {
        await rm(path, { force: true })
      }
    },
    async get(key, range) {
      const headers = range ? { range: `bytes=${range.start}-${range.end}` } : {}
      const response = await ask(addressOf(key), { method: 'GET', headers })
      if (response.status === 404) {
        await response.body?.cancel()
        throw new ObjectMissing(key)
      }
      if (!response.ok) await done(response)
      return response.body ? Readable.fromWeb(response.body as never) : Readable.from([])
    },
    async remove(key) {
      const response = await ask(addressOf(key), { method: 'DELETE' })
      if (response.status !== 404) await done(response)
    },
    async *list() {
      const state: { token: string | undefined } = { token: undefined }
      do {
        const page = await pageOf(state.token)
        yield* (page?.Contents ?? []).map(objectOf).filter(({ key }) => isKey(key))
        state.token = page?.NextContinuationToken
      } while (state.token)
    },
    tidy: (before) => tidySpool(spoolFolder, before),
    // A list of what is never there: whether the key may list, which the sweep and backups need.
    check: async () => done(await ask(`${root}?list-type=2&prefix=check%2F`, { method: 'GET' })),
  }
}
