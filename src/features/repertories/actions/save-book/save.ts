import { eq } from 'drizzle-orm'
import { system } from '../../../../kernel/actor.ts'
import { mobility, occupationGroup } from '../../../occupations/tables.ts'
import * as policy from '../../policy.ts'
import type { ImportSummary } from '../../tables/vocabulary.ts'
import { repertory } from '../../tables.ts'

import type { Saving } from './rows.ts'
import { saveSheets } from './sheets.ts'
import { saveSkills } from './skills.ts'
/**
 * Writes a checked repertory in sets: rows keep their ids and addresses, what did not change is not touched, what is gone
 * is archived. Two imports of one repertory wait for each other at its row.
 */
export async function saveBook(saving: Saving): Promise<ImportSummary> {
  const { tx, book, now, progress } = saving
  await tx.insertAll(repertory, [{ key: book.key }], 'skip')
  const row = await tx.lock(policy.repertoriesVisibleTo(system), eq(repertory.key, book.key))
  if (!row) throw new Error('the repertory is gone')
  await progress('comparing', 0)
  const skills = await saveSkills(saving)
  const sheets = await saveSheets(saving, skills.ids)
  await saveGroups(saving)
  await saveMoves(saving, sheets.ids)
  const summary: ImportSummary = {
    version: book.version,
    occupations: sheets.counts,
    skills: skills.counts,
    links: [...book.sheets.values()].reduce((sum, sheet) => sum + sheet.skills.size, 0),
    mobility: book.moves?.length ?? null,
    refusals: [],
    refused: 0,
    notes: book.notes.slice(0, 100),
    noted: book.notes.length,
  }
  await tx.update(repertory, row, { version: book.version, importedAt: now, summary })
  return summary
}

async function saveGroups({ tx, book }: Saving) {
  const known = await tx
    .select({ code: occupationGroup.code, label: occupationGroup.label, parentCode: occupationGroup.parentCode })
    .from(policy.groups(system))
    .where(eq(occupationGroup.origin, book.key))
  const same = new Set(
    known.map(({ code, label, parentCode }) => JSON.stringify([code, label.fr, label.en, parentCode])),
  )
  const rows = [...book.groups.values()]
    .filter(({ code, label, parentCode }) => !same.has(JSON.stringify([code, label.fr, label.en, parentCode])))
    .map((group) => ({ ...group, origin: book.key }))
  await tx.insertAll(occupationGroup, rows, { on: ['origin', 'code'], set: ['label', 'parentCode'] })
}

/** The moves as a whole when they differ; without the file, those of before stay. */
async function saveMoves({ tx, book }: Saving, ids: ReadonlyMap<string, string>) {
  if (!book.moves) return
  const rows = book.moves.map(({ from, to, rank }) => ({ fromId: ids.get(from) ?? '', toId: ids.get(to) ?? '', rank }))
  const keyOf = (row: { fromId: string; toId: string; rank: number }) => `${row.fromId} ${row.toId} ${row.rank}`
  const known = new Set((await tx.rows(policy.moves(system))).map(keyOf))
  if (known.size === rows.length && rows.every((row) => known.has(keyOf(row)))) return
  await tx.removeAll(policy.moves(system))
  await tx.insertAll(mobility, rows, 'skip')
}
