import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import { actingAs, type Context } from '../../../db/context.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Tx } from '../../../db/writer.ts'
import { type Actor, system } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import * as policy from '../policy.ts'
import { known } from '../queries/known.ts'
import { importById } from '../queries/repertories.ts'
import { FileRefused } from '../rules/file-refusal.ts'
import { planImport } from '../rules/plan.ts'
import { type ImportStep, type Progress, steps } from '../rules/progress.ts'
import { type ImportSummary, importKinds, type Refusal } from '../tables/vocabulary.ts'
import { importFile } from '../tables.ts'
import { importText } from '../text/import.ts'
import { text } from '../text/pages.ts'
import { importEsco } from './import-esco.ts'
import { importRome } from './import-rome.ts'
import { importSheets, readOwn, summaryOf } from './import-sheets.ts'

const mostMegabytes = 24
/** A file from a form, or its bytes in base64 from the API. */
const upload = z.object({
  kind: z.enum(importKinds),
  file: z.union([
    z.instanceof(File),
    z.object({ name: z.string().trim().min(1).max(200), base64: z.base64().max(40_000_000) }),
  ]),
})

async function bytesOf(file: z.output<typeof upload>['file'], language: Language): Promise<Buffer> {
  const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.from(file.base64, 'base64')
  const t = text(language)
  if (bytes.length === 0) throw new Invalid({ file: t('fileMissing') })
  if (bytes.length > mostMegabytes * 1_000_000) throw new Invalid({ file: t('fileTooBig', { most: mostMegabytes }) })
  return bytes
}

/** Hands a file in. Own sheets wait for a look at the preview; a repertory is imported by a job. */
export const submitImport = action({
  name: 'repertories.submit-import',
  about: importFile,
  input: upload,
  load: nothing,
  allow: policy.runImports,
  async run({ tx, actor, language, now, input: { kind, file } }) {
    const bytes = await bytesOf(file, language)
    const isSheets = kind === 'sheets'
    const summary = isSheets ? await previewOf(tx, { bytes, name: file.name }, now, language) : null
    const state = isSheets ? 'proposed' : 'waiting'
    return tx.insert(importFile, {
      kind,
      language,
      fileName: file.name,
      state,
      bytes,
      byId: actor.id,
      submittedAt: now,
      summary,
    })
  },
})

/** What importing own sheets would do, for people to look at first. A file that cannot be read is an error of the field. */
async function previewOf(read: Reader, source: { bytes: Buffer; name: string }, now: Date, language: Language) {
  try {
    return summaryOf(planImport(await readOwn(source, language), await known(read, system), dayOf(now), language))
  } catch (error) {
    throw error instanceof FileRefused ? new Invalid({ file: error.message }) : error
  }
}

const one = z.object({ id: z.string().max(40) })
const lockImport = (tx: Tx, actor: Actor, id: string) =>
  z.uuid().safeParse(id).success
    ? tx.lock(policy.importsVisibleTo(actor), eq(importFile.id, id))
    : Promise.resolve(null)

/** Takes a proposed or waiting import in hand: only one comes first. */
export const beginImport = action({
  name: 'repertories.begin-import',
  about: importFile,
  input: one,
  load: (tx, actor, { id }) => lockImport(tx, actor, id),
  allow: policy.runImports,
  async run({ tx, language, subject }) {
    if (!['proposed', 'waiting', 'running'].includes(subject.state))
      throw new Refused(importText(language)('alreadyRunning'))
    return tx.update(importFile, subject, { state: 'running', step: 'waiting', done: 0 })
  },
})
const stepInput = one.extend({ step: z.enum(steps), done: z.number() })
export const noteStep = action({
  name: 'repertories.note-import-step',
  about: importFile,
  input: stepInput,
  load: (tx, actor, { id }) => lockImport(tx, actor, id),
  allow: policy.runImports,
  run: ({ tx, input: { step, done }, subject }) => tx.update(importFile, subject, { step, done }),
})
const outcome = one.extend({ summary: z.custom<ImportSummary>().nullable(), refusal: z.custom<Refusal>().nullable() })
export const finishImport = action({
  name: 'repertories.finish-import',
  about: importFile,
  input: outcome,
  load: (tx, actor, { id }) => lockImport(tx, actor, id),
  allow: policy.runImports,
  run: ({ tx, now, input: { summary, refusal }, subject }) =>
    tx.update(importFile, subject, {
      state: refusal ? 'refused' : 'done',
      finishedAt: now,
      bytes: null,
      step: 'done',
      summary,
      refusal,
    }),
})

/** Sets a proposed import aside: nothing of it happens. */
export const abandonImport = action({
  name: 'repertories.abandon-import',
  about: importFile,
  input: one,
  load: (tx, actor, { id }) => lockImport(tx, actor, id),
  allow: policy.runImports,
  async run({ tx, language, subject }) {
    if (subject.state !== 'proposed') throw new Refused(text(language)('notProposed'))
    await tx.remove(importFile, subject)
    return subject
  },
})

const importers = { rome: importRome, esco: importEsco, sheets: importSheets }

/** Steps are written apart from the import's own transaction, so that they are seen while it runs. */
const stepper = (context: Context, id: string): Progress => {
  let last: ImportStep | null = null
  return async (step, done) => {
    if (step === last) return
    last = step
    await noteStep(context, { id, step, done })
  }
}

/** Runs an import that was handed in, in the name of who did. A file that is refused is an outcome, not a failure. */
export async function runImport(context: Context, read: Reader, id: string): Promise<void> {
  await beginImport(context, { id })
  const row = await importById(read, system, id)
  if (!row?.bytes) return
  const team = actingAs(context, { actor: system })
  const spoken = actingAs(context, { language: row.language })
  const done = { id, summary: null, refusal: null }
  try {
    const summary = await importers[row.kind](spoken, { bytes: row.bytes, name: row.fileName }, stepper(team, id))
    await finishImport(team, { ...done, summary })
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    await finishImport(team, { ...done, refusal: error.refusal })
  }
}
