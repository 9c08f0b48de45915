import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart, reasonOf } from './cannot-start.ts'

export type FileLock = { release(): void }

/**
 * Takes the lock on `path`, or null when another process holds it. Node has no flock of its own, and a file with a process
 * id lies as soon as that id is given to another process. SQLite's exclusive transaction is a lock of the operating system
 * on the file (fcntl on Linux and macOS, LockFileEx on Windows): it ends with the process, however that ends, and it is
 * seen from another container that shares the disk. Nothing is ever written into the file.
 */
export function tryLock(path: string): FileLock | null {
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(path)
    file.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive')
    return { release: () => file?.close() }
  } catch (error) {
    file?.close()
    const busy = 5
    if ((error as { errcode?: number }).errcode === busy) return null
    throw new CannotStart(`The file ${path} cannot be written (${reasonOf(error)}).`)
  }
}

/** Does `work` while no other process does; waits at most `patience` milliseconds for its turn. */
export async function withLock<Result>(path: string, patience: number, work: () => Promise<Result>): Promise<Result> {
  let lock = tryLock(path)
  for (const until = performance.now() + patience; !lock; lock = tryLock(path)) {
    if (performance.now() > until) throw new CannotStart(`Another process has held ${path} for ${patience / 1000} s.`)
    await pause(25)
  }
  try {
    return await work()
  } finally {
    lock.release()
  }
}
