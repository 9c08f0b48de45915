import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { describe, expect, onTestFinished, test } from 'vitest'
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
