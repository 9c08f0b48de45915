import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site, test } from '../../../app/testing.ts'
import type { Database } from '../../../db/database.ts'
import { system } from '../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'
import { doneElsewhere } from '../../followups/actions/deeds.ts'
import { followUp } from '../../followups/tables.ts'
import { makeSheet, makeSkills } from '../examples.ts'
import { isReviewNear } from '../rules/duties.ts'
import { occupation } from '../tables.ts'
import { remindReviews } from './reviews.ts'
import { archive, review } from './sheets.ts'

type Site = ReturnType<typeof site>
const today = dayOf(new Date())
const owed = (db: Database) => db.select().from(followUp).orderBy(followUp.openedAt, followUp.id)
const night = (site: Site) => remindReviews(site.context(system), {})
async function sheetReviewed(db: Database, site: Site, daysAgo: number) {
  await makeSkills(site.context(system))
  const sheet = await makeSheet(site.context(system))
  const { id: ownerId } = await site.personOf('staff')
  const change = { reviewedOn: addDays(today, -daysAgo), ownerId }
  await db.update(occupation).set(change).where(eq(occupation.id, sheet.id))
  return sheet
}

test('a review is near two weeks before the year is over, or when there has been none', () => {
  expect([null, '2026-03-17', '2026-03-18'].map((day) => isReviewNear(day, '2027-03-03'))).toEqual([true, true, false])
})

describe('a sheet', () => {
  test('is owed a review by its owner when the day comes near, once', async ({ db, site }) => {
    const { slug } = await sheetReviewed(db, site, 360)
    await night(site)
    await night(site)
    expect(await owed(db)).toMatchObject([
      {
        kind: 'occupations.review-sheet',
        debtorPersonId: (await site.personOf('staff')).id,
        creditorKind: 'team',
        dueOn: addDays(today, 5),
        href: `/occupations/${slug}`,
        title: {
          fr: 'Relire la fiche «\u00a0Animateur 3D / Animatrice 3D\u00a0»',
          en: 'Review the sheet “3D animator”',
        },
      },
    ])
  })
  test('that nobody keeps is the team’s', async ({ db, site }) => {
    const { id } = await sheetReviewed(db, site, 400)
    await db.update(occupation).set({ ownerId: null }).where(eq(occupation.id, id))
    await night(site)
    expect(await owed(db)).toMatchObject([{ debtorKind: 'team', dueOn: addDays(today, -35) }])
  })
  test('that was read in time is owed nothing', async ({ db, site }) => {
    await sheetReviewed(db, site, 200)
    await night(site)
    expect(await owed(db)).toEqual([])
  })
  test('is settled by its review, cancelled by its archive', async ({ db, site }) => {
    const { slug } = await sheetReviewed(db, site, 370)
    await night(site)
    const staff = site.context(await site.actor('staff'))
    await review(staff, { slug })
    await db.update(occupation).set({ reviewedOn: addDays(today, -380) })
    await night(site)
    await archive(staff, { slug })
    expect((await owed(db)).map(({ state }) => state).toSorted()).toEqual(['cancelled', 'settled'])
  })
  test('that an import has reviewed is owed no longer', async ({ db, site }) => {
    await sheetReviewed(db, site, 370)
    await night(site)
    await db.update(occupation).set({ reviewedOn: today })
    await night(site)
    expect(await owed(db)).toMatchObject([{ state: 'settled' }])
  })
  test('of which somebody says that it was read elsewhere is not asked for again the night after', async ({
    db,
    site,
  }) => {
    await sheetReviewed(db, site, 370)
    await night(site)
    const [row] = await owed(db)
    await doneElsewhere(site.context(await site.actor('staff')), { id: row?.id, how: 'Relue en réunion.' })
    await night(site)
    expect((await owed(db)).map(({ state }) => state)).toEqual(['elsewhere'])
  })
})
