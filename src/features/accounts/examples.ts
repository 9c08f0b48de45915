import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { actingAs, type Context } from '../../db/context.ts'
import { outbox } from '../../db/tables.ts'
import { type Actor, type Role, system } from '../../kernel/actor.ts'
import { addDays, type Day, dayOf, resolveDay } from '../../kernel/days.ts'
import type { Language } from '../../kernel/language.ts'
import type { Localised } from '../../kernel/localised.ts'
import type { Rows, Stage } from '../../web/examples.ts'
import { invite } from './actions/invitations.ts'
import { createAccount } from './actions/people.ts'
import { changeProfile, giveConsent } from './actions/profile.ts'
import { hashOf } from './rules/secrets.ts'
import { invitation } from './tables.ts'

/** The cast of all tests: one person for each role. Who is a member or represents is said by the organisations' examples. */
export const castNames = [
  'visitor',
  'person',
  'employee',
  'hr',
  'representative',
  'reviewer',
  'staff',
  'administrator',
] as const
export type Cast = (typeof castNames)[number]

const roles: Partial<Record<Cast, Role>> = { reviewer: 'reviewer', staff: 'staff', administrator: 'administrator' }

export const castMember = (name: Cast) => ({
  name: `${name.charAt(0).toUpperCase()}${name.slice(1)} Exemple`,
  email: `${name}@example.org`,
  emailVerified: true,
  role: roles[name] ?? 'person',
})

/** A password that is long and of which no list knows. */
export const password = 'trois girafes sous le pont'

type Visit = {
  get: (path: string) => Promise<{ status: number; text: string; location: string | null }>
  post: (path: string, fields?: Record<string, string>) => Promise<{ status: number; location: string | null }>
}
type Site<Browser extends Visit> = {
  visit: () => Browser
  mails: () => Promise<{ text: string }[]>
}
/** The path that a mail leads to. */
export function linkIn(mail: { text: string } | undefined): string {
  const [address = ''] = /https?:\/\/\S+\?\S+/.exec(mail?.text ?? '') ?? []
  const { pathname, search } = new URL(address)
  return pathname + search
}
/** A browser in which somebody has signed up and confirmed their address: they are signed in. */
export async function signUp<Browser extends Visit>(
  site: Site<Browser>,
  person: { name: string; email: string; password: string },
): Promise<Browser> {
  const browser = site.visit()
  await browser.post('/sign-up', { ...person, terms: 'on' })
  const link = new URL(linkIn((await site.mails()).at(-1)), 'http://passerelle')
  await browser.post('/confirm', { token: link.searchParams.get('token') ?? '' })
  return browser
}

/** A person, an invitation that waits and a mail that has not left, for the table of who may pass which door. */
export async function prepare({ tx, person, context }: Stage): Promise<Rows> {
  const invited = await invite(context(system), { email: 'invited@example.org', role: 'reviewer' })
  const mail = await tx.insert(outbox, {
    recipient: 'somebody@example.org',
    language: 'fr',
    subject: 'Un message',
    text: 'Bonjour.',
  })
  const token = 'an-invitation-that-everybody-may-try'
  await tx.update(invitation, invited, { hash: hashOf(token) })
  return { account: await person('person'), invitation: invited, invitationToken: token, mail }
}
export const examplePaths = {
  '/invitation': ({ invitationToken }: Rows) => `/invitation?token=${invitationToken}`,
  '/accounts/:id': ({ account }: Rows) => `/accounts/${account.id}`,
  '/outbox/:id': ({ mail }: Rows) => `/outbox/${mail.id}`,
  '/outbox/:file{[0-9a-f-]+\\.eml}': ({ mail }: Rows) => `/outbox/${mail.id}.eml`,
  '/api/v1/accounts/:id': ({ account }: Rows) => `/api/v1/accounts/${account.id}`,
}
/** Signing in by OIDC answers only where the cluster has named a provider. */
export const whenConfigured = ['/sign-in/oidc', '/sign-in/oidc/callback'] as const
const anything = () => ({})
const oneself = (_rows: Rows, { id }: Actor) => ({ id })
const ownThing = (_rows: Rows, { id }: Actor) => ({ userId: id })
/** What the rule of each action is asked about: who acts, something of theirs, or the rows above. */
export const doors: Readonly<Record<string, (rows: Rows, actor: Actor) => object>> = {
  'accounts.accept-invitation': anything,
  'accounts.add-passkey': oneself,
  'accounts.answer-code': anything,
  'accounts.change-address': anything,
  'accounts.change-password': oneself,
  'accounts.change-profile': oneself,
  'accounts.change-role': ({ account }) => account,
  'accounts.confirm-address': anything,
  'accounts.confirm-two-factors': oneself,
  'accounts.create-account': anything,
  'accounts.create-token': oneself,
  'accounts.delete-account': oneself,
  'accounts.export-data': oneself,
  'accounts.give-consent': oneself,
  'accounts.invite': anything,
  'accounts.invite-first-administrator': anything,
  'accounts.make-password-link': ({ account }) => account,
  'accounts.remove-passkey': ownThing,
  'accounts.replace-backup-codes': oneself,
  'accounts.request-address': oneself,
  'accounts.request-link': anything,
  'accounts.request-reset': anything,
  'accounts.resend-invitation': ({ invitation }) => invitation,
  'accounts.resend-mail': ({ mail }) => mail,
  'accounts.reset-password': anything,
  'accounts.revoke-session': ownThing,
  'accounts.revoke-token': ownThing,
  'accounts.sign-in': anything,
  'accounts.sign-in-by-link': anything,
  'accounts.sign-in-by-oidc': anything,
  'accounts.sign-in-by-passkey': anything,
  'accounts.sign-out': oneself,
  'accounts.sign-out-everywhere': oneself,
  'accounts.sign-up': anything,
  'accounts.start-passkey': oneself,
  'accounts.start-two-factors': oneself,
  'accounts.stop-two-factors': oneself,
  'accounts.tidy-up': anything,
  'accounts.withdraw-consent': oneself,
  'accounts.withdraw-invitation': ({ invitation }) => invitation,
}

type Described = {
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly language: Language
    readonly role: Role
    readonly headline: Localised
    readonly bio: Localised
  }[]
  readonly invitations?: readonly {
    readonly email: string
    readonly role: Role
    readonly by: string
    readonly at: string
  }[]
}
export type DemoPerson = { readonly accountId: string; readonly email: string }
export const demoPassword = 'passerelle-demo-2026'
const noon = (day: Day) => new Date(`${day}T12:00:00Z`)
/** One after the other, over the ten months before today. */
const openedOn = (place: number, today: Day) => addDays(today, Math.min(-20, -300 + 18 * place))

/** The demo's people, with their profiles, consents and the invitations that wait. By the names that its files give them. */
export async function loadPeople(
  context: Context,
  file = 'demo/people.yaml',
): Promise<ReadonlyMap<string, DemoPerson>> {
  const { people, invitations = [] } = parse(readFileSync(file, 'utf8')) as Described
  const today = dayOf(context.now)
  const actors = new Map<string, Actor>()
  for (const [place, { id, name, email, language, role, headline, bio }] of people.entries()) {
    const then = actingAs(context, { actor: system, language, now: noon(openedOn(place, today)) })
    const account = await createAccount(then, { name, email, language, role, password: demoPassword })
    const actor: Actor = { id: account.id, kind: 'account', name, email, role, language, affiliations: [] }
    actors.set(id, actor)
    const own = actingAs(then, { actor })
    await changeProfile(own, { name, language, headline: headline[language], bio: bio[language] })
    for (const kind of ['terms', 'newsletter', 'contact']) await giveConsent(own, { kind })
  }
  for (const { email, role, by, at } of invitations) {
    const actor = actors.get(by)
    if (!actor) throw new Error(`${file}: there is no person ${by}`)
    await invite(actingAs(context, { actor, now: noon(resolveDay(at, today)) }), { email, role })
  }
  return new Map([...actors].map(([id, actor]) => [id, { accountId: actor.id ?? '', email: actor.email }]))
}
