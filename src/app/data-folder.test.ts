import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placesIn, prepareDataFolder, secretOf } from './data-folder.ts'

const state = { folder: '' }
const isRoot = process.getuid?.() === 0
beforeEach(() => {
  state.folder = mkdtempSync(join(tmpdir(), 'passerelle-data-'))
})
afterEach(() => rmSync(state.folder, { recursive: true, force: true }))

test('the data folder is made with what is in it, closed to others', () => {
  const folder = join(state.folder, 'a', 'données du pôle')
  prepareDataFolder(folder)
  expect(statSync(placesIn(folder).files).mode & 0o777).toBe(0o700)
  prepareDataFolder(folder)
})

test('a data folder that is a file is refused with a sentence', () => {
  const file = join(state.folder, 'file')
  writeFileSync(file, '')
  expect(() => prepareDataFolder(file)).toThrow(
    /^The data folder .*file cannot be written by .* \(.*\)\. Give a folder/,
  )
})

test.runIf(process.platform === 'linux')('a data folder where none can be made is refused with a sentence', () => {
  expect(() => prepareDataFolder('/proc/passerelle/var')).toThrow(
    /^The data folder \/proc\/passerelle\/var cannot be written/,
  )
})

test.skipIf(isRoot)('a data folder that may not be written is refused with a sentence', () => {
  chmodSync(state.folder, 0o500)
  expect(() => prepareDataFolder(join(state.folder, 'var'))).toThrow(/cannot be written by .* \(permission denied\)/)
})

test.runIf(isRoot)('root lets the user of PostgreSQL pass through the data folder, not look', () => {
  chmodSync(state.folder, 0o700)
  prepareDataFolder(state.folder)
  expect(statSync(state.folder).mode & 0o777).toBe(0o701)
})

test('the secret is made once, kept to its owner, and gives way to that of the environment', () => {
  const made = secretOf(state.folder, null)
  expect(made).toHaveLength(43)
  expect(secretOf(state.folder, null)).toBe(made)
  expect(readFileSync(placesIn(state.folder).secret, 'utf8').trim()).toBe(made)
  expect(statSync(placesIn(state.folder).secret).mode & 0o777).toBe(0o600)
  expect(secretOf(state.folder, 'given')).toBe('given')
})
