import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type site as openSite, test } from '../../app/testing.ts'
import { closeConversation, openConversation, revealParticipant, sayIn } from './actions/conversations.ts'
import { exampleConversation, inDeed, openExample } from './examples.ts'
import { conversation, message, notice, participant } from './tables.ts'

type Site = ReturnType<typeof openSite>
async function talk(site: Site, more: Parameters<typeof exampleConversation>[2] = {}) {
  const hr = await site.personOf('hr')
  const person = await site.personOf('person')
  const context = site.context(await site.actor('hr'))
  const { id } = await openExample(context, hr.id, person.id, more)
  return {
    id,
    hr,
    person,
    context,
    say: (authorId: string, text: string) => inDeed(context, (tx) => sayIn(tx, { conversationId: id, authorId, text })),
  }
}
const aliased = (from: string, to: string) => ({
  participants: [
    { accountId: from, onBehalfOf: 'Studio Arpège' },
    { accountId: to, alias: 'Talent 4F2A' },
  ],
})

describe('a conversation', () => {
  test('begins with a message that the other gets by mail at once, and can answer', async ({ site, db }) => {
    const { id, person } = await talk(site)
    const [mail] = await site.mails()
    expect(mail).toMatchObject({
      recipient: person.email,
      accountId: person.id,
      subject: 'Hr Exemple vous a écrit\u00a0: Un stage au printemps',
      confidential: true,
    })
    expect(mail?.text).toContain('votre profil nous intéresse')
    expect(mail?.text).toContain(`/messages/${id}`)
    expect(mail?.replyKey).toMatch(/^r[0-9a-f]{48}$/)
    expect(mail?.unsubscribe).toMatch(/^\/unsubscribe\/messages\.message\//)
    const [told] = await db.select().from(notice)
    expect(told).toMatchObject({ accountId: person.id, kind: 'messages.message', mailId: mail?.id })
  })
  test('goes on: whoever has not spoken is told, whoever has is not', async ({ site }) => {
    const { person, hr, say } = await talk(site)
    await say(person.id, 'Avec plaisir.')
    expect((await site.mails()).map(({ recipient }) => recipient)).toEqual([person.email, hr.email])
  })
  test('is silent for somebody who muted it, and over for somebody who left it', async ({ site, db }) => {
    const { person, hr, say } = await talk(site)
    await db.update(participant).set({ mutedAt: new Date() }).where(eq(participant.accountId, person.id))
    await say(hr.id, 'Êtes-vous là ?')
    expect(await site.mails()).toHaveLength(1)
    await db.update(participant).set({ leftAt: new Date() }).where(eq(participant.accountId, person.id))
    await expect(say(person.id, 'Oui')).rejects.toThrow('Vous ne participez pas')
    await expect(say(hr.id, 'Et maintenant ?')).rejects.toThrow('Il ne reste personne')
  })
  test('takes no message from somebody who is not in it', async ({ site }) => {
    const { say } = await talk(site)
    const stranger = await site.personOf('employee')
    await expect(say(stranger.id, 'Bonjour')).rejects.toMatchObject({ status: 403 })
  })
  test('that has ended refuses a message and says what to do', async ({ site, db }) => {
    const { id, hr, person, context, say } = await talk(site)
    await inDeed(context, (tx) => closeConversation(tx, { conversationId: id, by: hr.id }))
    await expect(say(person.id, 'Encore un mot')).rejects.toThrow('Rouvrez la conversation')
    await expect(say(person.id, 'Encore un mot')).rejects.toMatchObject({ status: 409 })
    expect(await db.select().from(message)).toHaveLength(1)
    const told = await db.select().from(notice).where(eq(notice.kind, 'messages.closed'))
    expect(told).toMatchObject([{ accountId: person.id, mailedAt: null }])
    const [found] = await db.select().from(conversation)
    expect(found?.closedBy).toBe(hr.id)
  })
  test('does not exist for a wrong number', async ({ site }) => {
    const { context, hr } = await talk(site)
    const conversationId = '01900000-0000-7000-8000-0000000000ff'
    const saying = { conversationId, authorId: hr.id, text: 'Bonjour' }
    await expect(inDeed(context, (tx) => sayIn(tx, saying))).rejects.toMatchObject({ status: 404 })
  })
})

describe('a participant under an alias', () => {
  test('is named by it in notices and mails until they reveal themselves', async ({ site, db }) => {
    const hr = await site.personOf('hr')
    const person = await site.personOf('person')
    const { id, context, say } = await talk(site, aliased(hr.id, person.id))
    await say(person.id, 'Merci de votre message.')
    const mails = async () => (await site.mails()).filter(({ recipient }) => recipient === hr.email)
    expect((await mails())[0]?.subject).toBe('Talent 4F2A vous a écrit\u00a0: Un stage au printemps')
    const everything = JSON.stringify([await mails(), await db.select({ title: notice.title }).from(notice)])
    expect(everything).not.toContain(person.name)
    expect(everything).not.toContain(person.email)
    await inDeed(context, (tx) => revealParticipant(tx, { conversationId: id, accountId: person.id }))
    await say(person.id, 'C’est moi.')
    expect((await mails())[1]?.subject).toContain('Person Exemple vous a écrit')
    const [part] = await db
      .select()
      .from(participant)
      .where(eq(participant.accountId, person.id))
      .orderBy(asc(participant.id))
    expect(part?.alias).toBe('Talent 4F2A')
  })
  test('may be the one who opens it', async ({ site }) => {
    const hr = await site.personOf('hr')
    const person = await site.personOf('person')
    const opening = exampleConversation(person.id, hr.id, {
      participants: [{ accountId: person.id, alias: 'Talent 4F2A' }, { accountId: hr.id }],
    })
    await inDeed(site.context(await site.actor('person')), (tx) => openConversation(tx, opening))
    const [mail] = await site.mails()
    expect(mail?.subject).toMatch(/^Talent 4F2A/)
    expect(`${mail?.html}${mail?.text}`).not.toContain('Person')
  })
})
