import type { Day } from '../../../kernel/days.ts'

export type LinkState = 'open' | 'ended' | 'revoked'
type Link = { readonly endsOn: Day | null; readonly revokedAt: Date | null }
/** A link is open until it is revoked or its last day is over. */
export const stateOfLink = ({ endsOn, revokedAt }: Link, today: Day): LinkState => {
  if (revokedAt) return 'revoked'
  return endsOn && endsOn < today ? 'ended' : 'open'
}
