import type { HistoryEntry } from '../../../../ui/history.tsx'
import type { Page, View } from '../../../../ui/page.ts'
import type { Sector } from '../../../../ui/tint.ts'
import type { OccupationRow } from '../../queries/list.ts'
import type { Sheet, SkillLine } from '../../queries/sheet.ts'
import type { Worded } from '../../tables/vocabulary.ts'

export type SheetProps = {
  page: Page
  sheet: Sheet
  sectors: readonly Sector[]
  lines: readonly SkillLine[]
  aliases: readonly { language: string; label: string; code: string | null }[]
  linked: readonly OccupationRow[]
  neighbours: readonly (OccupationRow & { shared: number })[]
  moves: readonly OccupationRow[]
  group: { code: string; label: Worded } | null
  owner: string | null
  /** For those who may edit the sheet; empty for everybody else. */
  history: readonly HistoryEntry[]
  /** What later features show: sections, and blocks of the right column. */
  panels: readonly View[]
  asides: readonly View[]
}
