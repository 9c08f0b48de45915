import yauzl from 'yauzl'
import { limits } from './limits.ts'

export type Package = {
  readonly names: ReadonlySet<string>
  /** The bytes of an entry, at most what it promised; undefined when there is none of this name. */
  readonly read: (name: string) => Promise<Buffer | undefined>
  /** Whether everything in it unpacks to what it promises. */
  readonly isSound: () => Promise<boolean>
  readonly close: () => void
}

const entriesOf = (zip: yauzl.ZipFile) =>
  new Promise<yauzl.Entry[] | 'bomb'>((resolve, reject) => {
    const entries: yauzl.Entry[] = []
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry)
      if (entries.length > limits.entries) resolve('bomb')
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })

/** Promises too much: in all, or one entry for its size. */
const isBomb = (entries: readonly yauzl.Entry[]) =>
  entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > limits.unpacked ||
  entries.some(
    ({ uncompressedSize, compressedSize }) =>
      uncompressedSize > 1_000_000 && uncompressedSize > compressedSize * limits.ratio,
  )

/** A DOCX or ODT: a zip in memory. yauzl ends a stream that gives more than its entry promised, so promises are limits. */
export async function openPackage(bytes: Uint8Array): Promise<Package | 'corrupt' | 'bomb' | 'encrypted'> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true }).catch(() => null)
  if (!zip) return 'corrupt'
  const entries = await entriesOf(zip).catch(() => null)
  if (entries === null || entries === 'bomb' || isBomb(entries)) {
    zip.close()
    return entries === null ? 'corrupt' : 'bomb'
  }
  if (entries.some((entry) => entry.isEncrypted())) return 'encrypted'
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]))
  const drain = async (entry: yauzl.Entry, take: (chunk: Buffer) => void) => {
    for await (const chunk of await zip.openReadStreamPromise(entry)) take(chunk as Buffer)
  }
  return {
    names: new Set(byName.keys()),
    read: async (name) => {
      const entry = byName.get(name)
      if (!entry) return undefined
      const chunks: Buffer[] = []
      await drain(entry, (chunk) => chunks.push(chunk))
      return Buffer.concat(chunks)
    },
    isSound: async () => {
      try {
        for (const entry of entries) if (!entry.fileName.endsWith('/')) await drain(entry, () => {})
        return true
      } catch {
        return false
      }
    },
    close: () => zip.close(),
  }
}
