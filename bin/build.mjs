// The files for the browser (dist/client) and the program (dist/server), made again when a source is newer.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { node } from './install.mjs'
import { run, step } from './steps.mjs'

const sources = ['src', 'public', 'package-lock.json', 'vite.config.ts', 'tsconfig.json']
const mark = join('dist', '.built')
const time = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
const isTest = (name) => /\.test\.tsx?$/.test(name)

/** A folder's own date tells of files that went. */
const newest = (path) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? Math.max(
        time(path),
        ...readdirSync(path)
          .filter((name) => !isTest(name))
          .map((name) => newest(join(path, name))),
      )
    : time(path)

export const isBuilt = () =>
  existsSync(join('dist', 'server', 'main.js')) && time(mark) >= Math.max(...sources.map(newest))

const vite = (folder, ...args) =>
  run(node, [
    'node_modules/vite/bin/vite.js',
    'build',
    '--logLevel',
    'warn',
    '--outDir',
    folder,
    '--emptyOutDir',
    ...args,
  ])

/** Beside each script and style the same, compressed: no request waits for it, and it is done as well as can be. */
function compress(folder) {
  for (const name of readdirSync(folder).filter((one) => /\.(js|css|svg)$/.test(one))) {
    const bytes = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

/** Another build may put its own there in between: then once more. */
function putInPlace(fresh, tries = 5) {
  try {
    rmSync('dist', { recursive: true, force: true })
    renameSync(fresh, 'dist')
  } catch (error) {
    if (tries === 0) throw error
    putInPlace(fresh, tries - 1)
  }
}

/** Made beside its place and put there when it is whole: whoever runs or builds at the same moment never sees a half. */
export const build = () =>
  step('build', async () => {
    const started = new Date()
    const fresh = join('node_modules', '.cache', `build-${process.pid}`)
    const made = await Promise.all([
      vite(join(fresh, 'client')),
      vite(join(fresh, 'server'), '--ssr', 'src/app/main.ts'),
    ])
    const ok = made.every((one) => one.ok)
    if (ok) {
      compress(join(fresh, 'client', 'assets'))
      putInPlace(fresh)
      // Dated when the build began: what was saved meanwhile is newer.
      writeFileSync(mark, '')
      utimesSync(mark, started, started)
    } else rmSync(fresh, { recursive: true, force: true })
    return { ok, said: made.map(({ said }) => said).join('') }
  })
