import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Identity } from './system-user.ts'

const entered = ({ mode, uid, gid }: { mode: number; uid: number; gid: number }, as: Identity) =>
  Boolean(mode & (uid === as.uid ? 0o100 : gid === as.gid ? 0o010 : 0o001))

/** The first folder on the way to `path` that the identity may not enter, or null. Root asks for the user it will become. */
export function closedFolder(path: string, identity: Identity): string | null {
  if (identity.uid === undefined) return null
  const above = dirname(path)
  const higher = above === path ? null : closedFolder(above, identity)
  if (higher) return higher
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isDirectory() && !entered(found, identity) ? path : null
}

/**
 * How root runs a program as somebody who may not enter the folders above it (a clone under /root): in a file system view
 * of its own, in which the two folders it needs are also found under /mnt. Only Linux has it, and many containers forbid it.
 */
export const throughMounts = (identity: Identity, folders: Record<'native' | 'data', string>): string[] => [
  'unshare',
  '--mount',
  '--propagation=private',
  '/bin/sh',
  '-c',
  'mount -t tmpfs -o mode=755 passerelle /mnt && mkdir /mnt/native /mnt/data && mount --bind "$0" /mnt/native && ' +
    'mount --bind "$1" /mnt/data && uid=$2 gid=$3 && shift 3 && exec setpriv --reuid="$uid" --regid="$gid" --clear-groups "$@"',
  folders.native,
  folders.data,
  String(identity.uid),
  String(identity.gid),
]
