import type { AffiliationRole } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { domainOfEmail, isPublicProvider } from '../../organisations/rules/organisation.ts'

type Period = { readonly startsOn: Day; readonly endsOn: Day | null }
/** An affiliation counts on its first day and on its last. */
export const isCurrent = ({ startsOn, endsOn }: Period, today: Day) =>
  startsOn <= today && (endsOn === null || endsOn >= today)

/** Somebody whose confirmed address is at one of the organisation's own domains is one of its people at once. */
export const joinsAtOnce = (emailDomains: readonly string[], email: string, role: string) => {
  const domain = domainOfEmail(email)
  return role === 'employee' && !isPublicProvider(domain) && emailDomains.includes(domain)
}

type Held = {
  readonly userId: string
  readonly role: AffiliationRole
  readonly endsOn: Day | null
}
/** Whether two affiliations say the same once their organisations are one: the same person in the same role, both open. */
export const heldTwice = (one: Held, other: Held) =>
  one.userId === other.userId && one.role === other.role && one.endsOn === null && other.endsOn === null
