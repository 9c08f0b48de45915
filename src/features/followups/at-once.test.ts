import { eq, inArray, like } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { site as openSite, test as sequential } from '../../app/testing.ts'
import type { Database } from '../../db/database.ts'
import { journal } from '../../db/tables.ts'
import { writer } from '../../db/writer.ts'
import { system } from '../../kernel/actor.ts'
import { user } from '../accounts/tables.ts'
import { doneElsewhere } from './actions/deeds.ts'
import { owe, settle } from './actions/owe.ts'
import { exampleKind } from './examples.ts'
import { team } from './schema.ts'
import { followUp, followUpEvent } from './tables.ts'

/** Two connections, so that deeds really meet. What they write is committed, and taken away at the end. */
const test = sequential.extend('open', async ({ base }, { onCleanup }) => {
  const site = openSite(base.db, base.queue)
  onCleanup(async () => {
    await base.db.delete(followUp)
    await base.db.delete(journal).where(like(journal.action, 'followups.%'))
    await base.db.delete(user).where(inArray(user.email, ['staff@example.org', 'administrator@example.org']))
  })
  return { db: base.db as Database, site }
})
const now = new Date('2027-03-01T09:00:00Z')
const owing = {
  kind: exampleKind,
  about: { table: followUp, id: 'at once' },
  debtor: team,
  creditor: team,
  title: { fr: 'Répondre' },
  href: '/account',
  dueOn: '2027-03-05',
  deed: 'tests.ask',
  by: system,
  now,
}
const closing = { kind: exampleKind, about: owing.about, by: system, now }
const within = <Answer>(db: Database, run: (tx: ReturnType<typeof writer>) => Promise<Answer>) =>
  db.transaction((tx) => run(writer(tx, () => {})))

describe('at the same moment', () => {
  test('two deeds that owe the same open it once', async ({ open: { db } }) => {
    const made = await Promise.all([1, 2].map(() => within(db, (tx) => owe(tx, owing))))
    expect(made.filter((id) => id !== null)).toHaveLength(1)
    expect(await db.select().from(followUp)).toHaveLength(1)
    expect(await db.select().from(followUpEvent)).toHaveLength(1)
  })
  test('two deeds that settle it settle it once', async ({ open: { db } }) => {
    await within(db, (tx) => owe(tx, owing))
    const settled = await Promise.all([1, 2].map(() => within(db, (tx) => settle(tx, closing))))
    expect(settled.toSorted()).toEqual([0, 1])
    expect(await db.select().from(followUpEvent).where(eq(followUpEvent.kind, 'settled'))).toHaveLength(1)
  })
  test('of two people who say that it is done elsewhere, the second is told that it is closed', async ({ open }) => {
    const { db, site } = open
    const id = (await within(db, (tx) => owe(tx, owing))) ?? ''
    const [one, other] = [await site.actor('staff'), await site.actor('administrator')]
    const said = await Promise.allSettled(
      [one, other].map((actor) => doneElsewhere(site.context(actor, now), { id, how: `Par ${actor.name}.` })),
    )
    expect(said.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(said.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409 } })
    expect(await db.select().from(followUpEvent).where(eq(followUpEvent.kind, 'elsewhere'))).toHaveLength(1)
  })
  test('it is done by a deed and elsewhere: one of them holds', async ({ open: { db, site } }) => {
    const id = (await within(db, (tx) => owe(tx, owing))) ?? ''
    const staff = await site.actor('staff')
    await Promise.allSettled([
      within(db, (tx) => settle(tx, closing)),
      doneElsewhere(site.context(staff, now), { id, how: 'Par téléphone.' }),
    ])
    const [row] = await db.select().from(followUp)
    const closings = await db
      .select()
      .from(followUpEvent)
      .where(inArray(followUpEvent.kind, ['settled', 'elsewhere']))
    expect(closings.map(({ kind }) => kind)).toEqual([row?.state])
  })
})
