import { existsSync, readdirSync } from 'node:fs'
import { parse } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Pages in tests name the files that `npm run build` made, as they do when they are served. */
const builtFiles: Plugin = {
  name: 'built-files',
  enforce: 'pre',
  load(id) {
    const [path = '', query = ''] = id.split('?')
    if (!/\burl\b/.test(query) || !existsSync('dist/client/assets')) return null
    const { name, ext } = parse(path)
    const built = readdirSync('dist/client/assets').find(
      (file) => file.startsWith(`${name}-`) && file.length === name.length + ext.length + 9 && file.endsWith(ext),
    )
    return built ? `export default '/assets/${built}'` : null
  },
}

/** Hostile on purpose: files and tests in a random order, rows without `order by` reversed (see testing-hostile.ts). */
export default defineConfig({
  plugins: [builtFiles],
  test: {
    include: ['src/**/*.test.ts?(x)'],
    globalSetup: 'src/app/testing-cluster.ts',
    // SCREENSHOTS=1 npm test: pages.browser.test.ts leaves a picture of every page in var/screenshots.
    provide: { screenshots: process.env.SCREENSHOTS === '1' },
    setupFiles: 'src/app/testing-hostile.ts',
    sequence: { shuffle: { files: true, tests: true } },
    maxWorkers: 2,
    // The files of a worker share their modules, or half the time goes into reading the same five hundred again and again.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
