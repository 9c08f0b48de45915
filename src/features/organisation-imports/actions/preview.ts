import { eq } from 'drizzle-orm'
import { action, nothing } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import { chosenMapping, countOutcomes, givenTwice, guessMapping, lineOutcomes } from '../../../kernel/table-import.ts'
import { text as kit } from '../../../ui/table-import/text.ts'
import { readTable } from '../../../web/table-file.ts'
import { mappingInput, uploadInput } from '../../../web/table-import/shapes.ts'
import { fieldInWords } from '../../organisations/rules/words.ts'
import * as policy from '../policy.ts'
import { fieldOf, isField, namesOrganisations } from '../rules/columns.ts'
import { mostImportLines } from '../schema.ts'
import { importLine, importRun } from '../tables.ts'
import { text } from '../text/import.ts'
import { linesOf, loadRun } from './lines.ts'
import { planLines } from './plan.ts'

/** Reads a file and keeps its lines; guesses what its columns are. Nothing else is written yet. */
export const upload = action({
  name: 'organisation-imports.upload',
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
      mapping: guessMapping(table.header, fieldOf),
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
export const preview = action({
  name: 'organisation-imports.preview',
  about: importRun,
  input: mappingInput,
  load: loadRun,
  allow: policy.staffOnly,
  run: async ({ tx, actor, subject, input, now, language }) => {
    if (subject.state !== 'uploaded' && subject.state !== 'previewed') throw new Refused(kit(language)('wrongState'))
    const mapping = chosenMapping(subject, input.mapping, isField)
    const twice = givenTwice(mapping)
    if (twice) throw new Invalid({ '': kit(language)('twice', { field: fieldInWords(twice, language) }) })
    if (!namesOrganisations(mapping)) throw new Invalid({ '': text(language)('nameMissing') })
    const lines = await linesOf(tx, actor, subject.id)
    const planned = await planLines(tx, lines, { mapping, now, language })
    await tx.removeAll(narrow(policy.importLinesVisibleTo(actor), eq(importLine.importId, subject.id)))
    await tx.insertAll(
      importLine,
      planned.map(({ cells, ...rest }) => ({ ...rest, cells: [...cells], importId: subject.id })),
    )
    return tx.update(importRun, subject, { mapping, state: 'previewed', counts: countOutcomes(planned, lineOutcomes) })
  },
})
