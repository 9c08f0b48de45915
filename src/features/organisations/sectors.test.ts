import { describe, expect } from 'vitest'
import { test } from '../../app/testing.ts'
import { saveSector } from './actions/sectors.ts'

describe('the sectors', () => {
  test('are kept by the team; a retired one is no longer offered but stays on records', async ({ site }) => {
    const staff = await site.as('staff')
    const added = await staff.post('/organisations/sectors/new', {
      'label.fr': 'Son',
      'label.en': 'Sound',
      colour: 'plum',
      position: '60',
    })
    expect(added.status).toBe(303)
    expect((await site.visit().get('/organisations')).text).toContain('value="sound"')
    const twice = await staff.post('/organisations/sectors/new', {
      'label.fr': 'Son',
      'label.en': 'Sound',
      colour: 'plum',
      position: '60',
    })
    expect(twice.text).toContain('Un secteur porte déjà ce nom')
    const page = await staff.get('/organisations/sectors')
    const paths = [...page.text.matchAll(/action="(\/organisations\/sectors\/[\w-]+\/retire)"/g)].map(
      ([, path]) => path as string,
    )
    await staff.post(paths.at(-1) as string)
    expect((await site.visit().get('/organisations')).text).not.toContain('value="sound"')
  })
  test('are nobody else’s to change', async ({ site }) => {
    const context = site.context(await site.actor('representative'))
    const values = { label: { fr: 'Son', en: 'Sound' } }
    await expect(saveSector(context, values)).rejects.toMatchObject({ status: 403 })
    expect((await site.visit().get('/organisations/sectors')).status).toBe(403)
  })
})
