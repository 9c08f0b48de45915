import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { MailRefused, type Sent } from '../db/outbox.ts'
import { mailer } from './mail.ts'

const from = 'Passerelle <bonjour@passerelle.example>'
const letter = {
  id: '01890000-0000-7000-8000-000000000001',
  to: 'ada@example.org',
  language: 'fr',
  subject: 'Votre réponse est arrivée',
  text: 'Elle vous attend : à bientôt.',
  html: '<p>Elle vous attend.</p>',
} as const

function folder() {
  const made = mkdtempSync(join(tmpdir(), 'passerelle-mail-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

describe('a mail', () => {
  test('without a mail server becomes a file that any mail program opens', async () => {
    const place = join(folder(), 'mail')
    await mailer({ smtp: undefined, folder: place, from })(letter)
    expect(readdirSync(place)).toEqual([`${letter.id}.eml`])
    const read = await simpleParser(readFileSync(join(place, `${letter.id}.eml`)))
    expect(read.subject).toBe(letter.subject)
    expect(read.text?.trim()).toBe(letter.text)
    expect(read.html).toBe(letter.html)
    expect(read.from?.text).toContain('bonjour@passerelle.example')
    expect(read.headers.get('content-language')).toBe('fr')
    expect(read.headers.get('auto-submitted')).toBe('auto-generated')
  })

  test('that leaves twice after a crash has one id: mail programs show it once', async () => {
    const received: (string | undefined)[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) =>
        void simpleParser(stream).then(({ messageId }) => {
          received.push(messageId)
          done()
        }),
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    onTestFinished(() => new Promise<void>((done) => server.close(done)))
    const { port } = server.server.address() as { port: number }
    const place = folder()
    const send = mailer({ smtp: `smtp://127.0.0.1:${port}`, folder: place, from })
    await send(letter)
    await send(letter)
    expect(received).toEqual([`<${letter.id}@passerelle.example>`, `<${letter.id}@passerelle.example>`])
    expect(readdirSync(place)).toEqual([])
  })

  test('that a mail server refuses is an error, for the outbox to keep', async () => {
    const send = mailer({ smtp: 'smtp://127.0.0.1:1', folder: folder(), from })
    await expect(send(letter)).rejects.toThrow(/ECONNREFUSED/)
  })

  test('whose subject holds a line end adds no header', async () => {
    const place = folder()
    await mailer({ smtp: undefined, folder: place, from })({ ...letter, subject: 'x\r\nBcc: eve@evil.example' })
    const read = await simpleParser(readFileSync(join(place, `${letter.id}.eml`)))
    expect(read.bcc).toBeUndefined()
  })
})

describe('a mail by SMTP', () => {
  type Arrived = { readonly mail: ParsedMail; readonly sender: string }
  /** A mail server of its own: takes everything but mails to those who are "gone" or "full". */
  async function post() {
    const arrived: Arrived[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo({ address }, _session, done) {
        const said = { 'gone@example.org': '5.1.1 No such user', 'full@example.org': '5.2.2 Mailbox full' }[address]
        if (said) return done(Object.assign(new Error(said), { responseCode: said.startsWith('5.1') ? 550 : 552 }))
        if (address === 'later@example.org')
          return done(Object.assign(new Error('4.7.1 Come back'), { responseCode: 451 }))
        done()
      },
      onData(stream, { envelope }, done) {
        void simpleParser(stream).then((mail) => {
          arrived.push({ mail, sender: envelope.mailFrom ? envelope.mailFrom.address : '' })
          done()
        })
      },
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    onTestFinished(() => new Promise<void>((done) => server.close(done)))
    const { port } = server.server.address() as { port: number }
    const inbox = 'courrier@pole.example'
    const send = (mail: Partial<Sent>, more: { inbox?: string | null } = { inbox }) =>
      mailer({ smtp: `smtp://127.0.0.1:${port}`, folder: folder(), from, origin: 'https://pole.example', ...more })({
        ...letter,
        ...mail,
      })
    return { arrived, send }
  }
  const key = `r${'0'.repeat(48)}`

  test('goes back to an address that says which mail it was, and answers go where they belong', async () => {
    const { arrived, send } = await post()
    await send({ replyKey: key, html: '<html><body style="x"><p>Bonjour</p></body></html>' })
    expect(arrived[0]?.sender).toBe('courrier+b01890000000070008000000000000001@pole.example')
    expect(arrived[0]?.mail.replyTo?.text).toBe(`courrier+${key}@pole.example`)
    expect(arrived[0]?.mail.text).toMatch(/^——— Pour répondre, écrivez au-dessus de cette ligne ———/)
    expect(arrived[0]?.mail.html).toContain('au-dessus de cette ligne')
  })
  test('promises no answers where nothing reads them', async () => {
    const { arrived, send } = await post()
    await send({ replyKey: key }, { inbox: null })
    expect([arrived[0]?.sender, arrived[0]?.mail.replyTo]).toEqual(['bonjour@passerelle.example', undefined])
    expect(arrived[0]?.mail.text).not.toContain('———')
  })
  test('says in its head how its kind is ended in one click', async () => {
    const { arrived, send } = await post()
    await send({ unsubscribe: '/unsubscribe/offers.expiring/abc' })
    await send({})
    const heads = arrived.map(({ mail }) => mail.headerLines.filter(({ key: name }) => name.startsWith('list-')))
    expect(heads[0]?.map(({ line }) => line)).toEqual([
      'List-Unsubscribe: <https://pole.example/unsubscribe/offers.expiring/abc>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ])
    expect(heads[1]).toEqual([])
  })
  test('that answers another by itself comes from nobody and says so: no machine answers it', async () => {
    const { arrived, send } = await post()
    await send({ answers: '<asked@example.org>' })
    expect([arrived[0]?.sender, arrived[0]?.mail.inReplyTo]).toEqual(['', '<asked@example.org>'])
    expect(arrived[0]?.mail.headers.get('auto-submitted')).toBe('auto-replied')
  })
  test('that is refused for good is known from one to be tried again', async () => {
    const { send } = await post()
    await expect(send({ to: 'gone@example.org' })).rejects.toMatchObject({
      isAddress: true,
      message: '550 5.1.1 No such user',
    })
    await expect(send({ to: 'full@example.org' })).rejects.toMatchObject({ isAddress: false })
    await expect(send({ to: 'later@example.org' })).rejects.not.toBeInstanceOf(MailRefused)
  })
})
