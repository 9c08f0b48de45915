import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { CannotStart } from './cannot-start.ts'

export type Identity = { uid?: number; gid?: number }

const name = 'postgres'
const ask = (command: string, args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const found = (): Identity | null => {
  try {
    return { uid: Number(ask('id', ['-u', name])), gid: Number(ask('id', ['-g', name])) }
  } catch {
    return null
  }
}

/** useradd is everywhere on Linux but on Alpine and other busybox systems, which have adduser with other flags. */
const makers: [command: string, ...flags: string[]][] = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name],
  ['adduser', '-S', '-D', '-H', '-s', '/bin/false', name],
]

function made(): Identity | null {
  for (const [command, ...flags] of makers) {
    try {
      ask(command, flags)
      return found()
    } catch {}
  }
  return null
}

const nameOf = (uid: number) => {
  try {
    return ask('id', ['-un', String(uid)]).trim()
  } catch {
    return `number ${uid}`
  }
}

/**
 * As whom PostgreSQL runs: it refuses to be root, and it must own its data. Root becomes the owner of the data, or for
 * a new database the system user postgres, who is made when missing; anybody else must be the owner.
 */
export function identityFor(data: string): Identity {
  const me = process.getuid?.()
  if (me === undefined) return {} // Windows: pg_ctl drops an administrator's rights itself
  const owner = statSync(data, { throwIfNoEntry: false })
  if (me === 0 && owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  if (me === 0) {
    const identity = found() ?? made()
    if (identity) return identity
    throw new CannotStart(
      `PostgreSQL does not run as root, and the system user ${name} could be neither found nor made (useradd, adduser). ` +
        'Make it, start as another user, or give DATABASE_URL.',
    )
  }
  if (owner && owner.uid !== me)
    throw new CannotStart(
      `The database in ${data} belongs to the user ${nameOf(owner.uid)}, and this is ${userInfo().username}. ` +
        'Start as root or as that user, or give another folder as PASSERELLE_DATA.',
    )
  return {}
}
