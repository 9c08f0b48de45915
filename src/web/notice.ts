import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Web } from './env.ts'

const name = 'notice'

/** Keeps a sentence for the next page: what has just been done. */
export const rememberNotice = (c: Web, sentence: string) =>
  setCookie(c, name, sentence, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60 })

/** Takes the sentence out: it is shown once. */
export function takeNotice(c: Web): string | null {
  const sentence = getCookie(c, name) ?? null
  if (sentence) deleteCookie(c, name, { path: '/' })
  return sentence
}
