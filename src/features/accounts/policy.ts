import { sql } from 'drizzle-orm'
import { type Scope, scope } from '../../db/scope.ts'
import { outbox } from '../../db/tables.ts'
import { type Actor, isAdministrator, isSignedIn, isStaff, type Role } from '../../kernel/actor.ts'
import { rolesToGive } from './rules/standing.ts'
import {
  consent,
  credential,
  device,
  invitation,
  limit,
  passkey,
  session,
  token,
  twoFactor,
  user,
  verification,
} from './tables.ts'

const own = (actor: Actor, column: unknown) => (actor.id ? sql`${column} = ${actor.id}` : sql`false`)

/** Everybody sees their own account; the team sees all. */
export const visibleTo = (actor: Actor) => (isStaff(actor) ? scope(user) : scope(user, own(actor, user.id)))
export const nobody = () => scope(user, sql`false`)
/** The account that acts, whatever its role. */
export const ownAccount = (actor: Actor) => scope(user, own(actor, user.id))
/** What only its owner sees: not even an administrator. */
export const sessionsOf = (actor: Actor) => scope(session, own(actor, session.userId))
export const credentialsOf = (actor: Actor) => scope(credential, own(actor, credential.userId))
export const passkeysOf = (actor: Actor) => scope(passkey, own(actor, passkey.userId))
export const twoFactorOf = (actor: Actor) => scope(twoFactor, own(actor, twoFactor.userId))
export const tokensOf = (actor: Actor) => scope(token, own(actor, token.userId))
export const consentsOf = (actor: Actor) => scope(consent, own(actor, consent.userId))
export const devicesOf = (actor: Actor) => scope(device, own(actor, device.userId))

export const invitationsVisibleTo = (actor: Actor) => scope(invitation, isStaff(actor) ? undefined : sql`false`)
export const mailsVisibleTo = (actor: Actor) => scope(outbox, isStaff(actor) ? undefined : sql`false`)
/** The mails that went to a person: for the export and the deletion of their account. */
export const mailsOf = (account: { readonly id: string; readonly email: string }) =>
  scope(outbox, sql`(${outbox.accountId} = ${account.id} or ${outbox.recipient} = ${account.email})`)

export const verificationsOf = ({ id, email }: { readonly id: string; readonly email: string }) =>
  scope(
    verification,
    sql`(${verification.value} = ${id} or position(${JSON.stringify(email)} in ${verification.value}) > 0)`,
  )
export const invitationsTo = ({ id, email }: { readonly id: string; readonly email: string }) =>
  scope(invitation, sql`(${invitation.email} = ${email} or ${invitation.acceptedBy} = ${id})`)
export const openAdministratorLinks = () =>
  scope(
    invitation,
    sql`${invitation.email} is null and ${invitation.acceptedAt} is null and ${invitation.withdrawnAt} is null`,
  )

/** For the deeds of somebody who has yet to prove who they are: the account that an address or a link names. */
export const accountAt = (email: string) => scope(user, sql`${user.email} = ${email}`)
export const accountNamed = (id: string) => scope(user, sql`${user.id} = ${id}`)
export const devicesOfAccount = (id: string) => scope(device, sql`${device.userId} = ${id}`)
export const invitationBehind = (hash: string) => scope(invitation, sql`${invitation.hash} = ${hash}`)
export const sessionNamed = (secret: string) => scope(session, sql`${session.token} = ${secret}`)
export const passwordOf = (id: string) =>
  scope(credential, sql`${credential.userId} = ${id} and ${credential.providerId} = 'credential'`)
/** For the rule that one administrator must remain. */
export const administrators = () => scope(user, sql`${user.role} = 'administrator'`)
/** For the job that throws out what has expired. */
export const expired = (now: Date): Readonly<Record<string, Scope>> => ({
  sessions: scope(session, sql`${session.expiresAt} < ${now}`),
  verifications: scope(verification, sql`${verification.expiresAt} < ${now}`),
  limits: scope(limit, sql`${limit.expire} < ${now}`),
  mails: scope(
    outbox,
    sql`${outbox.state} in ('sent', 'failed') and ${outbox.createdAt} < ${now}::timestamptz - interval '180 days'`,
  ),
  unconfirmed: scope(
    user,
    sql`not ${user.emailVerified} and ${user.createdAt} < ${now}::timestamptz - interval '30 days'`,
  ),
})

/** Doors that stand open to everybody: what is behind them asks for a proof of its own (a password, a link, a code). */
export const anybody = () => true
export const signedIn = (actor: Actor) => isSignedIn(actor) && actor.id !== null
type Owned = { readonly userId: string }
export const ownerOf = (actor: Actor, { userId }: Owned) => actor.id !== null && actor.id === userId
export const self = (actor: Actor, { id }: { readonly id: string }) => actor.id !== null && actor.id === id

export const seePeople = (actor: Actor) => isStaff(actor)
export const seeMails = (actor: Actor) => isStaff(actor)
export const changeRole = (actor: Actor) => isAdministrator(actor)
export const createAccount = (actor: Actor) => isAdministrator(actor)
/** A link in somebody's hands opens the account without the mailbox: the command line only. */
export const handLinks = (actor: Actor) => actor.kind === 'system'
export const invite = (actor: Actor) => isStaff(actor)
export const inviteAs = (actor: Actor, { role }: { readonly role: Role }) => rolesToGive(actor).includes(role)
export const tidy = (actor: Actor) => actor.kind === 'system'
