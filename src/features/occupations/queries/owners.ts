import type { Reader } from '../../../db/reader.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'

/** Names of accounts, for the owners of sheets: the team sees them, and readers the owner of a sheet they read. */
export async function ownerNames(read: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await read.select({ id: user.id, name: user.name }).from(policy.owners(wanted))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
