import type { Language } from './language.ts'

/** `member` is no role of an account: it comes from a current affiliation. */
export const roles = ['person', 'reviewer', 'staff', 'administrator'] as const
export type Role = (typeof roles)[number]
export const affiliationRoles = ['representative', 'hr', 'employee'] as const
export type AffiliationRole = (typeof affiliationRoles)[number]

/** Who asks. A visitor without an account has no id; the system (imports, demo, jobs) has none either, but may do all. */
export type Actor = {
  readonly id: string | null
  readonly kind: 'visitor' | 'account' | 'system'
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly language: Language
  /** Current affiliations only. */
  readonly affiliations: readonly { readonly organisationId: string; readonly role: AffiliationRole }[]
}

const nobody = { id: null, name: '', email: '', role: 'person', language: 'fr', affiliations: [] } as const
export const visitor: Actor = { ...nobody, kind: 'visitor' }
export const system: Actor = { ...nobody, kind: 'system', name: 'Passerelle', role: 'administrator' }

export const isSignedIn = (actor: Actor) => actor.kind !== 'visitor'
export const isAdministrator = (actor: Actor) => actor.role === 'administrator'
export const isStaff = (actor: Actor) => actor.role === 'staff' || isAdministrator(actor)
export const isReviewer = (actor: Actor) => actor.role === 'reviewer' || isStaff(actor)
export const isMember = (actor: Actor) => actor.affiliations.length > 0 || isStaff(actor)
export const belongsTo = (actor: Actor, organisationId: string) =>
  actor.affiliations.some((one) => one.organisationId === organisationId)
export const represents = (actor: Actor, organisationId: string) =>
  actor.affiliations.some((one) => one.organisationId === organisationId && one.role === 'representative')
/** The organisations that somebody represents: what their scopes are made of. */
export const representedBy = (actor: Actor): string[] =>
  actor.affiliations.filter((one) => one.role === 'representative').map((one) => one.organisationId)
