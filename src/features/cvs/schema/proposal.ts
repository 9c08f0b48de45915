import type { Item, SectionKey } from './resume.ts'

export type BasicsField = 'label' | 'summary' | 'email' | 'phone' | 'url' | 'location'
export type ProposalList = SectionKey | 'basics.profiles'
/** Where it stands in the text of the file. */
export type Place = { readonly from: number; readonly to: number }
/**
 * One thing that a file says and that may go into the profile. `key` is its name in the form of the review.
 * `rest` is all that a resume file says besides and that is kept beside the profile, to be given back as it came.
 */
export type Proposal = { readonly key: string; readonly place?: Place } & (
  | { readonly kind: 'basics'; readonly field: BasicsField; readonly value: unknown }
  | { readonly kind: 'entry'; readonly list: ProposalList; readonly item: Item; readonly isGuess?: boolean }
  | { readonly kind: 'occupation'; readonly id: string }
  | { readonly kind: 'rest'; readonly document: Item; readonly basics: Item }
)
export type Proposals = {
  readonly list: readonly Proposal[]
  /** What a resume file said that no field of the standard allows. */
  readonly dropped: readonly string[]
}
