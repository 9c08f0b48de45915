import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const signed = (key: string, what: string, length: number) =>
  createHmac('sha256', key).update(what).digest('hex').slice(0, length)
/**
 * 64 bits of signature: nobody guesses one by sending mails, and the whole fits into the local part of an address (64
 * characters, RFC 5321) beside an inbox of up to 14.
 */
const replySignature = 16
const endSignature = 24
const same = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

export const newKey = () => randomBytes(24).toString('base64url')

const compact = (id: string) => id.replaceAll('-', '')
const spread = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/**
 * In the address to which a participant's answers by mail go. Lower-case hexadecimal only: mail servers may change the
 * case of an address.
 */
export const replyToken = (participantId: string, key: string) =>
  `r${compact(participantId)}${signed(key, `reply ${participantId}`, replySignature)}`
/** Whose token this says it is; whether it is signed must be asked with `isReplyToken`. */
export function participantIn(token: string): string | null {
  const found = /^r([0-9a-f]{32})[0-9a-f]{16}$/i.exec(token)
  return found ? spread((found[1] ?? '').toLowerCase()) : null
}
export const isReplyToken = (token: string, participantId: string, key: string) =>
  same(token.toLowerCase(), replyToken(participantId, key))

/** By which mails of one kind are ended without signing in (RFC 8058). */
export const unsubscribeToken = (accountId: string, kind: string, key: string) =>
  `${compact(accountId)}-${signed(key, `end ${kind} ${accountId}`, endSignature)}`
export function accountIn(token: string): string | null {
  const found = /^([0-9a-f]{32})-[0-9a-f]{24}$/.exec(token)
  return found ? spread(found[1] ?? '') : null
}
export const isUnsubscribeToken = (token: string, accountId: string, kind: string, key: string) =>
  same(token, unsubscribeToken(accountId, kind, key))
export const unsubscribePath = (accountId: string, kind: string, key: string) =>
  `/unsubscribe/${kind}/${unsubscribeToken(accountId, kind, key)}`

/** In the address to which a mail goes back when it cannot be delivered (VERP): which mail it was. */
export const bounceKey = (mailId: string) => `b${compact(mailId)}`
export function mailInKey(key: string): string | null {
  const found = /^b([0-9a-f]{32})$/i.exec(key)
  return found ? spread((found[1] ?? '').toLowerCase()) : null
}
/** What stands behind the plus of our own address: 'courrier+r12ab@pole.example' -> 'r12ab'. */
export const keyIn = (address: string): string | null => /\+([rb][0-9a-f]{32,48})@/i.exec(address)?.[1] ?? null
