import type { Language } from '../../../kernel/language.ts'

/** Where a sheet or a skill comes from: the cluster itself, or one of the two public repertories. */
export const origins = ['own', 'rome', 'esco'] as const
export type Origin = (typeof origins)[number]
export const repertories = ['rome', 'esco'] as const
export type RepertoryKey = (typeof repertories)[number]

export const families = [
  'production',
  'writing',
  'artistic',
  'technical',
  'game-design',
  'programming',
  'sound',
  'distribution',
  'marketing',
  'new-professions',
] as const
export type Family = (typeof families)[number]

export const skillKinds = ['know-how', 'knowledge', 'behaviour', 'tool'] as const
export type SkillKind = (typeof skillKinds)[number]

export const levels = [1, 2, 3, 4] as const
export type Level = (typeof levels)[number]

export const occupationStates = ['draft', 'published', 'archived'] as const
export type OccupationState = (typeof occupationStates)[number]

/** A text that may exist in one language only: the repertories are not complete in both. */
export type Worded = { readonly [In in Language]?: string | undefined }
export type WordedLists = { readonly [In in Language]?: readonly string[] | undefined }

type Both<Text> = { readonly fr: Text; readonly en: Text }
/** All that an own sheet says: what is edited, exchanged in files and kept as versions (checked by schema/sheet.ts). */
export type SheetContent = {
  readonly title: { readonly fr: { readonly masculine: string; readonly feminine: string }; readonly en: string }
  readonly aliases: Both<string[]>
  readonly sectors: string[]
  readonly family: Family
  readonly rome: string[]
  readonly esco: string
  readonly summary: Both<string>
  readonly missions: Both<string[]>
  readonly conditions: Both<string>
  readonly prospects: Both<string>
  /** By slug. */
  readonly skills: { readonly skill: string; readonly essential: boolean; readonly level: Level | null }[]
}
