import { eq, getTableColumns, inArray } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { action, nothing } from '../../../db/action.ts'
import type { Context } from '../../../db/context.ts'
import { uuidv7 } from '../../../db/ids.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { readTable } from '../../../web/table-file.ts'
import * as policy from '../policy.ts'
import { describedByIds, matchKeys } from '../queries/imports.ts'
import { guessMapping, isField, mappingMistake } from '../rules/import.ts'
import { type Described, idInput, mappingInput, mostImportLines, uploadInput } from '../schema/input.ts'
import { affiliation, establishment, headCount, importLine, importRun, joinRequest, organisation } from '../tables.ts'
import { text } from '../text/import.ts'
import { countsOf, type Plan, planLines } from './import-plan.ts'
import { columnsOf, refusals } from './record.ts'

const loadRun = (tx: Tx, actor: Actor, { id }: { id: string }) =>
  tx.lock(policy.importsVisibleTo(actor), eq(importRun.id, id))
const linesOf = (tx: Tx, actor: Actor, id: string) =>
  tx.rows(policy.importLinesVisibleTo(actor), { where: eq(importLine.importId, id), orderBy: [importLine.line] })
type StoredLine = Awaited<ReturnType<typeof linesOf>>[number]

/** Reads a file and keeps its lines; guesses what its columns are. Nothing else is written yet. */
export const uploadImport = action({
  name: 'organisations.upload-import',
  about: importRun,
  input: uploadInput,
  load: nothing,
  allow: policy.staffOnly,
  run: async ({ tx, actor, input: { file }, now, language, note }) => {
    const table = await readTable(Buffer.from(await file.arrayBuffer()), language, mostImportLines)
    const run = await tx.insert(importRun, {
      fileName: file.name.slice(0, 200),
      format: table.format,
      header: [...table.header],
      mapping: guessMapping(table.header),
      createdBy: actor.id,
      createdAt: now,
    })
    await tx.insertAll(
      importLine,
      table.lines.map(({ line, cells }) => ({ importId: run.id, line, cells: [...cells] })),
    )
    note({ file: run.fileName, lines: table.lines.length })
    return run
  },
})

/** Says for each line what it would do, and keeps exactly that for applying it. */
export const previewImport = action({
  name: 'organisations.preview-import',
  about: importRun,
  input: mappingInput,
  load: loadRun,
  allow: policy.staffOnly,
  run: async ({ tx, actor, subject, input, now, language }) => {
    const t = text(language)
    if (subject.state !== 'uploaded' && subject.state !== 'previewed') throw new Refused(t('wrongState'))
    const wished = input.mapping.length > 0 ? input.mapping : subject.mapping
    const mapping = subject.header.map((_, place) => {
      const field = wished[place] ?? null
      return field !== null && isField(field) ? field : null
    })
    const mistake = mappingMistake(mapping)
    if (mistake?.key === 'nameMissing') throw new Invalid({ '': t('nameMissing') })
    if (mistake) throw new Invalid({ '': t('twice', { field: mistake.field }) })
    const lines = await linesOf(tx, actor, subject.id)
    const planned = await planLines(tx, lines, { mapping, now, language })
    await tx.removeAll(narrow(policy.importLinesVisibleTo(actor), eq(importLine.importId, subject.id)))
    await tx.insertAll(
      importLine,
      planned.map(({ cells, ...rest }) => ({ ...rest, cells: [...cells], importId: subject.id })),
    )
    return tx.update(importRun, subject, { mapping, state: 'previewed', counts: countsOf(planned) })
  },
})

const mostNames = 5
function named(names: readonly string[], language: Language): string {
  const shown = names.slice(0, mostNames).join(', ')
  return names.length > mostNames ? text(language)('andMore', { names: shown, count: names.length - mostNames }) : shown
}

/** The organisations that are no longer as the preview saw them. */
async function movedOn(tx: Tx, lines: readonly StoredLine[]): Promise<string[]> {
  const known = await describedByIds(
    tx,
    lines.flatMap((line) => line.organisationId ?? []),
  )
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

/** The columns that are written: neither the id nor what the database computes. */
const written = (table: PgTable) =>
  Object.entries(getTableColumns(table)).flatMap(([name, { generated }]) => (name === 'id' || generated ? [] : [name]))
type Written = { readonly id: string; readonly described: Described; readonly row: typeof organisation.$inferInsert }
/** Organisations with their establishments and head counts, in as few statements as possible. */
async function writeAll(tx: Tx, records: readonly Written[]): Promise<void> {
  const [sample] = records
  if (!sample) return
  await tx.insertAll(
    organisation,
    records.map((one) => one.row),
    { on: ['id'], set: written(organisation) },
  )
  const ids = records.map((one) => one.id)
  const places = records.flatMap(({ id, described, row }) =>
    described.establishments.map((one, place) => ({
      ...one,
      id: one.id ?? uuidv7(row.changedAt as Date),
      organisationId: id,
      isHeadquarters: described.establishments.some((other) => other.isHeadquarters) ? one.isHeadquarters : place === 0,
    })),
  )
  const kept = new Set(places.map((one) => one.id))
  const counts = records.flatMap(({ id, described }) =>
    described.headCounts.map((one) => ({ ...one, organisationId: id })),
  )
  for (let from = 0; from < ids.length; from += 1000) {
    const some = ids.slice(from, from + 1000)
    const there = await tx.rows(policy.everyEstablishment(), { where: inArray(establishment.organisationId, some) })
    const gone = there.filter((one) => !kept.has(one.id)).map((one) => one.id)
    if (gone.length > 0) await tx.removeAll(narrow(policy.everyEstablishment(), inArray(establishment.id, gone)))
    await tx.removeAll(narrow(policy.everyHeadCount(), inArray(headCount.organisationId, some)))
  }
  const [place] = places
  if (place) await tx.insertAll(establishment, places, { on: ['id'], set: written(establishment) })
  await tx.insertAll(headCount, counts)
}

/** Writes what the preview promised, all of it or nothing. */
export const applyImport = action({
  name: 'organisations.apply-import',
  about: importRun,
  input: idInput,
  load: loadRun,
  allow: policy.staffOnly,
  refusals,
  run: async ({ tx, actor, subject, now, language, note, trace }) => {
    const t = text(language)
    if (subject.state !== 'previewed') throw new Refused(t('wrongState'))
    const lines = (await linesOf(tx, actor, subject.id)).filter(
      ({ outcome }) => outcome === 'created' || outcome === 'updated',
    )
    if (lines.length === 0) throw new Refused(t('nothingToDo'))
    const changed = await movedOn(tx, lines)
    if (changed.length > 0) throw new Refused(t('changedMeanwhile', { names: named(changed, language) }))
    const known = await describedByIds(
      tx,
      lines.flatMap((line) => line.organisationId ?? []),
    )
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
/** The journal keeps no addresses. */
const withoutSecrets = (changes: NonNullable<StoredLine['changes']>) =>
  Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [
      field,
      field === 'email' || field === 'phone' ? ([null, null] as const) : change,
    ]),
  )

/** What has been changed since the import, or has people now: undoing would lose that. */
async function changedSince(tx: Tx, lines: readonly StoredLine[]): Promise<string[]> {
  const ids = lines.flatMap((line) => line.organisationId ?? [])
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
export const undoImport = action({
  name: 'organisations.undo-import',
  about: importRun,
  input: idInput,
  load: loadRun,
  allow: policy.staffOnly,
  run: async ({ tx, actor, subject, now, language, note, trace }) => {
    const t = text(language)
    if (subject.state !== 'applied') throw new Refused(t('wrongState'))
    const lines = (await linesOf(tx, actor, subject.id)).filter(
      ({ outcome }) => outcome === 'created' || outcome === 'updated',
    )
    const changed = await changedSince(tx, lines)
    if (changed.length > 0) throw new Refused(t('changedSince', { names: named(changed, language) }))
    const created = lines.filter((line) => line.outcome === 'created').flatMap((line) => line.organisationId ?? [])
    for (let from = 0; from < created.length; from += 1000)
      await tx.removeAll(narrow(policy.mentioned(), inArray(organisation.id, created.slice(from, from + 1000))))
    const updated = lines.filter((line) => line.outcome === 'updated')
    const known = await describedByIds(
      tx,
      updated.flatMap((line) => line.organisationId ?? []),
    )
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

/** The whole way at once, for the command line: read, guess the columns, preview, apply. */
export async function importFile(context: Context, file: File) {
  const { id } = await uploadImport(context, { file })
  const previewed = await previewImport(context, { id, mapping: [] })
  const { created = 0, updated = 0 } = previewed.counts
  if (created + updated > 0) await applyImport(context, { id })
  return previewed
}
