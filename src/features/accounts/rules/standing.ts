import { type Actor, isAdministrator, isStaff, type Role, roles } from '../../../kernel/actor.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** A session lasts thirty days from the sign-in, however much it is used. */
export const sessionLength = 30 * day
/** For this long after signing in, a person without a password is believed to be the one who just signed in. */
export const freshFor = 15 * minute
export const isFresh = (signedInAt: Date, now: Date) => now.getTime() - signedInAt.getTime() < freshFor

/** How long links in mails work. */
export const linkLength = { confirm: 24 * 60, magicLink: 20, reset: 60 } as const // minutes

export const invitationLength = 14 * day
export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'expired'
type Invitation = { readonly expiresAt: Date; readonly acceptedAt: Date | null; readonly withdrawnAt: Date | null }
export function invitationState({ expiresAt, acceptedAt, withdrawnAt }: Invitation, now: Date): InvitationState {
  if (acceptedAt) return 'accepted'
  if (withdrawnAt) return 'withdrawn'
  return expiresAt <= now ? 'expired' : 'open'
}

/** Who may give which role: the team invites people and reviewers; only an administrator makes staff. */
export const rolesToGive = (actor: Actor): readonly Role[] =>
  isAdministrator(actor) ? roles : isStaff(actor) ? ['person', 'reviewer'] : []

export const higherRole = (one: Role, other: Role): Role => (roles.indexOf(one) >= roles.indexOf(other) ? one : other)

/** A place without an administrator can be repaired by nobody. */
export const leavesNoAdministrator = (from: Role, to: Role | null, administrators: number) =>
  from === 'administrator' && to !== 'administrator' && administrators <= 1

/** Once mails leave by SMTP, a mail whose link opens an account is its recipient's alone. Where they stay, the team reads all. */
export const canReadMail = ({ confidential }: { readonly confidential: boolean }, mailsLeave: boolean) =>
  !(confidential && mailsLeave)
