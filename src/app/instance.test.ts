import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CannotStart } from '../db/cannot-start.ts'
import { placesIn } from './data-folder.ts'
import { holdInstance, runningOn } from './instance.ts'

const state = { folder: '' }
const since = new Date('2026-03-31T10:00:00Z')
const url = 'http://localhost:3000'

beforeEach(() => {
  state.folder = mkdtempSync(join(tmpdir(), 'passerelle-instance-'))
})
afterEach(() => rmSync(state.folder, { recursive: true, force: true }))

/** Another process that holds the folder until it is killed. */
async function otherProcess() {
  const text = `
    const [, folder] = process.argv
    const { holdInstance } = await import(${JSON.stringify(new URL('./instance.ts', import.meta.url).href)})
    globalThis.held = await holdInstance(folder, '${url}', new Date('${since.toISOString()}'))
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', text, state.folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  return child
}

test('the second application on a data folder is told who holds it', async () => {
  const child = await otherProcess()
  const refused = holdInstance(state.folder, url, new Date())
  await expect(refused).rejects.toThrow(CannotStart)
  await expect(refused).rejects.toThrow(`(process ${child.pid}, since 31 March 2026 at `)
  await expect(refused).rejects.toThrow('at http://localhost:3000)')
  expect(runningOn(state.folder)).toEqual({ pid: child.pid, since: since.toISOString(), url })
  child.kill('SIGKILL')
  await once(child, 'exit')
})

test('a lock left by a killed process is taken over, though its file is still there', async () => {
  const child = await otherProcess()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(existsSync(placesIn(state.folder).holder)).toBe(true)
  expect(runningOn(state.folder)).toBe(null)
  const held = await holdInstance(state.folder, url, new Date())
  held.release()
})

test('a folder that was released can be held again, and nothing is left in it', async () => {
  const first = await holdInstance(state.folder, url, since)
  first.release()
  const second = await holdInstance(state.folder, url, since)
  second.release()
  expect(existsSync(placesIn(state.folder).holder)).toBe(false)
})
