import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site as openSite, test } from '../../app/testing.ts'
import { user } from '../accounts/tables.ts'
import { notify } from './actions/notify.ts'
import { exampleKind, inDeed } from './examples.ts'
import type { Telling } from './schema.ts'
import { notice, noticeChoice } from './tables.ts'

type Site = ReturnType<typeof openSite>
const words = { title: { fr: 'Votre offre expire demain', en: 'Your offer expires tomorrow' }, href: '/offers/1' }
async function tell(site: Site, telling: Partial<Telling> = {}) {
  const { id } = await site.personOf('person')
  const context = site.context(await site.actor('staff'))
  await inDeed(context, (tx) => notify(tx, { to: id, kind: exampleKind(), ...words, ...telling }))
  return id
}
const choose = async (site: Site, rhythm: 'daily' | 'never' | 'at-once') => ({
  accountId: (await site.personOf('person')).id,
  kind: 'offers.expiring',
  rhythm,
  at: new Date(),
})

describe('a notice', () => {
  test('is a line for the person, and a mail at once where they have not chosen otherwise', async ({ site, db }) => {
    const id = await tell(site, { text: { fr: 'Un.\n\nDeux.', en: 'One.\n\nTwo.' } })
    const [told] = await db.select().from(notice)
    expect(told).toMatchObject({ accountId: id, href: '/offers/1', kind: 'offers.expiring' })
    const [mail] = await site.mails()
    expect(mail).toMatchObject({ subject: 'Votre offre expire demain', confidential: false, replyKey: null })
    expect(mail?.text).toContain('Un.\n\nDeux.')
    expect(mail?.text).toContain('Vos offres qui expirent')
    expect(mail?.text).toContain(`http://localhost${mail?.unsubscribe}`)
    expect(told?.mailId).toBe(mail?.id)
  })
  test('speaks the language of its reader', async ({ site, db }) => {
    const { id } = await site.personOf('person')
    await db.update(user).set({ language: 'en' }).where(eq(user.id, id))
    await tell(site)
    const [mail] = await site.mails()
    expect(mail?.subject).toBe('Your offer expires tomorrow')
    expect(mail?.text).toContain('http://localhost/en/offers/1')
  })
  test('waits for the digest, or stays on the page, as the person has chosen', async ({ site, db }) => {
    await tell(site, { kind: exampleKind('daily') })
    await db.insert(noticeChoice).values(await choose(site, 'never'))
    await tell(site)
    expect(await site.mails()).toHaveLength(0)
    expect(await db.select().from(notice)).toHaveLength(2)
    await db.update(noticeChoice).set({ rhythm: 'at-once' })
    await tell(site, { kind: exampleKind('daily') })
    expect(await site.mails()).toHaveLength(1)
  })
  test('of a mandatory kind leaves at once whatever was chosen, and offers no end', async ({ site, db }) => {
    await db.insert(noticeChoice).values(await choose(site, 'never'))
    await tell(site, { kind: { ...exampleKind(), mandatory: true } })
    const [mail] = await site.mails()
    expect(mail?.unsubscribe).toBe(null)
    expect(mail?.text).toContain('toujours envoyés')
  })
  test('is told once', async ({ site, db }) => {
    await tell(site, { once: 'offers.expiring:1' })
    await tell(site, { once: 'offers.expiring:1' })
    const { id: other } = await site.personOf('hr')
    const { id } = await site.personOf('person')
    await tell(site, { once: 'offers.expiring:1', to: [id, other, other] })
    expect(await db.select().from(notice)).toHaveLength(2)
    expect(await site.mails()).toHaveLength(2)
  })
  test('passes over accounts that are gone', async ({ site, db }) => {
    await tell(site, { to: ['01900000-0000-7000-8000-0000000000ff'] })
    await tell(site, { to: [] })
    expect(await db.select().from(notice)).toHaveLength(0)
  })
})
