import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { deadAddress, outbox } from '../db/tables.ts'
import { closeConversation } from '../features/messages/actions/conversations.ts'
import { receiveMail } from '../features/messages/actions/incoming.ts'
import { inDeed, openExample } from '../features/messages/examples.ts'
import { bounceKey } from '../features/messages/rules/tokens.ts'
import { message, participant } from '../features/messages/tables.ts'
import { system } from '../kernel/actor.ts'
import { readMail } from './incoming-mail.ts'
import { type site as openSite, test } from './testing.ts'

type Site = ReturnType<typeof openSite>
/** hr has written to person; person's answers go to `to`. */
async function talk(site: Site) {
  const hr = await site.personOf('hr')
  const person = await site.personOf('person')
  const { id } = await openExample(site.context(await site.actor('hr')), hr.id, person.id)
  const [mail] = await site.mails()
  return { id, hr, person, mailId: mail?.id ?? '', to: `courrier+${mail?.replyKey}@pole.example` }
}
let count = 0
type Letter = { from: string; to: string; text?: string; heads?: readonly string[] }
const letter = ({ from, to, text = 'Avec plaisir.', heads = [] }: Letter) =>
  [
    `From: Ada <${from}>`,
    `To: ${to}`,
    'Subject: Re: Un stage',
    `Message-ID: <${++count}@mail.example.org>`,
    'Content-Type: text/plain; charset=utf-8',
    ...heads,
    '',
    text,
  ].join('\r\n')
const receive = async (site: Site, raw: string, now = new Date()) =>
  (await receiveMail(site.context(system, now), await readMail(Buffer.from(raw)))).outcome
const answers = async (site: Site) => (await site.mails()).filter((mail) => mail.answers !== null)

describe('an answer by mail', () => {
  test('goes into its conversation, without what it quotes, and once', async ({ site, db }) => {
    const { person, to, hr } = await talk(site)
    const raw = letter({
      from: person.email,
      to,
      text: 'Avec plaisir.\r\n\r\nOn 3 Mar 2027, Passerelle wrote:\r\n> Bonjour',
    })
    expect(await receive(site, raw)).toBe('said')
    expect(await receive(site, raw)).toBe('known')
    const said = await db.select().from(message).orderBy(message.at)
    expect(said.map(({ text }) => text)).toContain('Avec plaisir.')
    expect(said).toHaveLength(2)
    expect((await site.mails()).at(-1)).toMatchObject({ recipient: hr.email })
    const page = await (await site.as('hr')).get(`/messages/${said[0]?.conversationId}`)
    expect(page.text).toContain('par mail')
  })
  test('in HTML only is read as text, and says that a file was left out', async ({ site, db }) => {
    const { person, to } = await talk(site)
    const raw = [
      `From: ${person.email}`,
      `To: "Courrier" <${to.toUpperCase()}>`,
      'Message-ID: <html@mail.example.org>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Avec <b>plaisir</b>.</p><blockquote>x</blockquote>',
      '--b\r\nContent-Type: application/pdf; name=cv.pdf\r\nContent-Disposition: attachment; filename=cv.pdf\r\n\r\nPDF',
      '--b--',
    ].join('\r\n')
    expect(await receive(site, raw)).toBe('said')
    const texts = (await db.select().from(message)).map(({ text }) => text)
    expect(texts.some((text) => /Avec plaisir\.[\s\S]*pièce jointe/.test(text))).toBe(true)
  })
  test('from another address is not passed on; whoever sent it is told, and nothing more', async ({ site, db }) => {
    const { to, id } = await talk(site)
    expect(await receive(site, letter({ from: 'eve@evil.example', to }))).toBe('wrongSender')
    const [answer] = await answers(site)
    expect(answer).toMatchObject({ recipient: 'eve@evil.example', accountId: null, subject: 'Re: Un stage' })
    expect([answer?.text.includes(id), answer?.text.includes('autre adresse')]).toEqual([false, true])
    expect(await db.select().from(message)).toHaveLength(1)
  })
  test('to an address that we never gave is told so', async ({ site }) => {
    const { person, to } = await talk(site)
    const wrong = [
      to.replace(/.@/, (end) => (end === '0@' ? '1@' : '0@')),
      'courrier+r12@pole.example',
      'courrier@pole.example',
    ]
    for (const [day, one] of wrong.entries())
      expect(
        await receive(site, letter({ from: person.email, to: one }), new Date(Date.UTC(2027, 2, 1 + 2 * day))),
      ).toBe('unknown')
    expect((await answers(site)).map(({ recipient }) => recipient)).toEqual([person.email, person.email, person.email])
  })
  test('into a conversation that has ended, or that one has left, is told what to do', async ({ site, db }) => {
    const { id, hr, person, to } = await talk(site)
    const context = site.context(await site.actor('hr'))
    await inDeed(context, (tx) => closeConversation(tx, { conversationId: id, by: hr.id }))
    expect(await receive(site, letter({ from: person.email, to }))).toBe('closed')
    const [closed] = await answers(site)
    expect(closed?.text).toContain('Rouvrez-la sur le site')
    expect(closed?.text).toContain(`/messages/${id}`)
    await db.update(participant).set({ leftAt: new Date() }).where(eq(participant.accountId, person.id))
    expect(await receive(site, letter({ from: person.email, to }))).toBe('left')
    expect(await db.select().from(message)).toHaveLength(1)
  })
  test('without a word, or endless, is told so', async ({ site }) => {
    const { person, to } = await talk(site)
    expect(await receive(site, letter({ from: person.email, to, text: '> Bonjour' }))).toBe('empty')
    expect(await receive(site, letter({ from: person.email, to, text: 'mot '.repeat(4000) }))).toBe('long')
  })
  test('that goes wrong again and again is answered once a day', async ({ site }) => {
    const { to } = await talk(site)
    const at = (hours: number) => new Date(Date.UTC(2027, 2, 1, hours))
    for (const hours of [0, 1, 23, 25]) await receive(site, letter({ from: 'eve@evil.example', to }), at(hours))
    expect(await answers(site)).toHaveLength(2)
  })
  test('of a machine is neither taken in nor answered', async ({ site, db }) => {
    const { person, to } = await talk(site)
    const before = (await site.mails()).length
    const heads = ['Auto-Submitted: auto-replied', 'Precedence: bulk', 'List-Id: <all.example.org>', 'Return-Path: <>']
    for (const head of heads)
      for (const one of [to, 'courrier+r12@pole.example'])
        expect(await receive(site, letter({ from: person.email, to: one, heads: [head] }))).toBe('automatic')
    expect([await db.select().from(message), (await site.mails()).length]).toMatchObject([{ length: 1 }, before])
  })
  test('is the command line’s to take in, nobody else’s', async ({ site }) => {
    const mail = await readMail(Buffer.from(letter({ from: 'a@b.example', to: 'c@d.example' })))
    await expect(receiveMail(site.context(await site.actor('administrator')), mail)).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('a mail that comes back', () => {
  const report = (to: string, status: string, returned = '', action = 'failed') =>
    [
      'Return-Path: <>',
      'From: Mail Delivery System <MAILER-DAEMON@mx.example.org>',
      `To: ${to}`,
      `Message-ID: <report-${++count}@mx.example.org>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b\r\nContent-Type: text/plain\r\n\r\nI am sorry.',
      `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; x@example.org\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 ${status} Unknown`,
      `--b\r\nContent-Type: text/rfc822-headers\r\n\r\n${returned}`,
      '--b--',
    ].join('\r\n')

  test('by the address it came back to marks the mail and the address, and asks the person', async ({ site, db }) => {
    const { mailId, person } = await talk(site)
    expect(await receive(site, report(`courrier+${bounceKey(mailId)}@pole.example`, '5.1.1'))).toBe('bounced')
    const [mail] = await db.select().from(outbox).where(eq(outbox.id, mailId))
    expect(mail).toMatchObject({ state: 'bounced', lastError: '550 5.1.1 Unknown' })
    expect(await db.select().from(deadAddress)).toMatchObject([{ address: person.email, mailId }])
    expect((await (await site.as('person')).get('/occupations')).text).toContain('Nos mails ne vous parviennent plus')
    expect((await (await site.as('staff')).get(`/outbox/${mailId}`)).text).toContain('Revenu')
    expect((await (await site.as('staff')).get('/messages/addresses')).text).toContain(person.email)
  })
  test('is also known by the id of ours in it', async ({ site, db }) => {
    const { mailId } = await talk(site)
    const returned = `From: a@b.example\r\nMessage-ID: <${mailId}@pole.example>\r\n`
    expect(await receive(site, report('bonjour@pole.example', '5.1.1', returned))).toBe('bounced')
    expect(await db.select().from(deadAddress)).toHaveLength(1)
  })
  test('from a full mailbox, late, or not ours, leaves the address alone', async ({ site, db }) => {
    const { mailId } = await talk(site)
    const to = `courrier+${bounceKey(mailId)}@pole.example`
    expect(await receive(site, report(to, '4.4.1', '', 'delayed'))).toBe('late')
    expect(await receive(site, report(`courrier+${bounceKey(crypto.randomUUID())}@pole.example`, '5.1.1'))).toBe(
      'automatic',
    )
    expect(await db.select().from(outbox).where(eq(outbox.state, 'bounced'))).toHaveLength(0)
    expect(await receive(site, report(to, '5.2.2').replace('550', '552'))).toBe('bounced')
    expect(await db.select().from(deadAddress)).toHaveLength(0)
  })
})
