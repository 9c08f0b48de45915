import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import type { DirectorySearch } from '../schema/input.ts'
import { establishment } from '../tables.ts'
import { everyMatch } from './directory.ts'

async function headquartersOf(read: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map()
  const rows = await read.rows(
    narrow(
      policy.everyEstablishment(),
      and(inArray(establishment.organisationId, [...ids]), eq(establishment.isHeadquarters, true)),
    ),
    { orderBy: [establishment.id] },
  )
  return new Map(rows.map((row) => [row.organisationId, row]))
}

/** The rows of an export, in steps: what this actor may see of each, with its headquarters. */
export async function* exportedRows(read: Reader, actor: Actor, search: DirectorySearch) {
  for await (const rows of everyMatch(read, search)) {
    const headquarters = await headquartersOf(
      read,
      rows.map((row) => row.id),
    )
    yield rows.map((row) => ({
      ...row,
      email: policy.seesField(actor, row, 'email') ? row.email : null,
      phone: policy.seesField(actor, row, 'phone') ? row.phone : null,
      headquarters: headquarters.get(row.id) ?? null,
    }))
  }
}
export type ExportedRow = ReturnType<typeof exportedRows> extends AsyncGenerator<(infer Row)[]> ? Row : never
