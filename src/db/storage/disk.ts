import type { FileHandle } from 'node:fs/promises'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Spooled, spool, tidySpool } from './spool.ts'
import { isKey, ObjectMissing, type Storage, StorageFailed } from './storage.ts'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code
const failed = (error: unknown): never => {
  throw error instanceof StorageFailed ? error : new StorageFailed((error as Error).message, { cause: error })
}
/** A rename is on the disk when its folder is. Windows has no such thing. */
async function syncFolder(path: string): Promise<void> {
  const folder: FileHandle | null = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => {})
  await folder?.close()
}

/** Objects as files, `ab/<key>`; an object appears whole by a rename. */
export function diskStorage(folder: string): Storage {
  const incoming = join(folder, '.incoming')
  const pathOf = (key: string) => {
    if (!isKey(key)) throw new ObjectMissing(key)
    return join(folder, key.slice(0, 2), key)
  }
  async function place({ path, key, bytes }: Spooled, now: Date): Promise<void> {
    const target = pathOf(key)
    const there = await stat(target).catch(() => null)
    // Its time says that it is wanted again: the sweep leaves it alone for a day.
    if (there?.size === bytes) return utimes(target, now, now)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await rename(path, target)
    await syncFolder(dirname(target))
  }
  return {
    kind: 'disk',
    place: folder,
    async put(source, ready) {
      const spooled = await spool(incoming, source).catch(failed)
      try {
        await ready?.(spooled.key)
        await place(spooled, new Date()).catch(failed)
        return { key: spooled.key, bytes: spooled.bytes }
      } finally {
        await rm(spooled.path, { force: true })
      }
    },
    async get(key, range) {
      const file = await open(pathOf(key)).catch((error) => {
        throw codeOf(error) === 'ENOENT' ? new ObjectMissing(key) : new StorageFailed(error.message)
      })
      return file.createReadStream(range && { start: range.start, end: range.end })
    },
    remove: async (key) => rm(pathOf(key), { force: true }).catch(failed),
    async *list() {
      const folders = (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()
      for (const name of folders)
        for (const key of (await readdir(join(folder, name))).filter(isKey).sort()) {
          const found = await stat(join(folder, name, key)).catch(() => null)
          if (found) yield { key, bytes: found.size, changedAt: found.mtime }
        }
    },
    tidy: (before) => tidySpool(incoming, before),
    async check() {
      const { path } = await spool(incoming, new Uint8Array()).catch(failed)
      await rm(path, { force: true })
    },
  }
}
