import { describe, expect } from 'vitest'
import { type site as openSite, test } from '../../app/testing.ts'
import { createToken } from '../accounts/actions/tokens.ts'
import { sayIn } from './actions/conversations.ts'
import { inDeed, openExample } from './examples.ts'

type Site = ReturnType<typeof openSite>
async function program(site: Site, name: 'hr' | 'person') {
  const scopes = ['messages:read', 'messages:write']
  const { secret } = await createToken(site.context(await site.actor(name)), { name: 'Mon outil', scopes, days: 30 })
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await site.app.request(`http://localhost/api/v1${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, text, json: JSON.parse(text || 'null') }
  }
  return ask
}

describe('a program of one’s own', () => {
  test('reads conversations and answers, and learns no name behind an alias', async ({ site }) => {
    const [hr, person] = [await site.personOf('hr'), await site.personOf('person')]
    const aliased = { participants: [{ accountId: hr.id }, { accountId: person.id, alias: 'Talent 4F2A' }] }
    const { id } = await openExample(site.context(await site.actor('hr')), hr.id, person.id, aliased)
    await inDeed(site.context(await site.actor('person')), (tx) =>
      sayIn(tx, { conversationId: id, authorId: person.id, text: 'Merci.' }),
    )
    const ask = await program(site, 'hr')
    const answers = [await ask('GET', '/messages'), await ask('GET', `/messages/${id}`), await ask('GET', '/notices')]
    for (const { status, text } of answers) {
      expect(status).toBe(200)
      for (const hidden of [person.name, person.email, person.id]) expect(text).not.toContain(hidden)
    }
    expect(answers[0]?.json.items).toMatchObject([
      { id, isUnread: true, others: [{ name: 'Talent 4F2A', isAlias: true }] },
    ])
    expect(answers[1]?.json.messages).toMatchObject([{ from: { isSelf: true } }, { text: 'Merci.' }])
    expect((await ask('POST', `/messages/${id}`, { text: 'Avec plaisir.' })).json).toEqual({ id })
    expect((await ask('POST', `/messages/${id}/close`)).status).toBe(200)
    const late = await ask('POST', `/messages/${id}`, { text: 'Encore.' })
    expect(late.status).toBe(409)
  })
  test('walks through lists, and chooses rhythms', async ({ site }) => {
    const [hr, person] = [await site.personOf('hr'), await site.personOf('person')]
    for (const subject of ['Un', 'Deux', 'Trois'])
      await openExample(site.context(await site.actor('hr')), hr.id, person.id, { subject })
    const ask = await program(site, 'person')
    const first = (await ask('GET', '/messages?limit=2')).json
    const second = (await ask('GET', `/messages?limit=2&cursor=${first.next}`)).json
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null])
    expect((await ask('PUT', '/notice-choices', { rhythms: { 'messages.message': 'weekly' } })).json).toEqual({
      count: 1,
    })
    expect((await ask('GET', '/notice-choices')).json).toEqual({ rhythms: { 'messages.message': 'weekly' } })
  })
})
