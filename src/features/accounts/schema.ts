import type { AuthenticationResponseJSON } from '@simplewebauthn/browser'
import { z } from 'zod'
import { roles } from '../../kernel/actor.ts'
import { languages } from '../../kernel/language.ts'
import { slot } from '../../web/slots.ts'

/** Lengths of a password in characters. NIST SP 800-63B and the ANSSI's guide: long, no rules of composition, nothing well known. */
export const shortest = 12
export const longest = 128

/** What an account's deeds need to know of the browser: its cookies, what it calls itself, where it is. Never from a form. */
export type Browser = {
  readonly headers: Headers
  /** The secret of its `device` cookie. */
  readonly device: string
}
export const browser = z.custom<Browser>(
  (value) => typeof value === 'object' && value !== null && (value as Browser).headers instanceof Headers,
)
/** A ticked box of a form. */
export const ticked = z
  .union([z.literal('on'), z.boolean()])
  .optional()
  .transform((value) => value === 'on' || value === true)
const line = (most: number) => z.string().trim().max(most)

export const email = line(200).toLowerCase().pipe(z.email())
const name = line(100).min(1)
const password = z.string().min(1).max(longest)
const linkToken = z.string().min(1).max(1000)
const id = z.uuid()

export const signUpInput = z.object({ name, email, password, terms: ticked, newsletter: ticked, browser })
export const signInInput = z.object({ email, password, browser })
export const emailInput = z.object({ email, next: line(500).optional(), browser })
export const linkInput = z.object({ token: linkToken, browser })
export const codeInput = z.object({ code: line(40).min(1), browser })
export const resetInput = z.object({ token: linkToken, password, browser })
export const browserInput = z.object({ browser })

export const profileInput = z.object({
  name,
  headline: line(120).default(''),
  city: line(80).default(''),
  bio: line(2000).default(''),
  language: z.enum(languages),
})
export const passwordInput = z.object({ current: z.string().max(longest).default(''), password, browser })
export const addressInput = z.object({ email, password: z.string().max(longest).default(''), browser })
export const confirmedInput = z.object({ password: z.string().max(longest).default(''), browser })
export const oneInput = z.object({ id })
export const newTokenInput = z.object({
  name: line(60).min(1),
  scopes: z
    .union([z.string(), z.array(z.string())])
    .transform((value) => [value].flat())
    .pipe(z.array(z.string().regex(/^[a-z-]+:(read|write)$/)).min(1)),
  days: z.coerce.number().int().min(1).max(365),
})
export const passkeyInput = z.object({
  name: line(60).default(''),
  response: z.record(z.string(), z.unknown()),
  browser,
})
/** Its shape is WebAuthn's, which is checked with its signature: here only that it has one. */
const signedAnswer = z.custom<AuthenticationResponseJSON>((value) => typeof value === 'object' && value !== null)
export const passkeyAnswer = z.object({ response: signedAnswer, browser })
export const consentInput = z.object({ kind: line(40).min(1) })
export const roleInput = z.object({ id, role: z.enum(roles) })
export const inviteInput = z.object({
  email,
  name: line(100).default(''),
  role: z.enum(roles),
  language: z.enum(languages).default('fr'),
})
export const acceptInput = z.object({
  token: linkToken,
  name: line(100).default(''),
  email: z.union([z.literal(''), email]).default(''),
  password: z.string().max(longest).default(''),
  terms: ticked,
})
export const accountInput = z.object({
  name,
  email,
  role: z.enum(roles).default('person'),
  language: z.enum(languages).default('fr'),
  password: password.optional(),
})

/** A person's page, for the team: what later features know about them. */
export const accountSlot = slot<{ readonly id: string; readonly email: string }>('account')
