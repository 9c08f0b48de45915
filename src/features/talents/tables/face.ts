import type { Language } from '../../../kernel/language.ts'
import type { WorkKind } from '../schema/vocabulary.ts'

/** What a list shows of a talent: cut for the card's readers, complete in itself. */
export type Face = {
  /** The name, or null where the talent is anonymous to these readers. */
  readonly name: string | null
  readonly headline: string
  /** The language of the headline. */
  readonly writtenIn?: Language
  readonly city: string
  readonly department: string
  /** Titles in both forms and in English: an anonymous talent is called by the first, and the town. */
  readonly occupations: readonly { readonly slug: string; readonly fr: string; readonly en: string }[]
  readonly skills: readonly { readonly id: string; readonly level: number | null }[]
  readonly availableOn: string | null
  readonly workKinds: readonly WorkKind[]
  readonly photoHash: string | null
}
