import { symmetricDecrypt } from 'better-auth/crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** RFC 4648, without padding: how authenticator applications want their key. */
export function base32(text: string): string {
  const bits = [...Buffer.from(text, 'utf8')].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The key of a second factor that is being set up, from the form in which it is kept. */
export const readKey = async (kept: string, secret: string) =>
  base32(await symmetricDecrypt({ key: secret, data: kept }))

/** What the QR code says (otpauth, as Google Authenticator's key URI format has it). */
export const keyAddress = (key: string, email: string, issuer: string) =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(email)}?secret=${key}&issuer=${encodeURIComponent(issuer)}&digits=6&period=30`
