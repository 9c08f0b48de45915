import { describe, expect } from 'vitest'
import { loadDemo } from '../../app/demo.ts'
import { test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { card, profile } from './tables.ts'

describe('the talents of the demo', () => {
  test('stand in every state, and only those who are seen have cards', async ({ site, db }) => {
    const runtime = { db, context: () => site.context(system) }
    await loadDemo(runtime as never, { add: () => {} } as never)
    const profiles = await db.select().from(profile)
    const cards = await db.select().from(card)
    const states = new Set(profiles.map((one) => `${one.state} ${one.visibility}${one.anonymous ? ' anonymous' : ''}`))
    for (const state of [
      'awake public',
      'awake public anonymous',
      'awake members',
      'awake members anonymous',
      'awake hidden',
      'awake organisations',
      'asleep public',
    ])
      expect(states).toContain(state)
    const seen = profiles.filter((one) => one.state === 'awake' && one.visibility !== 'hidden')
    expect(new Set(cards.map(({ profileId }) => profileId))).toEqual(new Set(seen.map(({ id }) => id)))
  })
})
