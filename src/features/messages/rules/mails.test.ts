import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressToken, readAddressToken } from './addresses.ts'
import { bounceIn, isDeadStatus, mailIn, statusIn } from './bounces.ts'
import { isAutomatic, keyOf, plainSubject } from './incoming.ts'
import { answerIn, markerFor } from './quotes.ts'
import {
  accountIn,
  bounceKey,
  isReplyToken,
  isUnsubscribeToken,
  keyIn,
  mailInKey,
  newKey,
  participantIn,
  replyToken,
  unsubscribeToken,
} from './tokens.ts'

const id = fc.uuid()

describe('a signed address', () => {
  test('is known again, in whatever case, and nobody else’s key makes it', () => {
    fc.assert(
      fc.property(id, fc.string({ minLength: 8 }), fc.string({ minLength: 8 }), (who, key, other) => {
        const token = replyToken(who, key)
        expect(participantIn(token.toUpperCase())).toBe(who)
        expect(isReplyToken(token.toUpperCase(), who, key)).toBe(true)
        expect(isReplyToken(token, who, other)).toBe(key === other)
        expect(`fourteen-chars+${token}`.length).toBeLessThanOrEqual(64)
        expect(keyIn(`courrier+${token}@pole.example`)).toBe(token)
        expect(mailInKey(bounceKey(who))).toBe(who)
      }),
    )
  })
  test('that ends a kind of mail ends no other kind, and nobody else’s', () => {
    const [key, who] = [newKey(), '01890000-0000-7000-8000-000000000001']
    const token = unsubscribeToken(who, 'offers.expiring', key)
    expect(accountIn(token)).toBe(who)
    expect(isUnsubscribeToken(token, who, 'offers.expiring', key)).toBe(true)
    expect(isUnsubscribeToken(token, who, 'offers.closed', key)).toBe(false)
    expect(isUnsubscribeToken(token, '01890000-0000-7000-8000-000000000002', 'offers.expiring', key)).toBe(false)
    for (const wrong of ['', 'x', `${who}-`, token.slice(1)]) expect(accountIn(wrong)).toBe(null)
    for (const wrong of ['', 'r', 'r12', replyToken(who, key).slice(1)]) expect(participantIn(wrong)).toBe(null)
    for (const wrong of ['courrier@pole.example', 'courrier+x@pole.example']) expect(keyIn(wrong)).toBe(null)
  })
  test('that proves a new address holds for a day, for one account', () => {
    const now = new Date('2027-03-01T12:00:00Z')
    const claim = { accountId: 'a', email: 'ada@example.org', now }
    const token = addressToken(claim, 'key')
    expect(readAddressToken(token, claim, 'key')).toBe('ada@example.org')
    expect(readAddressToken(token, { ...claim, now: new Date('2027-03-02T11:59:00Z') }, 'key')).toBe('ada@example.org')
    expect(readAddressToken(token, { ...claim, now: new Date('2027-03-02T12:00:00Z') }, 'key')).toBe(null)
    expect(readAddressToken(token, { ...claim, accountId: 'b' }, 'key')).toBe(null)
    expect(readAddressToken(token, claim, 'other')).toBe(null)
    for (const wrong of ['', '.', 'x.y', `x${token}`]) expect(readAddressToken(wrong, claim, 'key')).toBe(null)
  })
})

const status = (fields: string) => `Reporting-MTA: dns; mx.example.org\n\n${fields}\n`
describe('a mail that comes back', () => {
  test('says whether the address is dead', () => {
    const dead = [
      '550 5.1.1 No such user',
      '550 No such user',
      '551 moved',
      '553 no',
      '5.1.2',
      '5.2.1',
      '5.4.4',
      '5.1.10',
    ]
    for (const one of dead) expect([one, isDeadStatus(statusIn(one))]).toEqual([one, true])
    const alive = [
      '552 5.2.2 Mailbox full',
      '550 5.7.1 Blocked',
      '554 5.3.4 Too big',
      '450 4.2.1 Later',
      'nonsense',
      '',
    ]
    for (const one of alive) expect([one, isDeadStatus(statusIn(one))]).toEqual([one, false])
  })
  test('is read from its delivery status, folded lines and all', () => {
    const failed = status(
      'Final-Recipient: rfc822; new@example.org\nOriginal-Recipient: rfc822;ada@example.org\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <ada@example.org>:\n    User unknown',
    )
    expect(bounceIn(failed)).toEqual({
      isFinal: true,
      isAddress: true,
      recipient: 'ada@example.org',
      reason: '550 5.1.1 <ada@example.org>: User unknown',
    })
    expect(bounceIn(failed.replaceAll('\n', '\r\n'))?.isAddress).toBe(true)
  })
  test('of a full mailbox is final for the mail, not for the address; a delay is neither', () => {
    const full = bounceIn(status('Final-Recipient: rfc822; ada@example.org\nAction: failed\nStatus: 5.2.2'))
    expect(full).toMatchObject({ isFinal: true, isAddress: false, reason: '5.2.2' })
    const late = bounceIn(status('Final-Recipient: rfc822; ada@example.org\nAction: delayed\nStatus: 4.4.1'))
    expect(late).toMatchObject({ isFinal: false, isAddress: false })
    const vague = status(
      'Final-Recipient: rfc822; a@b.org\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 no user',
    )
    expect(bounceIn(vague)?.isAddress).toBe(true)
  })
  test('whatever else it is, breaks nothing', () => {
    for (const odd of ['', '\n\n', 'Action: failed', status('Final-Recipient: rfc822; ada@example.org')])
      expect(bounceIn(odd)).toBe(null)
    fc.assert(fc.property(fc.string(), (text) => bounceIn(text) === null || typeof bounceIn(text) === 'object'))
  })
  test('is known by the id of ours in it', () => {
    const ours = '01890000-0000-7000-8000-000000000001'
    expect(mailIn(`From: a\nMessage-Id: <${ours}@pole.example>\nTo: b`)).toBe(ours)
    expect(mailIn('Message-ID: <other@example.org>')).toBe(null)
  })
})

describe('a mail that comes in', () => {
  const from = 'ada@example.org'
  test('is automatic when it says so, in whatever way', () => {
    const heads = [
      { 'auto-submitted': 'auto-replied' },
      { 'auto-submitted': 'auto-generated (vacation)' },
      { precedence: 'bulk' },
      { precedence: 'AUTO_REPLY' },
      { 'x-auto-response-suppress': 'DR, OOF, AutoReply' },
      { 'list-id': 'x' },
      { 'return-path': '' },
    ]
    for (const one of heads) expect([one, isAutomatic({ from, heads: one })]).toEqual([one, true])
    for (const one of [
      '',
      'MAILER-DAEMON@mx.example',
      'noreply@x.example',
      `courrier+${replyToken(crypto.randomUUID(), 'k')}@x.example`,
    ])
      expect([one, isAutomatic({ from: one, heads: {} })]).toEqual([one, true])
    for (const one of [{}, { 'auto-submitted': 'no' }, { precedence: 'normal' }, { 'return-path': from }])
      expect([one, isAutomatic({ from, heads: one })]).toEqual([one, false])
  })
  test('has its key in whichever address it reached us by', () => {
    const key = bounceKey('01890000-0000-7000-8000-000000000001')
    expect(keyOf({ to: ['x@example.org', `Courrier+${key}@pole.example`] })).toBe(key)
    expect(keyOf({ to: [] })).toBe(null)
  })
  test('loses the Re: of its subject', () => {
    expect(plainSubject('Re: RE : Tr: Un stage')).toBe('Un stage')
    expect(plainSubject('Recherche: un stage')).toBe('Recherche: un stage')
  })
})

describe('an answer by mail', () => {
  const own = 'Avec plaisir.\n\nÀ lundi.'
  const below: Record<string, string> = {
    'our line': `${markerFor('fr')}\n\nBonjour,`,
    'our line, quoted': `> ${markerFor('en')}\n> Hello`,
    Thunderbird: 'Le 03/03/2027 à 14:32, Passerelle a écrit :\n> Bonjour,\n> Texte',
    'Gmail in French':
      'Le mer. 3 mars 2027 à 14:32, Passerelle <courrier@pole.example> a\u00a0écrit\u00a0:\n\n> Bonjour',
    'Gmail, broken in two': 'On Wed, Mar 3, 2027 at 2:32 PM Passerelle <courrier+r1@pole.example>\nwrote:\n\n> Hello',
    'Apple Mail': 'On 3 Mar 2027, at 14:32, Passerelle <a@pole.example> wrote:\n\n> Hello',
    German: 'Am 03.03.2027 um 14:32 schrieb Passerelle:\n> Hallo',
    Outlook:
      'De : Passerelle <a@pole.example>\nEnvoyé : mercredi 3 mars 2027 14:32\nÀ : Ada\nObjet : Message\n\nBonjour',
    'Outlook, in English': '________________________________\nFrom: Passerelle\nSent: Wednesday\nTo: Ada\n\nHello',
    'Outlook of old': '-----Message d’origine-----\nDe : Passerelle',
    'a signature': '-- \nAda Lovelace\n06 12 34 56 78',
    'a telephone': 'Envoyé de mon iPhone',
    'only marks': '> Bonjour,\n>\n> Texte',
  }
  for (const [name, quoted] of Object.entries(below))
    test(`is cut where ${name} begins`, () => {
      expect(answerIn(`${own}\n\n${quoted}`)).toBe(own)
      expect(answerIn(`${own}\n\n${quoted}`.replaceAll('\n', '\r\n'))).toBe(own)
      expect(answerIn(quoted)).toBe('')
    })
  test('keeps what only looks like a quotation', () => {
    const texts = [
      'Le projet me plaît : on en parle lundi.',
      'De : je préfère « depuis ».\nMerci',
      'On verra.\n\nLe 3 mars, oui.',
      '> Êtes-vous libre ?\nOui.\n> Et lundi ?\nAussi.',
    ]
    for (const text of texts) expect(answerIn(text)).toBe(text)
  })
  test('is never longer than the mail, and cut once it stays', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const answer = answerIn(text)
        expect(answer.length).toBeLessThanOrEqual(text.length)
        expect(answerIn(answer)).toBe(answer)
      }),
    )
  })
})
