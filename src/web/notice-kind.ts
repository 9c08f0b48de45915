import type { Actor } from '../kernel/actor.ts'
import type { Language } from '../kernel/language.ts'

/** How often a person is told of a kind of thing by mail. The page of notices shows all of them, always. */
export const rhythms = ['at-once', 'daily', 'weekly', 'never'] as const
export type Rhythm = (typeof rhythms)[number]

/** One kind of thing that a feature tells people about: « Une offre que vous suivez expire ». */
export type NoticeKind = {
  /** 'offers.expiring': the feature and what happens. Kept in the database: never renamed. */
  readonly kind: `${string}.${string}`
  /** Completes « Vous recevez ce message parce que vous suivez : … »; heads a part of a digest. */
  readonly label: (language: Language) => string
  /** Who may be told of it at all: others do not see it among their choices. */
  readonly allow?: (actor: Actor) => boolean
  /** Until the person chooses. */
  readonly rhythm: Rhythm
  /** Security and account: it comes at once and cannot be switched off. */
  readonly mandatory?: true
}
