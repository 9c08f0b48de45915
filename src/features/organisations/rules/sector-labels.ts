import type { Language } from '../../../kernel/language.ts'
import { inLanguage, type Localised } from '../../../kernel/localised.ts'
import type { Sector } from '../../../ui/tint.ts'

export type SectorRow = { readonly key: string; readonly label: Localised; readonly colour: string }
/** Sectors as chips and pictures need them, in the reader's language. */
export const sectorsFor = (rows: readonly SectorRow[], language: Language): ReadonlyMap<string, Sector> =>
  new Map(rows.map(({ key, label, colour }) => [key, { key, label: inLanguage(label, language), colour }]))
export const pick = (sectors: ReadonlyMap<string, Sector>, keys: readonly string[]): Sector[] =>
  keys.flatMap((key) => sectors.get(key) ?? [])
