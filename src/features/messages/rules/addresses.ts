import { createHmac, timingSafeEqual } from 'node:crypto'

const lifetime = 24 * 60 * 60_000
type Claim = { readonly accountId: string; readonly email: string; readonly now: Date }
const sign = (key: string, accountId: string, payload: string) =>
  createHmac('sha256', key).update(`address ${accountId} ${payload}`).digest('base64url')

/** By which somebody proves that they read mails at a new address: the address and the end of a day, signed. */
export function addressToken({ accountId, email, now }: Claim, key: string): string {
  const payload = Buffer.from(JSON.stringify([email, now.getTime() + lifetime])).toString('base64url')
  return `${payload}.${sign(key, accountId, payload)}`
}

/** The address that was proved; null when the token is not ours, not this account's, or too old. */
export function readAddressToken(token: string, { accountId, now }: Omit<Claim, 'email'>, key: string): string | null {
  const [payload = '', given = ''] = token.split('.')
  const wanted = Buffer.from(sign(key, accountId, payload))
  const shown = Buffer.from(given)
  if (wanted.length !== shown.length || !timingSafeEqual(wanted, shown)) return null
  const [email, until] = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as [string, number]
  return now.getTime() < until ? email : null
}
