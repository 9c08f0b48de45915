import type { Reader } from '../db/reader.ts'
import type { AffiliationRole } from '../kernel/actor.ts'
import type { Day } from '../kernel/days.ts'
import type { Language } from '../kernel/language.ts'

/** What somebody can owe: declared by the feature whose deeds open and settle it, on its `Feature` value as `followUps`. */
export type FollowUpKind = {
  /** 'affiliations.answer-request' */
  readonly key: `${string}.${string}`
  /** « Répondre à une demande de rattachement » */
  readonly label: (language: Language) => string
  /** Days after the due day on which the team picks up the telephone. */
  readonly escalatesAfter: number
  /** Who of an organisation may do it. Representatives and HR unless it is said otherwise. */
  readonly roles?: readonly AffiliationRole[]
}

/** Somebody's place in an organisation on a day. */
export type Colleague = {
  readonly organisationId: string
  readonly userId: string
  readonly name: string
  readonly role: AffiliationRole
}
export type OrganisationCard = {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly phone: string | null
}
/** What only the feature that keeps organisations knows, for those before it in the order. */
export type Duties = {
  readonly cards: (read: Reader, ids: readonly string[]) => Promise<readonly OrganisationCard[]>
  /** Everybody who belongs to one of these organisations on that day. */
  readonly people: (read: Reader, ids: readonly string[], day: Day) => Promise<readonly Colleague[]>
}

const unknown: Duties = { cards: async () => [], people: async () => [] }
const learnt: { duties: Duties; kinds: readonly FollowUpKind[] } = { duties: unknown, kinds: [] }

type Teacher = { readonly followUps?: readonly FollowUpKind[]; readonly duties?: Duties }
/** Said once, by app, with the list of features: it is the same in every process of one version of the program. */
export function learnDuties(features: readonly Teacher[]): void {
  learnt.kinds = features.flatMap(({ followUps = [] }) => followUps)
  learnt.duties = features.find(({ duties }) => duties)?.duties ?? unknown
}
export const duties = (): Duties => learnt.duties
export const followUpKinds = (): readonly FollowUpKind[] => learnt.kinds
