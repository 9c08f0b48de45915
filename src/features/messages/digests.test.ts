import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site as openSite, test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import type { NoticeKind } from '../../web/notice-kind.ts'
import { readAllNotices } from './actions/notices.ts'
import { notify } from './actions/notify.ts'
import { exampleKind, inDeed } from './examples.ts'
import { digests, forgetting } from './jobs.ts'
import { notice, noticeChoice } from './tables.ts'

type Site = ReturnType<typeof openSite>
const sunday = new Date('2027-02-28T17:00:00Z')
const monday = new Date('2027-03-01T07:00:00Z')
const tuesday = new Date('2027-03-02T07:00:00Z')
const kinds: readonly NoticeKind[] = [exampleKind('daily')]

async function tell(site: Site, title: string, rhythm: NoticeKind['rhythm'] = 'daily', now = sunday) {
  const { id } = await site.personOf('person')
  const telling = { to: id, kind: exampleKind(rhythm), title: { fr: title }, href: '/occupations' }
  await inDeed(site.context(system, now), (tx) => notify(tx, telling))
}
const morning = (site: Site, now: Date) => digests(() => kinds).run(site.context(system, now), site.read)

describe('the digest', () => {
  test('is one mail with all that waits, once', async ({ site, db }) => {
    await tell(site, 'Première nouvelle')
    await tell(site, 'Seconde nouvelle')
    await morning(site, tuesday)
    await morning(site, tuesday)
    const mails = await site.mails()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toBe('2 nouvelles pour vous, mardi 2 mars 2027')
    expect(mails[0]?.text).toContain('Vos offres qui expirent\n======')
    expect(mails[0]?.text).toContain('* Première nouvelle\n  Ouvrir\u00a0: http://localhost/occupations')
    expect(mails[0]?.html).toContain('Seconde nouvelle')
    expect(mails[0]?.unsubscribe).toMatch(/^\/unsubscribe\/messages\.digest\//)
    expect((await db.select().from(notice)).map(({ mailId }) => mailId)).toEqual([mails[0]?.id, mails[0]?.id])
  })
  test('leaves out what was read, and does not leave without news', async ({ site }) => {
    await tell(site, 'Déjà lue')
    await readAllNotices(site.context(await site.actor('person')), {})
    await morning(site, tuesday)
    expect(await site.mails()).toHaveLength(0)
    await tell(site, 'Pas encore lue')
    await morning(site, tuesday)
    const [mail] = await site.mails()
    expect([mail?.text.includes('Pas encore lue'), mail?.text.includes('Déjà lue')]).toEqual([true, false])
  })
  test('of the week comes on Monday only', async ({ site }) => {
    await tell(site, 'De la semaine', 'weekly')
    await morning(site, tuesday)
    expect(await site.mails()).toHaveLength(0)
    await morning(site, monday)
    expect(await site.mails()).toHaveLength(1)
  })
  test('follows what the person has chosen since', async ({ site, db }) => {
    await tell(site, 'Choisie')
    const { id } = await site.personOf('person')
    const choice = { accountId: id, kind: 'offers.expiring', at: sunday }
    await db.insert(noticeChoice).values({ ...choice, rhythm: 'never' })
    await morning(site, tuesday)
    expect(await site.mails()).toHaveLength(0)
    await db.update(noticeChoice).set({ rhythm: 'daily' }).where(eq(noticeChoice.accountId, id))
    await morning(site, tuesday)
    expect(await site.mails()).toHaveLength(1)
  })
  test('ends with one click, whatever the kinds', async ({ site }) => {
    await tell(site, 'Avant')
    await morning(site, tuesday)
    const path = (await site.mails())[0]?.unsubscribe ?? ''
    expect((await site.visit().post(path)).status).toBe(200)
    await tell(site, 'Après')
    await morning(site, tuesday)
    expect(await site.mails()).toHaveLength(1)
  })
  test('does not bring the news of last month', async ({ site }) => {
    await tell(site, 'Vieille', 'daily', new Date('2027-02-01T12:00:00Z'))
    await morning(site, tuesday)
    expect(await site.mails()).toHaveLength(0)
  })
  test('speaks to each person once, and only of what is theirs', async ({ site }) => {
    await tell(site, 'Pour la personne')
    const hr = await site.personOf('hr')
    const telling = { to: hr.id, kind: exampleKind('daily'), title: { fr: 'Pour les RH' }, href: '/' }
    await inDeed(site.context(system, sunday), (tx) => notify(tx, telling))
    await morning(site, tuesday)
    const mails = await site.mails()
    expect(mails).toHaveLength(2)
    for (const { recipient, text } of mails) expect(text.includes('Pour les RH')).toBe(recipient === hr.email)
  })
  test('is nobody’s to send', async ({ site }) => {
    const context = site.context(await site.actor('administrator'), tuesday)
    await tell(site, 'Une nouvelle')
    await expect(digests(() => kinds).run(context, site.read)).rejects.toMatchObject({ status: 403 })
  })
})

test('Notices of more than a year ago are forgotten', async ({ site, db }) => {
  await tell(site, 'Ancienne', 'never', new Date('2025-01-01T12:00:00Z'))
  await tell(site, 'Récente', 'never')
  await forgetting.run(site.context(system, monday), site.read)
  expect((await db.select().from(notice)).map(({ title }) => title.fr)).toEqual(['Récente'])
})
