import { formatNumber } from '../../kernel/format.ts'
import type { Language } from '../../kernel/language.ts'
import type { Counts, ImportState } from '../../kernel/table-import.ts'
import { Chip, type Tone } from '../chips.tsx'
import type { Page } from '../page.ts'
import type { Crumb } from '../trail.tsx'
import { text } from './text.ts'

/** What the pages of imports need to know of what is imported. */
export type ImportPlace = {
  /** '/organisations/imports': every page of imports is below it. */
  readonly list: string
  /** Key of the public door above. */
  readonly current: string
  /** The pages above the list of imports. */
  readonly trail: readonly Crumb[]
  /** « Imports » */
  readonly title: string
  /** « Importer des organisations », « Colonnes des organisations »: no two pages of a site have the same title. */
  readonly titles: { readonly upload: string; readonly mapping: string }
  readonly intro: string
  readonly fileHelp: string
  readonly fileKinds: string
  /** « Organisation »: the head of the column that names the record of a line. */
  readonly record: string
  /** What undoing takes away and puts back. */
  readonly undoConsequence: string
  readonly outcomes: readonly string[]
  /** Of outcomes that only this import knows; undefined for those that all know. */
  readonly outcomeName?: (outcome: string) => string | undefined
}

export const importTrail = ({ trail, list, title }: ImportPlace): Crumb[] => [...trail, { href: list, label: title }]

export const outcomeName = (place: ImportPlace, outcome: string, language: Language): string =>
  place.outcomeName?.(outcome) ?? (text(language) as (key: string) => string)(`outcome-${outcome}`)

/** « Créées : 12, Modifiées : 3 »; nothing for a file that has not been previewed. */
export const countsInWords = (place: ImportPlace, counts: Counts, language: Language): string =>
  place.outcomes
    .filter((outcome) => counts[outcome])
    .map((outcome) =>
      text(language)('counted', {
        outcome: outcomeName(place, outcome, language),
        count: formatNumber(counts[outcome] ?? 0, language),
      }),
    )
    .join(', ')

const tones: Record<ImportState, Tone> = {
  uploaded: 'waiting',
  previewed: 'info',
  applied: 'good',
  undone: 'neutral',
}
export const StateChip = ({ page, state }: { page: Page; state: ImportState }) => (
  <Chip tone={tones[state]}>{text(page.language)(`state-${state}`)}</Chip>
)
