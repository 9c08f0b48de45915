import { plain } from './slug.ts'

/** The way of a file into the records: read, its columns matched and previewed, applied, perhaps undone. */
export const importStates = ['uploaded', 'previewed', 'applied', 'undone'] as const
export type ImportState = (typeof importStates)[number]
/** What a line does. A feature may know more outcomes than these. */
export const lineOutcomes = ['created', 'updated', 'unchanged', 'refused'] as const
export type LineOutcome = (typeof lineOutcomes)[number]

/** For each column of the file the field that it gives; null leaves the column out. */
export type Mapping = readonly (string | null)[]
export type Counts = Readonly<Partial<Record<string, number>>>
export type Differences = Readonly<Record<string, readonly [before: unknown, after: unknown]>>
/** Why a line is refused: the key of a sentence, and its values. */
export type Reason = { readonly key: string; readonly values: Readonly<Record<string, string>> }
export const because = (key: string, values: Readonly<Record<string, string>> = {}): Reason => ({ key, values })
export const isReason = (found: object): found is Reason =>
  'key' in found && typeof found.key === 'string' && 'values' in found && typeof found.values === 'object'

export type ImportRun = {
  readonly id: string
  readonly fileName: string
  /** What the file turned out to be: « CSV, UTF-8 » or « XLSX ». */
  readonly format: string
  readonly header: readonly string[]
  readonly mapping: Mapping
  readonly state: ImportState
  readonly counts: Counts
  readonly appliedAt: Date | null
  readonly undoneAt: Date | null
}
export type ImportEntry = Pick<ImportRun, 'id' | 'fileName' | 'format' | 'state' | 'counts'> & {
  readonly createdAt: Date
  readonly by: string | null
}
export type ImportLine = {
  /** As a person counts them in the file: the line of titles is line 1. */
  readonly line: number
  readonly cells: readonly string[]
  readonly outcome: string | null
  readonly changes: Differences | null
  readonly reason: Reason | null
}

/** A title or a name as files write it, for comparing: « Code_Postal » is « code postal ». */
export const comparable = (written: string) => plain(written).replace(/[_’']/g, ' ').replace(/\s+/g, ' ').trim()

/** What each column is, as far as its title says so; no field twice, the first one has it. */
export function guessMapping(header: readonly string[], fieldOf: (title: string) => string | null): Mapping {
  const taken = new Set<string>()
  return header.map((title) => {
    const field = fieldOf(comparable(title))
    if (field === null || taken.has(field)) return null
    taken.add(field)
    return field
  })
}
/** The mapping that somebody has chosen, or the one before; what is no field leaves its column out. */
export function chosenMapping(
  run: Pick<ImportRun, 'header' | 'mapping'>,
  chosen: Mapping,
  isField: (field: string) => boolean,
) {
  const wished = chosen.length > 0 ? chosen : run.mapping
  return run.header.map((_, place) => {
    const field = wished[place] ?? null
    return field !== null && isField(field) ? field : null
  })
}
/** The field that two columns give. */
export function givenTwice(mapping: Mapping): string | null {
  const used = mapping.filter((field) => field !== null)
  return used.find((field, place) => used.indexOf(field) < place) ?? null
}

/** A line with something in cells that have no column says more than it can be asked for. */
export const strayCells = (cells: readonly string[], mapping: Mapping): Reason | null =>
  cells.slice(mapping.length).some(Boolean)
    ? because('cells', { count: String(cells.length), expected: String(mapping.length) })
    : null
/** The cells of a line by their field, in the order of the columns; empty cells say nothing, so they erase nothing. */
export const saidCells = (cells: readonly string[], mapping: Mapping): (readonly [field: string, cell: string])[] =>
  mapping.flatMap((field, place) => {
    const cell = cells[place] ?? ''
    return field === null || cell === '' ? [] : [[field, cell] as const]
  })

/** How many lines have each outcome. */
export const countOutcomes = <Outcome extends string>(
  lines: readonly { readonly outcome: Outcome }[],
  outcomes: readonly Outcome[],
) =>
  Object.fromEntries(
    outcomes.map((outcome) => [outcome, lines.filter((line) => line.outcome === outcome).length]),
  ) as Record<Outcome, number>
/** Whether applying an import would write anything. */
export const writesAnything = ({ created = 0, updated = 0 }: Counts) => created + updated > 0
/** The lines that write. */
export const isWriting = ({ outcome }: { readonly outcome: string | null }) =>
  outcome === 'created' || outcome === 'updated'

/** What lines say of themselves (an identifier, a number, a name) may stand in a file once. */
export function signsSeen() {
  const first = new Map<string, number>()
  return {
    /** The earlier line that had one of these signs. */
    earlier: (signs: readonly string[]): number | null =>
      signs.map((sign) => first.get(sign)).find((one) => one !== undefined) ?? null,
    note: (line: number, signs: readonly string[]): void => {
      for (const sign of signs) first.set(sign, line)
    },
  }
}
