// npm test and npm run check: every step, whatever failed before it, and a last line that counts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, isBuilt } from './build.mjs'
import { node } from './install.mjs'
import { red, run, step } from './steps.mjs'

const biome = (...args) => run(node, ['node_modules/@biomejs/biome/bin/biome', ...args, '--colors=off'])
const steps = [
  ['format', () => biome('format')],
  ['lint', () => biome('check', '--formatter-enabled=false')],
  ['types', () => run(node, ['node_modules/typescript/bin/tsc', '--noEmit'])],
  ['architecture', () => run(node, ['bin/check-architecture.mjs'])],
]

/** What vitest counted. A file that could not be read, or a run that broke off, is a failure too. */
function countOf(report, ok) {
  let found
  try {
    found = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { passed: 0, failed: 1 }
  }
  const broken = found.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = found.numFailedTests + broken.length
  return { passed: found.numPassedTests, failed: failed || (ok ? 0 : 1) }
}

async function tests({ browser, rest }) {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-tests-'))
  const report = join(folder, 'report.json')
  const without = browser ? [] : ['--exclude', '**/*.browser.test.ts?(x)']
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { ok } = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...without, ...rest], {
    show: true,
  })
  const count = countOf(report, ok)
  rmSync(folder, { recursive: true, force: true })
  return count
}

export async function runChecks({ browser, rest }) {
  const from = performance.now()
  const building = isBuilt() ? true : build()
  const results = await Promise.all(steps.map(([name, work]) => step(name, work)))
  const isReady = await building
  const { passed, failed } = await tests({ browser, rest })
  const wrong = [...steps.map(([name]) => name).filter((_, index) => !results[index]), ...(isReady ? [] : ['build'])]
  if (wrong.length > 0) console.log(red(`Failed before the tests: ${wrong.join(', ')} (see above)`))
  console.log(`in ${((performance.now() - from) / 1000).toFixed(1)} s`)
  const all = { passed: passed + results.filter(Boolean).length, failed: failed + wrong.length }
  console.log(`${all.passed} passed, ${all.failed} failed`)
  process.exitCode = all.failed === 0 ? 0 : 1
}
