import { eq } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { user } from '../../accounts/tables.ts'
import { contentsOf, ownSkills } from '../../occupations/queries/contents.ts'
import { occupation } from '../../occupations/tables.ts'
import * as policy from '../policy.ts'
import type { SheetEntry, SkillEntry } from '../schema/entries.ts'

/** Every own sheet as a file holds it: what is exported can be imported again. */
export async function sheetEntries(read: Reader, actor: Actor): Promise<SheetEntry[]> {
  const own = narrow(policy.allSheets(actor), eq(occupation.origin, 'own'))
  const rows = await read.rows(own, { orderBy: [occupation.slug] })
  const contents = await contentsOf(read, actor, rows)
  const accounts = await read.select({ id: user.id, email: user.email }).from(policy.accounts(actor))
  const emails = new Map(accounts.map(({ id, email }) => [id, email]))
  return rows.flatMap(({ id, slug, ownerId, reviewedOn, state }) => {
    const content = contents.get(id)
    const owner = (ownerId && emails.get(ownerId)) || ''
    return content ? [{ slug, ...content, owner, reviewed: reviewedOn ?? '', status: state }] : []
  })
}
export const skillEntries = async (read: Reader, actor: Actor): Promise<SkillEntry[]> =>
  (await ownSkills(read, actor)).map(({ row, content }) => ({ id: row.slug, ...content }))
