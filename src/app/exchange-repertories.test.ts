import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { escoFilesExample, zipOf } from '../features/repertories/examples/archives.ts'
import { system } from '../kernel/actor.ts'
import { repertoryImporters } from './exchange-repertories.ts'
import type { Runtime } from './runtime.ts'
import { type site, test } from './testing.ts'

type Site = ReturnType<typeof site>
const quiet = () => ({ add: () => {}, done: () => {} })
/** What `passerelle import <kind>` says of one file. */
async function imported(at: Site, kind: string, name: string, bytes: string | Buffer) {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-exchange-'))
  writeFileSync(join(folder, name), bytes)
  const runtime = { context: () => at.context(system) } as unknown as Runtime
  try {
    return await repertoryImporters[kind]?.run(runtime, join(folder, name), quiet)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('links of ESCO to nothing are a note: nothing is refused, and the command ends well', async ({ site }) => {
  const done = await imported(site, 'esco', 'esco-v1.1.1.zip', await zipOf(escoFilesExample()))
  expect(done).toMatchObject({ created: 6, refused: [] })
  expect(done?.notes.join()).toMatch(/point at: 1 line; first occupationSkillRelations\.csv, line 5/)
})
test('an entry of an own file that is wrong is refused', async ({ site }) => {
  const done = await imported(site, 'skills', 'skills.yaml', '- { id: maya, kind: magic, label: { fr: Maya } }')
  expect(done?.refused).toMatchObject([{ line: 1 }])
})
test('a file that is cut is refused as a whole', async ({ site }) => {
  const files = escoFilesExample()
  delete files['skills_en.csv']
  await expect(imported(site, 'esco', 'esco.zip', await zipOf(files))).rejects.toThrow('skills_en.csv')
})
