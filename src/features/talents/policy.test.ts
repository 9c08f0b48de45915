import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { test } from '../../app/testing.ts'
import { writer } from '../../db/writer.ts'
import type { Actor } from '../../kernel/actor.ts'
import { renewCards } from './actions/renew.ts'
import { makeCast } from './examples/cast.ts'
import { makeProfile } from './examples.ts'
import * as policy from './policy.ts'
import { openings } from './schema/vocabulary.ts'
import { card, profile } from './tables.ts'

describe('who sees a profile', () => {
  test('is the same for a row, for its page and for its card, whatever the settings', async ({ site, db }) => {
    const { company, by } = await makeCast(site)
    const { id } = await makeProfile(await by('person'))
    const actors = new Map<string, Actor>()
    for (const name of site.cast) actors.set(name, await site.actor(name))
    const lists = [[], [company.id]]
    for (const visibility of openings)
      for (const chosenOrganisations of lists)
        for (const blockedOrganisations of lists)
          for (const state of ['awake', 'asleep'] as const) {
            const asleepAt = state === 'asleep' ? new Date() : null
            const set = { visibility, chosenOrganisations, blockedOrganisations, state, asleepAt }
            const [row] = await db.update(profile).set(set).where(eq(profile.id, id)).returning()
            if (!row) throw new Error('the profile is gone')
            await renewCards(
              writer(db, () => {}),
              [id],
            )
            for (const [name, actor] of actors) {
              const rank = policy.rankOf(actor, row)
              const isInScope = (await site.read.count(policy.visibleTo(actor))) > 0
              const cards = await site.read.rows(policy.cardsVisibleTo(actor))
              const seen = rank !== null
              expect([set, name, isInScope]).toEqual([set, name, seen])
              // One's own profile is in no list because one is its owner.
              const asReader = rank === 4 ? policy.rankOf({ ...actor, id: null }, row) : rank
              expect([set, name, cards.length]).toEqual([set, name, asReader === null ? 0 : 1])
              if (asReader) expect(cards[0]?.fromRank).toBeLessThanOrEqual(asReader)
            }
          }
    expect(await db.select().from(card)).toEqual([])
  })
})

describe('the team', () => {
  test('sees no more of talents than members do', async ({ site }) => {
    const { by } = await makeCast(site)
    const { id } = await makeProfile(await by('person'), { visibility: { visibility: 'organisations' } })
    for (const name of ['staff', 'administrator'] as const) {
      const actor = await site.actor(name)
      expect(await site.read.count(policy.visibleTo(actor))).toBe(0)
      expect(await site.read.count(policy.looksAt(actor))).toBe(0)
      expect(await site.read.count(policy.contactsTo(actor))).toBe(0)
    }
    expect(await site.read.count(policy.everyProfile(), eq(profile.id, id))).toBe(1)
  })
})
