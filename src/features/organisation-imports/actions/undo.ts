import { inArray } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { Refused } from '../../../kernel/errors.ts'
import { namesInWords } from '../../../ui/table-import/names.ts'
import { text as kit } from '../../../ui/table-import/text.ts'
import { affiliation, joinRequest } from '../../affiliations/tables.ts'
import { columnsOf } from '../../organisations/actions/record.ts'
import { idInput } from '../../organisations/schema/input.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { describedByIds } from '../queries/known.ts'
import { importRun } from '../tables.ts'
import { text } from '../text/import.ts'
import { loadRun, organisationIds, type StoredLine, writingLines } from './lines.ts'
import type { Plan } from './plan.ts'
import { writeAll } from './write.ts'

/** What has been changed since the import, or has people now: undoing would lose that. */
async function changedSince(tx: Tx, lines: readonly StoredLine[]): Promise<string[]> {
  const ids = organisationIds(lines)
  const known = await describedByIds(tx, ids)
  const peopled = new Set<string>()
  for (let from = 0; from < ids.length; from += 1000) {
    const some = ids.slice(from, from + 1000)
    const [people, requests] = await Promise.all([
      tx.rows(policy.everyAffiliation(), { where: inArray(affiliation.organisationId, some) }),
      tx.rows(policy.everyRequest(), { where: inArray(joinRequest.organisationId, some) }),
    ])
    for (const { organisationId } of [...people, ...requests]) peopled.add(organisationId)
  }
  return lines.flatMap((line) => {
    const id = line.organisationId ?? ''
    const isSame = known.get(id)?.row.changedAt.getTime() === line.basis?.getTime()
    const isFree = line.outcome === 'updated' || !peopled.has(id)
    return isSame && isFree ? [] : [(line.plan as Plan).described.displayName]
  })
}

/** Puts back exactly what was before the import, or nothing when something has been changed since. */
export const undo = action({
  name: 'organisation-imports.undo',
  about: importRun,
  input: idInput,
  load: loadRun,
  allow: policy.staffOnly,
  run: async ({ tx, actor, subject, now, language, note, trace }) => {
    const t = kit(language)
    if (subject.state !== 'applied') throw new Refused(t('wrongState'))
    const lines = await writingLines(tx, actor, subject.id)
    const changed = await changedSince(tx, lines)
    if (changed.length > 0)
      throw new Refused(text(language)('changedSince', { names: namesInWords(changed, language) }))
    const created = lines.filter((line) => line.outcome === 'created').flatMap((line) => line.organisationId ?? [])
    for (let from = 0; from < created.length; from += 1000)
      await tx.removeAll(narrow(policy.comparable(), inArray(organisation.id, created.slice(from, from + 1000))))
    const updated = lines.filter((line) => line.outcome === 'updated')
    const known = await describedByIds(tx, organisationIds(updated))
    const records = updated.flatMap((line) => {
      const { before, changedAt } = line.plan as Plan
      const there = known.get(line.organisationId ?? '')
      if (!before || !there) return []
      return [
        {
          id: there.row.id,
          described: before,
          row: { ...there.row, ...columnsOf(before), changedAt: changedAt ? new Date(changedAt) : now },
        },
      ]
    })
    await writeAll(tx, records)
    note({ file: subject.fileName })
    trace(records.map(({ id }) => ({ id, table: organisation })))
    return tx.update(importRun, subject, { state: 'undone', undoneAt: now })
  },
})
