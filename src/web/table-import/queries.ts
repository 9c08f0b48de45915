import type { Reader } from '../../db/reader.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { ImportEntry, ImportLine, ImportRun } from '../../kernel/table-import.ts'

export type WhichLines<Outcome extends string> = {
  readonly id: string
  readonly outcome: Outcome | null
  readonly limit: number
  readonly offset: number
}
/** What the pages and the API of an import ask: each feature reads its own tables within its own scopes. */
export type ImportQueries<Run extends ImportRun, Line extends ImportLine, Outcome extends string> = {
  /** Newest first. */
  readonly list: (read: Reader, actor: Actor) => PromiseLike<readonly ImportEntry[]>
  readonly byId: (read: Reader, actor: Actor, id: string) => PromiseLike<Run | null>
  readonly lines: (read: Reader, actor: Actor, which: WhichLines<Outcome>) => PromiseLike<readonly Line[]>
  readonly count: (read: Reader, actor: Actor, id: string) => PromiseLike<number>
  /** The first lines: what a person needs to know a column. */
  readonly first: (
    read: Reader,
    actor: Actor,
    id: string,
  ) => PromiseLike<readonly { readonly cells: readonly string[] }[]>
}
