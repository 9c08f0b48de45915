import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What postmaster.pid says of the server that works, or worked, in the folder. */
export type Postmaster = { pid: number; port: number; isReady: boolean }

export const pidFile = (data: string) => join(data, 'postmaster.pid')

export function readPostmaster(data: string): Postmaster | null {
  try {
    const lines = readFileSync(pidFile(data), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

const read = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
const say = (command: string, args: string[]) => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}

export function exists(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A process that was killed and that nobody has waited for: it keeps its id, for ever under a careless init. */
const isZombie = (pid: number) =>
  process.platform === 'linux'
    ? / Z /.test(read(`/proc/${pid}/stat`).replace(/^.*\)/, ''))
    : say('ps', ['-o', 'stat=', '-p', String(pid)]).startsWith('Z')

const isPostgres = (pid: number) => {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`).includes('postgres')
  if (process.platform === 'win32') return say('tasklist', ['/NH', '/FI', `PID eq ${pid}`]).includes('postgres')
  return say('ps', ['-o', 'command=', '-p', String(pid)]).includes('postgres')
}

/** Whether the process of postmaster.pid is a living PostgreSQL: not dead, not a zombie, not a later owner of its id. */
export const isAlive = ({ pid }: Postmaster): boolean => exists(pid) && !isZombie(pid) && isPostgres(pid)

const worksIn = (pid: number, folder: { dev: number; ino: number }) => {
  try {
    const place = statSync(`/proc/${pid}/cwd`)
    return place.dev === folder.dev && place.ino === folder.ino
  } catch (error) {
    // Without the right to look (root in a container), a PostgreSQL that may be ours is taken to be ours.
    return (error as NodeJS.ErrnoException).code === 'EACCES' && isPostgres(pid)
  }
}

/** Whether servers of a killed postmaster still work in the folder: while they do, no other may start there. */
export function isOccupied(data: string): boolean {
  if (process.platform !== 'linux') return false // there a dead postmaster's id is free, and PostgreSQL looks itself
  const folder = statSync(data)
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return processes.some((pid) => worksIn(Number(pid), folder) && !isZombie(Number(pid)))
}
