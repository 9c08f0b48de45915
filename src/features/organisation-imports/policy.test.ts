import { expect } from 'vitest'
import { test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { upload } from './actions/preview.ts'
import * as policy from './policy.ts'
import { importById, importLineCount, importList } from './queries/imports.ts'

test('only the team imports, and nobody else knows that anything was imported', async ({ site }) => {
  const { id } = await upload(site.context(system), { file: new File(['Nom\nStudio\n'], 'studios.csv') })
  for (const name of site.cast) {
    const actor = await site.actor(name as 'staff')
    const isTeam = name === 'staff' || name === 'administrator'
    expect(policy.staffOnly(actor), name).toBe(isTeam)
    expect(await importList(site.read, actor), name).toHaveLength(isTeam ? 1 : 0)
    expect((await importById(site.read, actor, id)) !== null, name).toBe(isTeam)
    expect(await importLineCount(site.read, actor, id), name).toBe(isTeam ? 1 : 0)
  }
})
