import { sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { Forbidden, NotFound, Refused } from '../kernel/errors.ts'
import type { Language } from '../kernel/language.ts'
import { parse } from '../kernel/parse.ts'
import { type Context, inside } from './context.ts'
import { changesOf } from './history.ts'
import { keepMeans } from './means.ts'
import { type Mail, mailQueue, post } from './outbox.ts'
import { keepSending } from './sending.ts'
import { comesFrom } from './storage/attached.ts'
import { type Changes, journal } from './tables.ts'
import { type Tx, type Write, writer } from './writer.ts'

type Note = Readonly<Record<string, string | number>>
/** What a deed has at hand while it runs. */
export type Step<Input, Subject> = {
  readonly tx: Tx
  readonly actor: Actor
  readonly language: Language
  readonly now: Date
  readonly origin: string
  readonly input: Input
  readonly subject: Subject
  /** Writes a mail into the outbox: it leaves after the commit. */
  readonly mail: (mail: Mail) => Promise<void>
  /** Puts a mail that is in the outbox on its way once more. */
  readonly mailAgain: (id: string) => Promise<void>
  /** A short public remark for the journal: counts, a file's name, a reason. Never private text. */
  readonly note: (note: Note) => void
  /** Other records that the deed changed: each gets the deed in its own history. */
  readonly trace: (records: readonly Traced[]) => void
}
export type Traced = { readonly table: PgTable; readonly id: string; readonly changes?: Changes }
type Definition<Schema extends z.ZodType, Subject extends object, Output> = {
  /** 'feature.deed': what the journal says was done, and what later features react to. */
  readonly name: `${string}.${string}`
  /** The table of the record the deed is about; its row is the output, or the subject when the output has no id. */
  readonly about: PgTable
  readonly input: Schema
  /** Loads, within a scope, what the deed is about; null is a 404. */
  readonly load: (tx: Tx, actor: Actor, input: z.output<Schema>) => Promise<Subject | null>
  /** Who may: the same rule shows the button. */
  readonly allow: (actor: Actor, subject: Subject) => boolean
  readonly run: (step: Step<z.output<Schema>, Subject>) => Promise<Output>
  /** Name of a constraint -> the sentence with which breaking it is refused. */
  readonly refusals?: Refusals
}
export type Refusals = Readonly<Record<string, (language: Language) => string>>

/** PostgreSQL says which constraint was broken; drizzle wraps what it says. */
function refusalOf(error: unknown, refusals: Refusals, language: Language): Refused | null {
  const { constraint, cause } = (error ?? {}) as { constraint?: string; cause?: unknown }
  const say = constraint === undefined ? undefined : refusals[constraint]
  if (say) return new Refused(say(language))
  return cause ? refusalOf(cause, refusals, language) : null
}
const idOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'id' in value && value.id ? String(value.id) : null

/**
 * The changes of a deed: fields of its own record by their name, those of other rows under 'table.field', from the second
 * row of a table on under 'table.2.field'.
 */
function journalled(writes: readonly Write[], about: PgTable, subjectId: string | null): Changes {
  const rows = new Map<PgTable, number>()
  const entries = writes.flatMap(({ table, before, after }) => {
    const { name } = getTableConfig(table)
    const isOwn = table === about && (subjectId === null || idOf(after ?? before) === subjectId)
    const row = isOwn ? 0 : (rows.get(table) ?? 0) + 1
    if (!isOwn) rows.set(table, row)
    const place = isOwn ? '' : row === 1 ? `${name}.` : `${name}.${row}.`
    return Object.entries(changesOf(table, before, after)).map(([field, change]) => [place + field, change])
  })
  return Object.fromEntries(entries)
}

/**
 * The only way to write: parse, begin, load in scope, allow, run, journal, commit; mails and reactions leave after the
 * commit. Throws Invalid (422), NotFound (404), Forbidden (403), Refused (409).
 */
export function action<Schema extends z.ZodType, Subject extends object, Output>(
  definition: Definition<Schema, Subject, Output>,
) {
  const { name, about, input: schema, load, allow, run, refusals = {} } = definition
  const act = async (context: Context, raw: z.input<Schema> | unknown): Promise<Output> => {
    const { db, enqueue, reactions, changed } = inside(context)
    const { actor, language, now, origin, requestId } = context
    const input = parse(schema, raw, language)
    const committed = db.transaction(async (transaction) => {
      const writes: Write[] = []
      const written = writer(transaction, (write) => writes.push(write))
      const tx = comesFrom(keepMeans(written, { root: db, transaction }), db)
      const mail = (one: Mail) => post(transaction, enqueue, one)
      keepSending(tx, { now, origin, language, mail })
      const subject = await load(tx, actor, input)
      if (subject === null) throw new NotFound()
      if (!allow(actor, subject)) throw new Forbidden()
      const remark: { note: Note | null } = { note: null }
      const traced: Traced[] = []
      const output = await run({
        tx,
        actor,
        language,
        now,
        origin,
        input,
        subject,
        mail: async (one) => void (await mail(one)),
        mailAgain: (id) => enqueue(transaction, mailQueue, { id }),
        note: (note) => {
          remark.note = { ...remark.note, ...note }
        },
        trace: (records) => {
          traced.push(...records)
        },
      })
      const deed = {
        at: now,
        actorId: actor.id,
        actorKind: actor.kind,
        action: name,
        subjectTable: getTableConfig(about).name,
        note: remark.note,
        requestId,
      }
      const subjectId = idOf(output) ?? idOf(subject)
      const changes = journalled(writes, about, subjectId)
      const [entry] = await transaction
        .insert(journal)
        .values({ ...deed, subjectId, changes })
        .returning({ id: journal.id })
      await tx.insertAll(
        journal,
        traced.map(({ table, id, changes = {} }) => ({
          ...deed,
          subjectTable: getTableConfig(table).name,
          subjectId: id,
          changes,
        })),
      )
      for (const queue of reactions.get(name) ?? []) await enqueue(transaction, queue, { journalId: entry?.id })
      await transaction.execute(sql`select pg_notify('changed', '')`)
      return output
    })
    const output = await committed.catch((error) => {
      throw refusalOf(error, refusals, language) ?? error
    })
    changed()
    return output
  }
  return Object.assign(act, { action: name, about, allow, input: schema })
}

/** What every action looks like from outside: for the permission table and the list of doors. */
export type AnyAction = {
  readonly action: string
  // biome-ignore lint/suspicious/noExplicitAny: subjects differ from action to action
  readonly allow: (actor: Actor, subject: any) => boolean
  readonly input: z.ZodType
}

/** `load` of an action that makes something new. */
export const nothing = async () => ({})
