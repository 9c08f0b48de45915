import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site as openSite, test } from '../../app/testing.ts'
import { closeConversation, sayIn } from './actions/conversations.ts'
import { notify } from './actions/notify.ts'
import { type exampleConversation, exampleKind, inDeed, openExample } from './examples.ts'
import { conversation, notice, noticeChoice, participant, report } from './tables.ts'

type Site = ReturnType<typeof openSite>
async function talk(site: Site, more: Parameters<typeof exampleConversation>[2] = {}) {
  const hr = await site.personOf('hr')
  const person = await site.personOf('person')
  const { id } = await openExample(site.context(await site.actor('hr')), hr.id, person.id, more)
  return { id, hr, person, at: `/messages/${id}` }
}
const aliased = async (site: Site) => {
  const hr = await site.personOf('hr')
  const person = await site.personOf('person')
  return talk(site, {
    participants: [{ accountId: hr.id }, { accountId: person.id, alias: 'Talent 4F2A' }],
  })
}

describe('the page of messages', () => {
  test('is for those who are signed in; others come back to it', async ({ site }) => {
    for (const path of ['/messages', '/notices', '/notices/preferences', '/messages/reports'])
      expect((await site.visit().get(path)).location).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
    expect((await (await site.as('person')).get('/messages')).text).toContain('Aucune conversation pour l’instant')
  })
  test('shows what is unread first, with the last words, and counts it in the header', async ({ site }) => {
    const { at } = await talk(site)
    const browser = await site.as('person')
    const { text } = await browser.get('/en/messages')
    expect(text).toContain('1 conversation')
    expect(text).toContain('Messages: one unread conversation')
    expect(text).toContain('votre profil nous intéresse')
    expect(text).toContain('Hr Exemple, for Studio Arpège')
    expect((await browser.post(`${at}/read`)).location).toBe('/messages')
    expect((await browser.get('/messages')).text).not.toContain('Non lue</span>')
  })
  test('finds words, names and states', async ({ site }) => {
    await talk(site)
    const browser = await site.as('person')
    const counts = async (query: string) =>
      /data-count[^>]*>([^<]*)/.exec((await browser.get(`/messages?${query}`)).text)?.[1]
    for (const found of ['q=stage', 'q=interesse', 'q=Arpege', 'q=Hr', 'q=profil+talent', 'state=unread', 'state=open'])
      expect([found, await counts(found)]).toEqual([found, '1 conversation'])
    for (const not of ['q=camion', 'state=closed', 'state=muted', 'q=%25'])
      expect([not, await counts(not)]).toEqual([not, '0 conversation'])
  })
  test('is exported as it was asked for', async ({ site }) => {
    await talk(site)
    const browser = await site.as('person')
    const csv = await browser.get('/messages/export.csv')
    expect(csv.text).toContain('Un stage au printemps;Hr Exemple, pour Studio Arpège;Profil de talent')
    expect((await browser.get('/messages/export.csv?state=closed')).text).not.toContain('Un stage')
    expect((await browser.get('/messages/export.xlsx')).status).toBe(200)
  })
})

describe('a conversation’s page', () => {
  test('shows the messages and takes an answer', async ({ site }) => {
    const { at } = await talk(site)
    const browser = await site.as('person')
    expect((await browser.get(at)).text).toContain('votre profil nous intéresse')
    expect((await browser.post(at, { text: 'Avec plaisir.\n\nÀ bientôt.' })).location).toBe(at)
    const other = (await (await site.as('hr')).get(at)).text
    expect(other).toContain('Avec plaisir.')
    expect(other).toContain('Person Exemple')
  })
  test('gives an empty or endless answer back with a sentence', async ({ site }) => {
    const { at } = await talk(site)
    const browser = await site.as('person')
    const empty = await browser.post(at, { text: '  ' })
    expect([empty.status, empty.text.includes('Ce champ est à remplir')]).toEqual([422, true])
    const endless = await browser.post(at, { text: 'a'.repeat(10_001) })
    expect([endless.status, endless.text.includes('aaaa')]).toEqual([422, true])
  })
  test('is nobody else’s: not even the team’s', async ({ site }) => {
    const { at } = await talk(site)
    for (const name of ['employee', 'staff', 'administrator'] as const) {
      const browser = await site.as(name)
      for (const path of [at, `${at}/report`, `${at}/leave`]) expect((await browser.get(path)).status).toBe(404)
      for (const path of [at, `${at}/read`, `${at}/close`, `${at}/settle`])
        expect((await browser.post(path, { text: 'Bonjour' })).status).toBe(404)
    }
    expect((await (await site.as('person')).get('/messages/nothing')).status).toBe(404)
  })
  test('of an ended conversation keeps what was typed, says why, and reopens', async ({ site }) => {
    const { id, at, hr } = await talk(site)
    const browser = await site.as('person')
    await inDeed(site.context(await site.actor('hr')), (tx) => closeConversation(tx, { conversationId: id, by: hr.id }))
    const late = await browser.post(at, { text: 'Une longue réponse' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('votre réponse n’a pas été envoyée')
    expect(late.text).toContain('Une longue réponse')
    expect((await browser.post(`${at}/reopen`)).location).toBe(at)
    expect((await browser.post(at, { text: 'Une longue réponse' })).status).toBe(303)
  })
  test('mutes, unmutes, ends and leaves', async ({ site, db }) => {
    const { at, person } = await talk(site)
    const browser = await site.as('person')
    await browser.post(`${at}/mute`)
    expect((await browser.get('/messages?state=muted')).text).toContain('En sourdine')
    await browser.post(`${at}/unmute`)
    await browser.post(`${at}/close`)
    const [talked] = await db.select().from(conversation)
    expect(talked?.closedBy).toBe(person.id)
    expect((await browser.get(`${at}/leave`)).text).toContain('Quitter cette conversation')
    expect((await browser.post(`${at}/leave`)).location).toBe('/messages')
    expect((await browser.get(at)).status).toBe(404)
    expect((await (await site.as('hr')).get(at)).text).toContain('a quitté la conversation')
  })
  test('goes back in a long exchange', async ({ site }) => {
    const { id, at, hr } = await talk(site)
    for (let day = 1; day <= 28; day++)
      for (const hour of ['09', '12', '15', '18']) {
        const now = new Date(`2030-01-${String(day).padStart(2, '0')}T${hour}:00:00Z`)
        await inDeed(site.context(await site.actor('hr'), now), (tx) =>
          sayIn(tx, { conversationId: id, authorId: hr.id, text: `Message ${day} ${hour}.` }),
        )
      }
    const browser = await site.as('person')
    const { text } = await browser.get(at)
    expect([text.includes('Message 28 18.'), text.includes('Message 1 09.')]).toEqual([true, false])
    const [, older = ''] = /href="(\/messages\/[^"]*before=[^"]*)"/.exec(text) ?? []
    const earlier = (await browser.get(older)).text
    expect([earlier.includes('Message 1 09.'), earlier.includes('Message 28 18.')]).toEqual([true, false])
    expect((await browser.get(`${at}?before=nonsense`)).status).toBe(200)
  })
})

describe('somebody under an alias', () => {
  test('is named nowhere to the others', async ({ site }) => {
    const { at, person } = await aliased(site)
    await (await site.as('person')).post(at, { text: 'Merci.' })
    const browser = await site.as('hr')
    for (const path of [at, '/messages', '/messages?q=Talent', '/messages/export.csv', '/en/messages', '/notices']) {
      const { text } = await browser.get(path)
      expect([path, text.includes(person.name), text.includes(person.email)]).toEqual([path, false, false])
      expect([path, text.includes(person.id)]).toEqual([path, false])
    }
    expect((await browser.get(at)).text).toContain('Talent 4F2A')
    expect((await browser.get('/messages?q=Person')).text).toContain('0 conversation')
    expect((await (await site.as('person')).get(at)).text).toContain('Votre vrai nom')
  })
})

describe('a report', () => {
  test('lets the team see the conversation, and end it for good', async ({ site, db }) => {
    const { at, person } = await aliased(site)
    const browser = await site.as('hr')
    const staff = await site.as('staff')
    expect((await browser.get(`${at}/report`)).status).toBe(200)
    expect((await browser.post(`${at}/report`, { reason: '' })).status).toBe(422)
    expect((await browser.post(`${at}/report`, { reason: 'Des insultes.' })).location).toBe(at)
    const again = await browser.post(`${at}/report`, { reason: 'Encore.' })
    expect([again.status, again.text.includes('Vous avez déjà signalé')]).toEqual([409, true])
    expect((await staff.get('/messages/reports')).text).toContain('Des insultes.')
    const page = await staff.get(at)
    expect(page.text).toContain('Des insultes.')
    expect([page.text.includes(person.name), page.text.includes('Votre réponse')]).toEqual([false, false])
    expect((await browser.get(at)).text).not.toContain('Des insultes.')
    expect((await browser.get('/messages/reports')).status).toBe(403)
    expect((await staff.post(`${at}/settle`, { close: 'on' })).location).toBe('/messages/reports')
    expect((await db.select().from(report)).every(({ settledAt }) => settledAt)).toBe(true)
    const late = await browser.post(`${at}/reopen`)
    expect([late.status, late.text.includes('L’équipe a mis fin')]).toEqual([409, true])
  })
})

describe('the page of notices', () => {
  const tell = async (site: Site, title = 'Votre offre expire') => {
    const { id } = await site.personOf('person')
    await inDeed(site.context(await site.actor('staff')), (tx) =>
      notify(tx, { to: id, kind: exampleKind(), title: { fr: title }, text: { fr: 'Demain.' }, href: '/occupations' }),
    )
  }
  test('shows them, opens one, and marks all as read', async ({ site, db }) => {
    await tell(site)
    await tell(site, 'Votre profil dort')
    const browser = await site.as('person')
    const { text } = await browser.get('/notices')
    expect(text).toContain('Notifications\u00a0: 2 non lues')
    const [one] = await db.select().from(notice).orderBy(notice.id)
    expect((await (await site.as('hr')).post(`/notices/${one?.id}/open`)).status).toBe(404)
    expect((await browser.post(`/notices/${one?.id}/open`)).location).toBe('/occupations')
    expect((await browser.get('/notices?state=unread')).text).toContain('1 notification')
    expect((await browser.get('/notices?q=profil')).text).toContain('Votre profil dort')
    expect((await browser.post('/notices/read')).location).toBe('/notices')
    expect((await browser.get('/notices?state=unread')).text).toContain('0 notification')
  })
  test('leaves messages to their own page', async ({ site }) => {
    await talk(site)
    expect((await (await site.as('person')).get('/notices')).text).toContain('Rien de nouveau')
  })
  test('keeps how often each kind comes by mail', async ({ site, db }) => {
    const browser = await site.as('person')
    const page = await browser.get('/notices/preferences')
    expect(page.text).toContain('Messages qui vous sont écrits')
    expect(page.text).toContain('Toujours envoyés')
    expect((await browser.post('/notices/preferences', { 'rhythms.messages:message': 'weekly' })).status).toBe(303)
    expect(await db.select().from(noticeChoice)).toMatchObject([{ kind: 'messages.message', rhythm: 'weekly' }])
    expect((await browser.post('/notices/preferences', { 'rhythms.messages:message': 'hourly' })).status).toBe(422)
  })
})

describe('the address that ends a kind of mail', () => {
  const address = async (site: Site) => {
    await talk(site)
    return (await site.mails())[0]?.unsubscribe ?? ''
  }
  test('works without signing in, in one click or from a page, and twice', async ({ site, db }) => {
    const path = await address(site)
    const asked = await site.visit().get(path)
    expect(asked.text).toContain('Messages qui vous sont écrits')
    expect(await db.select().from(noticeChoice)).toHaveLength(0)
    const click = () =>
      site.app.request(`http://localhost${path}`, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      })
    expect([(await click()).status, (await click()).status]).toEqual([200, 200])
    expect(await db.select().from(noticeChoice)).toMatchObject([{ kind: 'messages.message', rhythm: 'never' }])
    expect((await site.visit().get(path)).text).toContain('C’est fait')
  })
  test('is refused when it is not signed by us, or is for another kind', async ({ site, db }) => {
    const path = await address(site)
    const wrong = [
      path.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      path.replace('.message/', '.closed/'),
      `${path.slice(0, 40)}`,
    ]
    for (const one of wrong) {
      expect((await site.visit().get(one)).status).toBe(404)
      expect((await site.visit().post(one)).status).toBe(404)
    }
    expect(await db.select().from(noticeChoice)).toHaveLength(0)
    expect(await db.select().from(participant).where(eq(participant.alias, 'x'))).toHaveLength(0)
  })
})
