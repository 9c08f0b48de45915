import { eq, getTableColumns, inArray } from 'drizzle-orm'
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
import { knownCourses, sponsoredAmong } from '../queries/imports.ts'
import { columnName, guessMapping, isField, mappingMistake } from '../rules/import.ts'
import { idInput, mappingInput, mostImportLines, uploadInput } from '../schema/input.ts'
import { course, courseImport, courseImportLine } from '../tables.ts'
import { text } from '../text/import.ts'
import { refuseBroken } from './import-file.ts'
import { countsOf, type Plan, planLines } from './import-plan.ts'
import { courseRow, writeImportedLinks } from './import-write.ts'
import { refusals } from './record.ts'

const loadRun = (tx: Tx, actor: Actor, { id }: { id: string }) =>
  tx.lock(policy.importsVisibleTo(actor), eq(courseImport.id, id))
const linesOf = (tx: Tx, actor: Actor, id: string) =>
  tx.rows(policy.importLinesVisibleTo(actor), {
    where: eq(courseImportLine.importId, id),
    orderBy: [courseImportLine.line],
  })
type StoredLine = Awaited<ReturnType<typeof linesOf>>[number]
const planOf = (line: StoredLine) => line.plan as Plan
const isWritten = ({ outcome }: StoredLine) => outcome === 'created' || outcome === 'updated'

/** Reads a file and keeps its lines; guesses what its columns are. A broken file is refused as a whole. */
export const uploadImport = action({
  name: 'courses.upload-import',
  about: courseImport,
  input: uploadInput,
  load: nothing,
  allow: policy.staffOnly,
  run: async ({ tx, actor, input: { file }, now, language, note }) => {
    const fileName = file.name.slice(0, 200)
    const table = await readTable(Buffer.from(await file.arrayBuffer()), language, mostImportLines)
    refuseBroken(table, fileName, language)
    const run = await tx.insert(courseImport, {
      fileName,
      format: table.format,
      header: [...table.header],
      mapping: guessMapping(table.header),
      createdBy: actor.id,
      createdAt: now,
    })
    await tx.insertAll(
      courseImportLine,
      table.lines.map(({ line, cells }) => ({ importId: run.id, line, cells: [...cells] })),
    )
    note({ file: run.fileName, lines: table.lines.length })
    return run
  },
})

/** Says for each line what it would do, and keeps exactly that for applying it. */
export const previewImport = action({
  name: 'courses.preview-import',
  about: courseImport,
  input: mappingInput,
  load: loadRun,
  allow: policy.staffOnly,
  run: async ({ tx, actor, subject, input, language }) => {
    const t = text(language)
    if (subject.state !== 'uploaded' && subject.state !== 'previewed') throw new Refused(t('wrongState'))
    const wished = input.mapping.length > 0 ? input.mapping : subject.mapping
    const mapping = subject.header.map((_, place) => {
      const field = wished[place] ?? null
      return field !== null && isField(field) ? field : null
    })
    const mistake = mappingMistake(mapping)
    if (mistake?.key === 'titleMissing')
      throw new Invalid({
        '': t('wrongColumns', { file: subject.fileName, columns: subject.header.slice(0, 20).join(', ') }),
      })
    if (mistake) throw new Invalid({ '': t('twice', { field: columnName(mistake.field, language) }) })
    const { overwrite, publish } = input
    const lines = await linesOf(tx, actor, subject.id)
    const planned = await planLines(tx, lines, { mapping, overwrite, publish, language })
    await tx.removeAll(narrow(policy.importLinesVisibleTo(actor), eq(courseImportLine.importId, subject.id)))
    await tx.insertAll(
      courseImportLine,
      planned.map(({ cells, line, outcome, courseId, plan, changes, kept, reason, basis }) => ({
        line,
        outcome,
        courseId,
        plan,
        changes,
        kept,
        reason,
        basis,
        cells: [...cells],
        importId: subject.id,
      })),
    )
    const counts = countsOf(planned)
    return tx.update(courseImport, subject, { mapping, overwrite, publish, state: 'previewed', counts })
  },
})

const mostNames = 5
function listed(names: readonly string[], language: Language): string {
  const shown = names.slice(0, mostNames).join(', ')
  return names.length > mostNames ? text(language)('andMore', { names: shown, count: names.length - mostNames }) : shown
}
const written = Object.entries(getTableColumns(course)).flatMap(([name, { generated }]) =>
  name === 'id' || generated ? [] : [name],
)
const idsOf = (lines: readonly StoredLine[]) => lines.flatMap((line) => line.courseId ?? [])

/** Writes what the preview promised, all of it or nothing. */
export const applyImport = action({
  name: 'courses.apply-import',
  about: courseImport,
  input: idInput,
  load: loadRun,
  allow: policy.staffOnly,
  refusals,
  run: async ({ tx, actor, subject, now, language, note, trace }) => {
    const t = text(language)
    if (subject.state !== 'previewed') throw new Refused(t('wrongState'))
    const lines = (await linesOf(tx, actor, subject.id)).filter(isWritten)
    if (lines.length === 0) throw new Refused(t('nothingToDo'))
    const known = await knownCourses(tx, 'all')
    const slugs = new Set([...known.values()].map(({ row }) => row.slug))
    const moved = lines.filter((line) =>
      line.courseId
        ? known.get(line.courseId)?.row.changedAt.getTime() !== line.basis?.getTime()
        : slugs.has(planOf(line).slug),
    )
    if (moved.length > 0)
      throw new Refused(
        t('changedMeanwhile', {
          names: listed(
            moved.map((line) => planOf(line).title),
            language,
          ),
        }),
      )
    const records = lines.map((line) => {
      const id = line.courseId ?? uuidv7(now)
      return { line, id, plan: planOf(line), row: courseRow(known.get(id)?.row ?? null, planOf(line), id, now) }
    })
    await tx.insertAll(
      course,
      records.filter(({ line }) => line.courseId === null).map(({ row }) => row),
    )
    await tx.insertAll(
      course,
      records.filter(({ line }) => line.courseId !== null).map(({ row }) => row),
      {
        on: ['id'],
        set: written,
      },
    )
    await writeImportedLinks(
      tx,
      records.map(({ id, plan }) => ({ id, content: plan.next })),
    )
    await tx.insertAll(
      courseImportLine,
      records.map(({ line, id }) => ({ ...line, courseId: id, basis: now })),
      { on: ['id'], set: ['courseId', 'basis'] },
    )
    note({ file: subject.fileName })
    trace(records.map(({ id, line }) => ({ id, table: course, changes: line.changes ?? {} })))
    return tx.update(courseImport, subject, { state: 'applied', appliedAt: now })
  },
})

/** Puts back exactly what was before the import, or nothing when something has been changed since. */
export const undoImport = action({
  name: 'courses.undo-import',
  about: courseImport,
  input: idInput,
  load: loadRun,
  allow: policy.staffOnly,
  run: async ({ tx, actor, subject, now, language, note, trace }) => {
    const t = text(language)
    if (subject.state !== 'applied') throw new Refused(t('wrongState'))
    const lines = (await linesOf(tx, actor, subject.id)).filter(isWritten)
    const known = await knownCourses(tx, idsOf(lines))
    const created = lines.filter(({ outcome }) => outcome === 'created')
    const sponsored = await sponsoredAmong(tx, idsOf(created))
    const changed = lines.filter(
      (line) =>
        known.get(line.courseId ?? '')?.row.changedAt.getTime() !== line.basis?.getTime() ||
        (line.outcome === 'created' && sponsored.has(line.courseId ?? '')),
    )
    if (changed.length > 0)
      throw new Refused(
        t('changedSince', {
          names: listed(
            changed.map((line) => planOf(line).title),
            language,
          ),
        }),
      )
    const gone = idsOf(created)
    for (let from = 0; from < gone.length; from += 1000)
      await tx.removeAll(narrow(policy.everyCourse(), inArray(course.id, gone.slice(from, from + 1000))))
    const back = lines
      .filter(({ outcome }) => outcome === 'updated')
      .flatMap((line) => {
        const there = known.get(line.courseId ?? '')
        const { before, importedBefore, externalBefore, changedAt } = planOf(line)
        if (!there) return []
        const plan = { ...planOf(line), next: before, imported: importedBefore, externalId: externalBefore }
        return [{ id: there.row.id, before, row: courseRow(there.row, plan, there.row.id, new Date(changedAt ?? now)) }]
      })
    await tx.insertAll(
      course,
      back.map(({ row }) => row),
      { on: ['id'], set: written },
    )
    await writeImportedLinks(
      tx,
      back.map(({ id, before }) => ({ id, content: before })),
    )
    note({ file: subject.fileName })
    trace(back.map(({ id }) => ({ id, table: course })))
    return tx.update(courseImport, subject, { state: 'undone', undoneAt: now })
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
