import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart } from '../db/cannot-start.ts'
import { type FileLock, tryLock } from '../db/file-lock.ts'
import { placesIn } from './data-folder.ts'

export type Holder = { readonly pid: number; readonly since: string; readonly url: string }
export type Instance = { release(): void }

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium' })
const described = (holder: Holder | null) =>
  holder ? ` (process ${holder.pid}, since ${moment.format(new Date(holder.since))}, at ${holder.url})` : ''

/** A command that asks runningOn() holds the lock for a moment. */
async function patiently(take: () => FileLock | null): Promise<FileLock | null> {
  const taken = take()
  if (taken) return taken
  await pause(100)
  return take()
}

/**
 * One application for each data folder. The lock is the operating system's (see tryLock): a killed process, or a machine
 * that lost its power, leaves none behind, and a process id that was given again means nothing. A PostgreSQL advisory lock
 * would do for the embedded server only, and a socket has a path too long or a network of its own in a container. The
 * file beside the lock is only there to be shown.
 */
export async function holdInstance(folder: string, url: string, now: Date): Promise<Instance> {
  const { lock, holder } = placesIn(folder)
  const held = await patiently(() => tryLock(lock))
  if (!held)
    throw new CannotStart(
      `Passerelle already runs on ${folder}${described(holderOf(holder))}. ` +
        'Stop it first, or give another folder as PASSERELLE_DATA and another PORT.',
    )
  writeFileSync(holder, JSON.stringify({ pid: process.pid, since: now.toISOString(), url } satisfies Holder))
  return {
    release() {
      rmSync(holder, { force: true })
      held.release()
    },
  }
}

/** Who runs the application on this folder now; null when nobody does. */
export function runningOn(folder: string): Holder | null {
  const { lock, holder } = placesIn(folder)
  const free = tryLock(lock)
  free?.release()
  return free ? null : (holderOf(holder) ?? { pid: 0, since: new Date(0).toISOString(), url: '' })
}
