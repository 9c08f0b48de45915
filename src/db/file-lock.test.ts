import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tryLock, withLock } from './file-lock.ts'

const state = { folder: '' }
const path = () => join(state.folder, 'lock')
beforeEach(() => {
  state.folder = mkdtempSync(join(tmpdir(), 'passerelle-lock-'))
})
afterEach(() => rmSync(state.folder, { recursive: true, force: true }))

test('a lock has one holder at a time', () => {
  const first = tryLock(path())
  expect(first).not.toBe(null)
  expect(tryLock(path())).toBe(null)
  first?.release()
  const second = tryLock(path())
  expect(second).not.toBe(null)
  second?.release()
})

test('work under a lock takes turns, also after work that failed', async () => {
  const steps: string[] = []
  const work = (name: string) => async () => {
    steps.push(`${name} begins`)
    await pause(20)
    steps.push(`${name} ends`)
    if (name === 'b') throw new Error('b went wrong')
  }
  await Promise.allSettled(['a', 'b', 'c'].map((name) => withLock(path(), 5000, work(name))))
  for (const name of ['a', 'b', 'c']) expect(steps.indexOf(`${name} ends`)).toBe(steps.indexOf(`${name} begins`) + 1)
})

test('who waits too long is told so', async () => {
  const held = tryLock(path())
  await expect(withLock(path(), 50, async () => {})).rejects.toThrow(/^Another process has held .*lock for 0\.05 s\.$/)
  held?.release()
})

test('a lock that cannot be made is a sentence', () => {
  expect(() => tryLock(join(state.folder, 'missing', 'lock'))).toThrow(/cannot be written/)
})
