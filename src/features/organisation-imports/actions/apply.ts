import { action } from '../../../db/action.ts'
import { uuidv7 } from '../../../db/ids.ts'
import type { Tx } from '../../../db/writer.ts'
import { Refused } from '../../../kernel/errors.ts'
import { namesInWords } from '../../../ui/table-import/names.ts'
import { text as kit } from '../../../ui/table-import/text.ts'
import { columnsOf, refusals } from '../../organisations/actions/record.ts'
import { idInput } from '../../organisations/schema/input.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { describedByIds, matchKeys } from '../queries/known.ts'
import { importLine, importRun } from '../tables.ts'
import { loadRun, organisationIds, type StoredLine, writingLines } from './lines.ts'
import type { Plan } from './plan.ts'
import { writeAll } from './write.ts'

/** The organisations that are no longer as the preview saw them. */
async function movedOn(tx: Tx, lines: readonly StoredLine[]): Promise<string[]> {
  const known = await describedByIds(tx, organisationIds(lines))
  const all = await matchKeys(tx)
  const slugs = new Set(all.map((one) => one.slug))
  const sirens = new Set(all.map((one) => one.siren))
  return lines.flatMap((line) => {
    const { slug, described } = line.plan as Plan
    const isSame = line.organisationId
      ? known.get(line.organisationId)?.row.changedAt.getTime() === line.basis?.getTime()
      : !slugs.has(slug) && !(described.siren && sirens.has(described.siren))
    return isSame ? [] : [described.displayName]
  })
}

/** The journal keeps no addresses. */
const withoutSecrets = (changes: NonNullable<StoredLine['changes']>) =>
  Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [
      field,
      field === 'email' || field === 'phone' ? ([null, null] as const) : change,
    ]),
  )

/** Writes what the preview promised, all of it or nothing. */
export const apply = action({
  name: 'organisation-imports.apply',
  about: importRun,
  input: idInput,
  load: loadRun,
  allow: policy.staffOnly,
  refusals,
  run: async ({ tx, actor, subject, now, language, note, trace }) => {
    const t = kit(language)
    if (subject.state !== 'previewed') throw new Refused(t('wrongState'))
    const lines = await writingLines(tx, actor, subject.id)
    if (lines.length === 0) throw new Refused(t('nothingToDo'))
    const changed = await movedOn(tx, lines)
    if (changed.length > 0) throw new Refused(t('changedMeanwhile', { names: namesInWords(changed, language) }))
    const known = await describedByIds(tx, organisationIds(lines))
    const records = lines.map((line) => {
      const { slug, described } = line.plan as Plan
      const id = line.organisationId ?? uuidv7(now)
      const there = known.get(id)?.row ?? {
        slug,
        createdAt: now,
        state: 'published' as const,
      }
      return { line, id, described, row: { ...there, ...columnsOf(described), id, slug, changedAt: now } }
    })
    await writeAll(
      tx,
      records.filter(({ line }) => line.organisationId === null),
    )
    await writeAll(
      tx,
      records.filter(({ line }) => line.organisationId !== null),
    )
    await tx.insertAll(
      importLine,
      records.map(({ line, id }) => ({ ...line, organisationId: id, basis: now })),
      { on: ['id'], set: ['organisationId', 'basis'] },
    )
    note({ file: subject.fileName })
    trace(records.map(({ id, line }) => ({ id, table: organisation, changes: withoutSecrets(line.changes ?? {}) })))
    return tx.update(importRun, subject, { state: 'applied', appliedAt: now })
  },
})
