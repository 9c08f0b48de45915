import type { Progress } from './command.ts'
import type { Runtime } from './runtime.ts'

export type Refusal = { readonly file: string; readonly line: number | null; readonly reason: string }
/** What an import did, for its last lines on the terminal. */
export type Imported = {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly refused: readonly Refusal[]
  /** Worth knowing: a file that was not there, a column that was not read. */
  readonly notes: readonly string[]
}
export type Importer = {
  readonly summary: string
  /** What it reads: 'folder or zip', 'CSV or XLSX'. */
  readonly reads: string
  /** Throws Refused or Invalid, and leaves the database as it was, when the file is not what it should be. */
  readonly run: (
    runtime: Runtime,
    path: string,
    progress: (what: string, total?: number) => Progress,
  ) => Promise<Imported>
}
export type Exporter = {
  readonly summary: string
  /** The endings of file names it can write: 'csv', 'xlsx'. */
  readonly writes: readonly string[]
  /** Writes the file; answers how many records are in it. */
  readonly run: (
    runtime: Runtime,
    path: string,
    progress: (what: string, total?: number) => Progress,
  ) => Promise<number>
}
