import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { test } from '../app/testing.ts'
import { sector } from '../features/organisations/tables.ts'
import { type Actor, isStaff, system, visitor } from '../kernel/actor.ts'
import { Forbidden, Invalid, NotFound, Refused } from '../kernel/errors.ts'
import { action, nothing } from './action.ts'
import { narrow, scope } from './scope.ts'
import { journal, outbox } from './tables.ts'

const staffOnly = (actor: Actor) => isStaff(actor)
const add = action({
  name: 'sector.add',
  about: sector,
  input: z.object({ key: z.string().min(2), fr: z.string() }),
  load: nothing,
  allow: staffOnly,
  run: async ({ tx, input, mail, note }) => {
    const made = await tx.insert(sector, { key: input.key, label: { fr: input.fr } })
    await mail({ to: 'team@example.org', language: 'fr', subject: input.fr, text: 'Un secteur de plus.' })
    if (input.key === 'refused') throw new Refused('Ce secteur existe sous un autre nom.')
    note({ source: 'test' })
    return made
  },
})
const rename = action({
  name: 'sector.rename',
  about: sector,
  input: z.object({ key: z.string(), fr: z.string() }),
  load: (tx, _actor, { key }) => tx.lock(narrow(scope(sector), eq(sector.key, key))),
  allow: staffOnly,
  run: ({ tx, input, subject }) => tx.update(sector, subject, { label: { fr: input.fr } }),
})

describe('a deed', () => {
  test('leaves its rows, its mail and one journal entry that says what changed', async ({ db, site }) => {
    const made = await add(site.context(system), { key: 'podcast', fr: 'Podcast' })
    const entries = await db.select().from(journal).where(eq(journal.subjectId, made.id))
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      action: 'sector.add',
      actorId: null,
      actorKind: 'system',
      subjectTable: 'sector',
      note: { source: 'test' },
      changes: { key: [null, 'podcast'], label: [null, { fr: 'Podcast' }] },
    })
    expect(await site.mails()).toMatchObject([{ recipient: 'team@example.org', state: 'waiting' }])
    const { rows } = await db.execute(sql`select name from jobs.job where data->>'id' = ${(await site.mails())[0]?.id}`)
    expect(rows).toEqual([{ name: 'mail' }])
  })

  test('that changes a field keeps the value before and after, and nothing else', async ({ db, site }) => {
    const made = await add(site.context(system), { key: 'podcast', fr: 'Podcast' })
    await rename(site.context(system), { key: 'podcast', fr: 'Balado' })
    const [entry] = await db.select().from(journal).where(eq(journal.action, 'sector.rename'))
    expect(entry?.subjectId).toBe(made.id)
    expect(entry?.changes).toEqual({ label: [{ fr: 'Podcast' }, { fr: 'Balado' }] })
  })

  test('that a rule refuses leaves nothing: no row, no mail, no job, no entry', async ({ db, site }) => {
    await expect(add(site.context(system), { key: 'refused', fr: 'Non' })).rejects.toThrow(Refused)
    expect(await db.select().from(sector).where(eq(sector.key, 'refused'))).toEqual([])
    expect(await db.select().from(outbox)).toEqual([])
    expect(await db.select().from(journal)).toEqual([])
  })

  test('is malformed before it is forbidden, missing before it is forbidden', async ({ site }) => {
    const context = site.context(visitor)
    await expect(add(context, { key: 'x' })).rejects.toThrow(Invalid)
    await expect(rename(context, { key: 'nowhere', fr: '' })).rejects.toThrow(NotFound)
    await expect(add(context, { key: 'podcast', fr: 'Podcast' })).rejects.toThrow(Forbidden)
  })

  test('cannot be done with a context that nobody opened', async () => {
    const forged = { actor: system, language: 'fr', now: new Date(0), origin: '', requestId: null } as const
    await expect(add(forged, { key: 'podcast', fr: 'Podcast' })).rejects.toThrow('openContext')
  })
})
