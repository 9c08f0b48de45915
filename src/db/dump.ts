import type pg from 'pg'
import { copyIn, copyOut } from './copy.ts'

export type DumpedTable = { readonly name: string; readonly columns: string[] }
export type DumpedSequence = { readonly name: string; readonly value: string | null }

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
const named = (name: string) => `public.${quote(name)}`
const list = (columns: readonly string[]) => columns.map(quote).join(', ')

/** Our tables with the columns that can be written: what is generated is computed again. */
export async function dumpedTables(client: pg.Pool | pg.ClientBase): Promise<DumpedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname`)
  return rows
}

export async function dumpedSequences(client: pg.ClientBase): Promise<DumpedSequence[]> {
  const { rows } = await client.query<DumpedSequence>(
    `select sequencename::text as name, last_value::text as value from pg_sequences where schemaname = 'public' order by 1`,
  )
  return rows
}

/** One table as CSV with a first line of names (RFC 4180; an empty field is null, "" is an empty text). */
export const dumpTable = (client: pg.ClientBase, { name, columns }: DumpedTable) =>
  copyOut(
    client,
    `copy (select ${list(columns)} from ${named(name)}) to stdout with (format csv, header, encoding 'UTF8')`,
  )

export async function loadTable(client: pg.ClientBase, { name, columns }: DumpedTable, source: AsyncIterable<Buffer>) {
  const target = `${named(name)} (${list(columns)})`
  await copyIn(client, `copy ${target} from stdin with (format csv, header match, encoding 'UTF8')`, source)
}

/**
 * Does `load` while nothing checks or reacts row by row: foreign keys are taken away and put back, which checks every
 * row again; triggers rest. It needs no superuser (as session_replication_role would), only the owner of the tables.
 */
export async function withoutConstraints(client: pg.ClientBase, load: () => Promise<void>): Promise<void> {
  const { rows: keys } = await client.query<{ name: string; place: string; text: string }>(`
    select conname as name, conrelid::regclass::text as place, pg_get_constraintdef(oid) as text
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`)
  const tables = await dumpedTables(client)
  for (const { name, place } of keys) await client.query(`alter table ${place} drop constraint ${quote(name)}`)
  for (const { name } of tables) await client.query(`alter table ${named(name)} disable trigger user`)
  await load()
  for (const { name } of tables) await client.query(`alter table ${named(name)} enable trigger user`)
  for (const { name, place, text } of keys)
    await client.query(`alter table ${place} add constraint ${quote(name)} ${text}`)
}

export async function setSequence(client: pg.ClientBase, { name, value }: DumpedSequence): Promise<void> {
  if (value !== null) await client.query('select setval($1::regclass, $2::bigint)', [named(name), value])
}
