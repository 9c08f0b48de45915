import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { AwsV4Signer } from 'aws4fetch'
import S3rver from 's3rver'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { diskStorage } from './disk.ts'
import { type Bucket, s3Storage } from './s3.ts'
import { bytesOf, ObjectMissing, type Storage, StorageFailed, type StoredObject } from './storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'passerelle-storage-'))
const spoolFolder = join(folder, 'spool')
const waitingFolders = [spoolFolder, join(folder, 'disk', '.incoming')]
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: join(folder, 's3'),
  configureBuckets: [{ name: 'passerelle', configs: [] }],
})
const bucket: Bucket = {
  endpoint: '',
  bucket: 'passerelle',
  region: 'eu-west-3',
  accessKeyId: 'S3RVER',
  secretAccessKey: 'S3RVER',
}
const at = { endpoint: '' }
const inBucket = (more: Partial<Bucket> = {}) =>
  s3Storage({ ...bucket, endpoint: at.endpoint, ...more }, { spoolFolder, patience: 2_000 })

beforeAll(async () => {
  const { address, port } = (await server.run()) as AddressInfo
  at.endpoint = `http://${address}:${port}`
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const keyOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
async function listed(storage: Storage): Promise<StoredObject[]> {
  const all: StoredObject[] = []
  for await (const one of storage.list()) all.push(one)
  return all
}
const read = async (storage: Storage, key: string) => (await bytesOf(await storage.get(key))).toString()

describe.each([
  ['on disk', () => diskStorage(join(folder, 'disk'))],
  ['in a bucket', () => inBucket()],
] as const)('%s', (_, open) => {
  beforeEach(async () => {
    for (const { key } of await listed(open())) await open().remove(key)
    for (const path of waitingFolders) rmSync(path, { recursive: true, force: true })
  })

  test('what is put comes back, under the hash of its content', async () => {
    const put = await open().put(Buffer.from('Bonjour'))
    expect(put).toEqual({ key: keyOf(Buffer.from('Bonjour')), bytes: 7 })
    expect(await read(open(), put.key)).toBe('Bonjour')
  })

  test('a stream of several megabytes is kept piece by piece', async () => {
    const pieces = Array.from({ length: 40 }, () => randomBytes(200_000))
    const { key, bytes } = await open().put(Readable.from(pieces))
    expect({ key, bytes }).toEqual({ key: keyOf(Buffer.concat(pieces)), bytes: 8_000_000 })
    expect(keyOf(await bytesOf(await open().get(key)))).toBe(key)
  })

  test('a part can be asked for', async () => {
    const { key } = await open().put(Buffer.from('0123456789'))
    expect((await bytesOf(await open().get(key, { start: 3, end: 5 }))).toString()).toBe('345')
  })

  test('the same bytes are kept once', async () => {
    await open().put(Buffer.from('twice'))
    await open().put(Buffer.from('twice'))
    expect(await listed(open())).toMatchObject([{ key: keyOf(Buffer.from('twice')), bytes: 5 }])
  })

  test('the list says what is there since when', async () => {
    const keys = await Promise.all(['a', 'b', 'c'].map(async (text) => (await open().put(Buffer.from(text))).key))
    const found = await listed(open())
    expect(found.map(({ key }) => key).sort()).toEqual(keys.toSorted())
    expect(found.every(({ changedAt }) => Math.abs(changedAt.getTime() - Date.now()) < 3_600_000)).toBe(true)
  })

  test('what was removed is missing, and removing it again is no error', async () => {
    const { key } = await open().put(Buffer.from('gone'))
    await open().remove(key)
    await open().remove(key)
    await expect(open().get(key)).rejects.toThrow(ObjectMissing)
  })

  test('a key that is no hash leads nowhere', async () => {
    await expect(open().get('../../etc/passwd')).rejects.toThrow(ObjectMissing)
  })

  test('a source that breaks off leaves no object and nothing waiting', async () => {
    const broken = async function* () {
      yield Buffer.from('half')
      throw new Error('the connection was lost')
    }
    await expect(open().put(broken())).rejects.toThrow('the connection was lost')
    expect(await listed(open())).toEqual([])
    expect(waitingFolders.filter(existsSync).flatMap((path) => readdirSync(path))).toEqual([])
  })

  test('the key is told before the object appears', async () => {
    const there: boolean[] = []
    await open().put(Buffer.from('locked'), async () => there.push((await listed(open())).length > 0))
    expect(there).toEqual([false])
  })

  test('it says that it can be used, with something in it or nothing', async () => {
    await expect(open().check()).resolves.toBeUndefined()
    await open().put(Buffer.from('one'))
    await open().put(Buffer.from('two'))
    await expect(open().check()).resolves.toBeUndefined()
  })

  test('what interrupted writes left is thrown away when it is old', async () => {
    for (const path of waitingFolders) {
      mkdirSync(path, { recursive: true })
      writeFileSync(join(path, 'left'), 'half')
      utimesSync(join(path, 'left'), 1, 1)
    }
    expect(await open().tidy(new Date(1000))).toBe(0)
    expect(await open().tidy(new Date(10_000))).toBe(1)
  })
})

test('a bucket with a wrong key, a wrong name or no server says so in a sentence', async () => {
  const sentence = (why: RegExp) => expect.objectContaining({ message: expect.stringMatching(why) })
  await expect(inBucket({ accessKeyId: 'nobody' }).check()).rejects.toEqual(sentence(/key is not known/))
  await expect(inBucket({ bucket: 'other' }).check()).rejects.toEqual(sentence(/no such bucket/))
  const closed = createServer()
  await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done))
  const { port } = closed.address() as AddressInfo
  await new Promise((done) => closed.close(done))
  const nowhere = inBucket({ endpoint: `http://127.0.0.1:${port}` })
  await expect(nowhere.check()).rejects.toThrow(StorageFailed)
  await expect(nowhere.put(Buffer.from('x'))).rejects.toThrow(/cannot be used: nothing listens there/)
})

test('a server that is busy for a moment is asked again', async () => {
  const seen: string[] = []
  const busy = createServer((request, response) => {
    seen.push(`${request.method}`)
    request.resume().on('end', () => response.writeHead(seen.length < 3 ? 503 : 200).end())
  })
  await new Promise<void>((done) => busy.listen(0, '127.0.0.1', done))
  const { port } = busy.address() as AddressInfo
  const { bytes } = await inBucket({ endpoint: `http://127.0.0.1:${port}` }).put(Buffer.from('patience'))
  expect({ bytes, seen }).toEqual({ bytes: 8, seen: ['PUT', 'PUT', 'PUT'] })
  busy.closeAllConnections()
  await new Promise((done) => busy.close(done))
})

// s3rver cannot cut a list into pages under a present Node.
test('a bucket with more than a thousand objects is listed to its end', async () => {
  const keys = ['a', 'b', 'c'].map((text) => keyOf(Buffer.from(text)))
  const entry = (key: string) =>
    `<Contents><Key>files/${key}</Key><Size>1</Size><LastModified>2026-11-24T10:00:00.000Z</LastModified></Contents>`
  const pages: Record<string, string> = {
    first: `${entry(keys[0] ?? '')}${entry(keys[1] ?? '')}<NextContinuationToken>go/on==</NextContinuationToken>`,
    'go/on==': entry(keys[2] ?? ''),
  }
  const paged = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://paged')
    const page = pages[searchParams.get('continuation-token') ?? 'first']
    response.end(`<?xml version="1.0"?><ListBucketResult>${page}</ListBucketResult>`)
  })
  await new Promise<void>((done) => paged.listen(0, '127.0.0.1', done))
  const { port } = paged.address() as AddressInfo
  expect((await listed(inBucket({ endpoint: `http://127.0.0.1:${port}` }))).map(({ key }) => key)).toEqual(keys)
  paged.closeAllConnections()
  await new Promise((done) => paged.close(done))
})

test('a disk that takes nothing says so', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  await expect(diskStorage(file).put(Buffer.from('x'))).rejects.toThrow(StorageFailed)
})

// s3rver takes any signature of version 4: this is the example of AWS's own documentation ("GET Bucket Lifecycle").
test('requests are signed as AWS documents it', async () => {
  const signed = await new AwsV4Signer({
    method: 'GET',
    url: 'https://examplebucket.s3.amazonaws.com/?lifecycle',
    headers: { 'x-amz-content-sha256': keyOf(Buffer.alloc(0)) },
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    service: 's3',
    region: 'us-east-1',
    datetime: '20130524T000000Z',
  }).sign()
  expect(signed.headers.get('authorization')).toMatch(
    /Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543$/,
  )
})
