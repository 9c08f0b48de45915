export const importStates = ['proposed', 'waiting', 'running', 'done', 'refused'] as const
export type ImportState = (typeof importStates)[number]
/** What a file brings: one of the repertories, or the cluster's own sheets and skills. */
export const importKinds = ['rome', 'esco', 'sheets'] as const
export type ImportKind = (typeof importKinds)[number]

export type ImportSummary = {
  readonly version: string
  readonly occupations: Counts
  readonly skills: Counts
  readonly links: number
  /** Links of the official mobility file; null when the file is not there. */
  readonly mobility: number | null
  /** Entries of an own file that are wrong, and were left out with the reason; the first hundred. */
  readonly refusals: readonly Refusal[]
  /** All that were left out. */
  readonly refused: number
  /** What an official file itself does not hold together: left out, with nothing for anybody to do. Summaries of 2026 lack both. */
  readonly notes?: readonly Refusal[]
  readonly noted?: number
}
export type Counts = {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly withdrawn: number
}
export type Refusal = { readonly file: string; readonly line: number; readonly reason: string }
