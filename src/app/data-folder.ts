import { randomBytes } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { CannotStart, reasonOf } from '../db/cannot-start.ts'

/** What is where in the data folder. */
export const placesIn = (folder: string) => ({
  postgres: join(folder, 'postgres'),
  files: join(folder, 'files'),
  mail: join(folder, 'mail'),
  backups: join(folder, 'backups'),
  secret: join(folder, 'secret'),
  lock: join(folder, 'passerelle.lock'),
  holder: join(folder, 'passerelle.json'),
})

const remedy = 'Give a folder that it may write as PASSERELLE_DATA, for example PASSERELLE_DATA=/var/lib/passerelle.'

/** Step by step: mkdirSync's own `recursive` never ends in a folder that takes none, as /proc. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** Makes the folder when it is missing; throws CannotStart when it cannot be used. */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new CannotStart(
      `The data folder ${folder} cannot be written by ${userInfo().username} (${reasonOf(error)}). ${remedy}`,
    )
  }
  // As root, PostgreSQL runs as another user, who must be able to pass. It may pass, not look: files have their own modes.
  const { mode } = statSync(folder)
  if (process.getuid?.() === 0 && !(mode & 0o001)) chmodSync(folder, (mode & 0o777) | 0o001)
  const { files, mail } = placesIn(folder)
  for (const path of [files, mail]) mkdirSync(path, { recursive: true, mode: 0o700 })
}

/** The key of sessions and second factors: that of the environment, or a random one that stays in the data folder. */
export function secretOf(folder: string, given: string | null): string {
  if (given) return given
  const { secret } = placesIn(folder)
  try {
    if (!existsSync(secret))
      writeFileSync(secret, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
    return readFileSync(secret, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return secretOf(folder, given)
    throw new CannotStart(`The file ${secret} cannot be read or written (${reasonOf(error)}).`)
  }
}
