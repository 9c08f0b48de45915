import type { Localised } from '../../../kernel/localised.ts'

type Known = {
  /** Null when the account is gone. */
  readonly name: string | null
  readonly alias: string | null
  readonly revealedAt: Date | null
}
/** Whether the others may learn who somebody is. */
export const isHidden = ({ alias, revealedAt }: Omit<Known, 'name'>) => alias !== null && revealedAt === null

/** Under which name the others know a participant; null for somebody who has left. */
export const shownName = ({ name, alias, revealedAt }: Known): string | null =>
  isHidden({ alias, revealedAt }) ? alias : name

/** The same words in both languages: a name, something that a person typed. */
export const untranslated = (words: string): Localised => ({ fr: words, en: words })
