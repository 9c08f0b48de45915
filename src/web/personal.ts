import type { Reader } from '../db/reader.ts'
import type { Tx } from '../db/writer.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Language } from '../kernel/language.ts'

/** A file of the export: read when its turn comes, so that many of them never stand in memory at once. */
export type PersonalFile = { readonly name: string; readonly open: () => Promise<Buffer | NodeJS.ReadableStream> }

/**
 * What one feature knows about a person. The account's page exports it and says what its deletion costs; the deletion
 * erases it. A feature that keeps something about people has one of these.
 */
export type PersonalData = {
  /** The name of its JSON file in the export, and of the folder of its files. */
  readonly key: string
  /** Everything this feature holds about the person, under names that a reader understands. Dates as Date. */
  readonly data: (read: Reader, person: Actor) => Promise<Readonly<Record<string, unknown>>>
  readonly files?: (read: Reader, person: Actor) => Promise<readonly PersonalFile[]>
  /** Sentences: what disappears with the account and what stays, with figures. None when there is nothing to say. */
  readonly consequences: (read: Reader, person: Actor, language: Language) => Promise<readonly string[]>
  /** Erases or detaches its own rows, in the deed's transaction, before the account itself goes. */
  readonly erase: (tx: Tx, person: { readonly id: string; readonly email: string }, now: Date) => Promise<void>
}
