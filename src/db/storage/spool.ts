import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Source } from './storage.ts'

export type Spooled = { readonly path: string; readonly key: string; readonly bytes: number }

async function* inPieces(source: Source): AsyncIterable<Uint8Array> {
  if (source instanceof Uint8Array) yield source
  else yield* source
}

/** Writes what comes into a file of its own, on the disk to its last byte: only then its key is known. */
export async function spool(folder: string, source: Source): Promise<Spooled> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomUUID())
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of inPieces(source)) {
      hash.update(piece)
      await file.writeFile(piece)
      bytes += piece.length
    }
    await file.sync()
    await file.close()
    return { path, key: hash.digest('hex'), bytes }
  } catch (error) {
    await file.close().catch(() => {})
    await rm(path, { force: true })
    throw error
  }
}

/** What killed processes have left in the folder. */
export async function tidySpool(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  let gone = 0
  for (const name of names) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (!found || found.mtime >= before) continue
    await rm(path, { force: true })
    gone += 1
  }
  return gone
}
