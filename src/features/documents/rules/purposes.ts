import type { Language } from '../../../kernel/language.ts'
import type { FileKind } from '../schema/kinds.ts'

/** What files are given for. The feature that asks for them declares it; its key is kept with each file. */
export type Purpose = {
  /** 'talents.portfolio': of one feature, never used for anything else. */
  readonly key: string
  /** « Portfolio »: on the page "my files". */
  readonly label: (language: Language) => string
  readonly kinds: readonly FileKind[]
  /** The largest file, in bytes; a request can carry `largestUpload`. */
  readonly mostBytes: number
  /** How long a file is kept when the deed does not say it; null as long as its owner or its record is. */
  readonly keepDays: number | null
  /** A person's files go with their account; the cluster's stay, without their name. */
  readonly belongsTo: 'person' | 'cluster'
}

const mega = 1_000_000
/** What a whole request may carry. */
export const largestUpload = 24 * mega

const declared = new Map<string, Purpose>()
/** Makes a purpose known: once, where the feature's rules are loaded. */
export function declarePurpose(purpose: Purpose): Purpose {
  declared.set(purpose.key, purpose)
  return purpose
}
/** Keys of those whose files stay when a person leaves. */
export const clusterPurposes = (): string[] =>
  [...declared.values()].filter(({ belongsTo }) => belongsTo === 'cluster').map(({ key }) => key)
export const purposeNames = (language: Language): { key: string; label: string }[] =>
  [...declared.values()].map(({ key, label }) => ({ key, label: label(language) }))
export const purposeNamed = (key: string): Purpose | null => declared.get(key) ?? null

export const pictures: readonly FileKind[] = ['png', 'jpeg', 'webp']
export const films: readonly FileKind[] = ['mp4', 'webm']
export const papers: readonly FileKind[] = ['pdf', 'docx', 'odt']
