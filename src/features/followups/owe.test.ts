import { describe, expect } from 'vitest'
import { type site, test } from '../../app/testing.ts'
import type { Database } from '../../db/database.ts'
import { writer } from '../../db/writer.ts'
import { system } from '../../kernel/actor.ts'
import type { FollowUpKind } from '../../web/duties.ts'
import { cancel, type Owing, owe, reassign, settle } from './actions/owe.ts'
import { organisationParty, person, team } from './schema.ts'
import { followUp, followUpEvent } from './tables.ts'

type Site = ReturnType<typeof site>
const kind: FollowUpKind = { key: 'tests.answer', label: () => 'Répondre', escalatesAfter: 7 }
const now = new Date('2027-03-01T09:00:00Z')
const about = { table: followUp, id: 'a-record' }
const [one, two] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'] as const
const answer: Owing = {
  kind,
  about,
  debtor: organisationParty(one),
  creditor: team,
  title: { fr: 'Répondre', en: 'Answer' },
  href: '/organisations/mine',
  dueOn: '2027-03-05',
  deed: 'tests.ask',
  by: system,
  now,
}
/** Ids follow the moment: each is a minute later than the one before. */
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const txOf = (db: Database) => writer(db, () => {})
const rows = (db: Database) => db.select().from(followUp).orderBy(followUp.id)
const events = async (db: Database) =>
  (await db.select().from(followUpEvent).orderBy(followUpEvent.at, followUpEvent.kind)).map((row) => row.kind)
const personOf = async (site: Site) => person((await site.personOf('person')).id)

describe('what somebody owes', () => {
  test('is open until its due day, and escalates so many days later', async ({ db }) => {
    const made = await owe(txOf(db), answer)
    expect(await rows(db)).toMatchObject([
      {
        id: made,
        kind: 'tests.answer',
        debtorKind: 'organisation',
        debtorOrganisationId: one,
        creditorKind: 'team',
        state: 'open',
        dueOn: '2027-03-05',
        escalatesOn: '2027-03-12',
        roles: ['representative', 'hr'],
        aboutTable: 'follow_up',
        notifiedAt: null,
      },
    ])
    expect(await events(db)).toEqual(['opened'])
  })
  test('is owed once, however often it is said', async ({ db }) => {
    await owe(txOf(db), answer)
    expect(await owe(txOf(db), { ...answer, dueOn: '2027-04-01' })).toBeNull()
    expect(await rows(db)).toMatchObject([{ dueOn: '2027-03-05' }])
    expect(await events(db)).toEqual(['opened'])
  })
  test('is owed by each of several debtors, for each record and of each kind', async ({ db, site }) => {
    await owe(txOf(db), answer)
    for (const other of [
      { debtor: organisationParty(two) },
      { debtor: team },
      { debtor: await personOf(site) },
      { about: { table: followUp, id: 'another' } },
      { kind: { ...kind, key: 'tests.other' } as const },
    ])
      expect(await owe(txOf(db), { ...answer, ...other })).not.toBeNull()
  })
  test('is owed by the team once', async ({ db }) => {
    await owe(txOf(db), { ...answer, debtor: team })
    expect(await owe(txOf(db), { ...answer, debtor: team })).toBeNull()
  })
  test('is owed again after it was settled', async ({ db }) => {
    await owe(txOf(db), answer)
    await settle(txOf(db), { kind, about, by: system, now })
    expect(await owe(txOf(db), { ...answer, now: later(1) })).not.toBeNull()
    expect((await rows(db)).map((row) => row.state)).toEqual(['settled', 'open'])
  })
  test('is not owed again to a job that says it every night, until another day', async ({ db }) => {
    const nightly = { ...answer, debtor: team, once: true }
    await owe(txOf(db), nightly)
    await cancel(txOf(db), { kind, about, by: system, now })
    expect(await owe(txOf(db), { ...nightly, now: later(1) })).toBeNull()
    expect(await owe(txOf(db), { ...nightly, now: later(1), dueOn: '2028-03-05' })).not.toBeNull()
    expect(await owe(txOf(db), { ...nightly, debtor: organisationParty(one), now: later(2) })).not.toBeNull()
  })
  test('leads nowhere but to a page of the product', async ({ db }) => {
    await expect(owe(txOf(db), { ...answer, href: '//elsewhere.example' })).rejects.toThrow()
  })
})

describe('the deed that was owed', () => {
  test('settles it for all its debtors, or for one', async ({ db }) => {
    await owe(txOf(db), answer)
    await owe(txOf(db), { ...answer, debtor: organisationParty(two), now: later(1) })
    await owe(txOf(db), { ...answer, debtor: team, now: later(2) })
    expect(await settle(txOf(db), { kind, about, debtor: organisationParty(two), by: system, now })).toBe(1)
    expect(await settle(txOf(db), { kind, about, debtor: team, by: system, now })).toBe(1)
    expect((await rows(db)).map((row) => row.state)).toEqual(['open', 'settled', 'settled'])
    expect(await settle(txOf(db), { kind, about, by: system, now })).toBe(1)
  })
  test('finds nothing when it is done a second time', async ({ db }) => {
    await owe(txOf(db), answer)
    await settle(txOf(db), { kind, about, by: system, now })
    expect(await settle(txOf(db), { kind, about, by: system, now })).toBe(0)
    expect(await events(db)).toEqual(['opened', 'settled'])
  })
  test('leaves other kinds and other records open', async ({ db }) => {
    await owe(txOf(db), answer)
    const other = { ...kind, key: 'tests.other' } as const
    expect(await settle(txOf(db), { kind: other, about, by: system, now })).toBe(0)
    expect(await settle(txOf(db), { kind, about: { ...about, id: 'x' }, by: system, now })).toBe(0)
  })
  test('cancels it when nothing is owed any more', async ({ db }) => {
    await owe(txOf(db), answer)
    expect(await cancel(txOf(db), { kind, about, by: system, now })).toBe(1)
    expect(await rows(db)).toMatchObject([{ state: 'cancelled', closedAt: now, thanksToDigest: false }])
  })
})

describe('an organisation that takes another one’s place', () => {
  test('owes and is owed what the other did, each once', async ({ db }) => {
    await owe(txOf(db), answer)
    await owe(txOf(db), { ...answer, debtor: organisationParty(two), now: later(1) })
    await owe(txOf(db), { ...answer, debtor: team, creditor: organisationParty(one), now: later(2) })
    await reassign(txOf(db), { from: one, to: two, by: system, now })
    expect((await rows(db)).map((row) => [row.state, row.debtorOrganisationId, row.creditorOrganisationId])).toEqual([
      ['cancelled', one, null],
      ['open', two, null],
      ['open', null, two],
    ])
  })
})
