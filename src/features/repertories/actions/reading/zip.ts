import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import type { Language } from '../../../../kernel/language.ts'
import { FileRefused } from '../../rules/file-refusal.ts'
import { importText } from '../../text/import.ts'
import type { FileSet } from './files.ts'

/** The largest official file has 21 MB; an archive that promises more than these is no repertory. */
const most = { files: 200, megabytes: 100, ratio: 120 } as const
const megabyte = 1024 * 1024

const entriesOf = (zip: yauzl.ZipFile) =>
  new Promise<yauzl.Entry[]>((resolve, reject) => {
    const entries: yauzl.Entry[] = []
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry)
      if (entries.length > most.files) reject(new Error('too many files'))
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
const isWanted = ({ fileName }: yauzl.Entry) => !fileName.endsWith('/') && !/(^|\/)(__MACOSX\/|\.)/.test(fileName)
const nameOf = ({ fileName }: yauzl.Entry) => fileName.slice(fileName.lastIndexOf('/') + 1)

/** The files of an archive in memory. Nothing is ever written to disk; sizes, paths and check sums are verified. */
export async function openZip(bytes: Buffer, archive: string, language: Language): Promise<FileSet> {
  const t = importText(language)
  const refuse = (file: string, reason: string) => new FileRefused(language, { file, line: 0, reason })
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true }).catch(() => {
    throw refuse(archive, t('notZip'))
  })
  const entries = await entriesOf(zip).catch((error: Error) => {
    const path = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.+)$/.exec(
      error.message,
    )?.[1]
    if (path) throw refuse(archive, t('zipPath', { path }))
    throw refuse(archive, /too many/.test(error.message) ? t('zipTooMany', { most: most.files }) : t('notZip'))
  })
  const byName = new Map<string, yauzl.Entry>()
  for (const entry of entries.filter(isWanted)) {
    const name = nameOf(entry)
    if (byName.has(name)) throw refuse(name, t('zipTwice'))
    if (entry.isEncrypted()) throw refuse(name, t('zipEncrypted'))
    if (![0, 8].includes(entry.compressionMethod)) throw refuse(name, t('zipUnsupported'))
    if (entry.uncompressedSize > most.megabytes * megabyte) throw refuse(name, t('zipTooBig', { most: most.megabytes }))
    if (entry.uncompressedSize > megabyte && entry.uncompressedSize > entry.compressedSize * most.ratio)
      throw refuse(name, t('zipBomb'))
    byName.set(name, entry)
  }
  async function* open(name: string): AsyncIterable<Buffer> {
    const entry = byName.get(name)
    if (!entry) throw refuse(name, t('missingFile', { found: t('noFiles') }))
    let sum = 0
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        sum = crc32(chunk as Buffer, sum)
        yield chunk as Buffer
      }
    } catch {
      throw refuse(name, t('zipDamaged'))
    }
    if (sum !== entry.crc32) throw refuse(name, t('zipDamaged'))
  }
  return { names: [...byName.keys()], open, close: () => zip.close() }
}
