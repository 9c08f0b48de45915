import { randomBytes } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import { TooMany } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { clientAddress } from '../../../web/client-address.ts'
import type { Web } from '../../../web/routing.tsx'
import type { Attempt } from '../auth/limits.ts'
import type { Accounts } from '../auth.ts'
import type { Browser } from '../schema.ts'
import { enterText } from '../text/enter.ts'

const passed = ['cookie', 'user-agent'] as const
const deviceCookie = 'device'
const year = 365 * 24 * 60 * 60

/** What a deed may know of the browser that asks. */
export function browserOf(c: Web): Browser {
  const headers = new Headers({ 'x-forwarded-for': clientAddress(c), origin: c.var.page.origin })
  for (const name of passed) {
    const value = c.req.header(name)
    if (value) headers.set(name, value)
  }
  return { headers, device: getCookie(c, deviceCookie) ?? randomBytes(24).toString('base64url') }
}

/** Hands on the cookies that a deed answered with. */
export function keepCookies(c: Web, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}
/** The browser is known from now on: signing in from it again is no news. */
export const keepDevice = (c: Web, { device }: Browser) =>
  setCookie(c, deviceCookie, device, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.page.origin.startsWith('https:'),
    maxAge: year,
  })

/** A path of ours to go to afterwards, or null: never another site. */
export const ownPath = (value: unknown): string | null =>
  typeof value === 'string' && value.length < 500 && /^\/(?![/\\])/.test(value) ? value : null

/** « dans 12 minutes » */
export function waitSentence(seconds: number, language: Language): string {
  const t = enterText(language)
  const time = seconds < 90 ? t('seconds', { count: seconds }) : t('minutes', { count: Math.ceil(seconds / 60) })
  return t('wait', { time })
}

/** Counts an attempt, by address and as told, before the deed; throws TooMany (429) when there were too many. */
export async function limited<Output>(
  c: Web,
  { limits }: Accounts,
  attempts: readonly Attempt[],
  deed: () => Promise<Output>,
): Promise<Output> {
  const wait = await limits.spend([['address', clientAddress(c)], ...attempts])
  if (wait > 0) throw new TooMany(wait, waitSentence(wait, c.var.page.language))
  return deed()
}
export const succeeded = (c: Web, { limits }: Accounts, attempts: readonly Attempt[]) =>
  limits.forget([['address', clientAddress(c)], ...attempts])
