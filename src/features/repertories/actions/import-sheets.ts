import { eq, sql } from 'drizzle-orm'
import { action, nothing } from '../../../db/action.ts'
import type { Context } from '../../../db/context.ts'
import { narrow, type Scope } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { type Actor, system } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { aliasRows, sheetColumns } from '../../occupations/actions/sheet-rows.ts'
import { alias, occupation, occupationSkill, occupationVersion, skill, skillBroader } from '../../occupations/tables.ts'
import * as policy from '../policy.ts'
import { known } from '../queries/known.ts'
import { FileRefused } from '../rules/file-refusal.ts'
import { type OwnFile, readOwnFile } from '../rules/own-files.ts'
import { type OwnPlan, planImport, type SheetPlan, type SkillPlan } from '../rules/plan.ts'
import type { Progress } from '../rules/progress.ts'
import type { ImportSummary } from '../tables/vocabulary.ts'
import { repertory } from '../tables.ts'
import { importText } from '../text/import.ts'
import { importInput } from './import-rome.ts'
import { noteOf } from './note.ts'
import { openSource, type Source } from './reading/source.ts'
import { BadText, checkedText, longestLine } from './reading/utf8.ts'

const isOwnFile = (name: string) => /\.(ya?ml|csv)$/i.test(name)

/** The text of every file of a source, each checked to be UTF-8. */
export async function readOwn(source: Source, language: Language): Promise<OwnFile> {
  const files = await openSource(source, language)
  const t = importText(language)
  try {
    const names = files.names.filter(isOwnFile).sort()
    if (names.length === 0) {
      const file = files.names[0] ?? ('path' in source ? source.path : source.name)
      throw new FileRefused(language, { file, line: 0, reason: t('wrongKind', { expected: 'YAML, CSV' }) })
    }
    const read = []
    for (const name of names) {
      const parts: Buffer[] = []
      try {
        for await (const part of checkedText(files.open(name), { whole: false })) parts.push(part)
      } catch (error) {
        if (!(error instanceof BadText)) throw error
        throw new FileRefused(language, { file: name, line: error.line, reason: t(error.key, { most: longestLine }) })
      }
      read.push(readOwnFile(Buffer.concat(parts).toString('utf8'), name, language))
    }
    return {
      sheets: read.flatMap(({ sheets }) => sheets),
      skills: read.flatMap(({ skills }) => skills),
      refusals: read.flatMap(({ refusals }) => refusals),
    }
  } finally {
    files.close()
  }
}

export const summaryOf = ({ sheetCounts, skillCounts, sheets, refusals }: OwnPlan): ImportSummary => ({
  version: '',
  occupations: sheetCounts,
  skills: skillCounts,
  links: sheets.reduce((sum, { content }) => sum + content.skills.length, 0),
  mobility: null,
  refusals: refusals.slice(0, 100),
  refused: refusals.length,
})

export const sheetsImport = action({
  name: 'repertories.import-sheets',
  about: repertory,
  input: importInput,
  load: nothing,
  allow: policy.runImports,
  async run({ tx, actor, language, now, input: { source, progress }, note, trace }) {
    await progress('reading', 0)
    const file = await readOwn(source, language)
    await tx.insertAll(repertory, [{ key: 'sheets' }], 'skip')
    const row = await tx.lock(policy.repertoriesVisibleTo(system), eq(repertory.key, 'sheets'))
    await progress('comparing', file.sheets.length)
    const plan = planImport(file, await known(tx, system), dayOf(now), language)
    await progress('skills', plan.skills.length)
    await writeSkills(tx, plan.skills, now)
    await progress('sheets', plan.sheets.length)
    const written = await writeSheets(tx, actor, plan.sheets, now)
    trace(written.map((id) => ({ id, table: occupation })))
    const summary = summaryOf(plan)
    if (row) await tx.update(repertory, row, { importedAt: now, summary })
    note(noteOf(summary))
    return summary
  },
})

/**
 * The cluster's own sheets and skills from YAML or CSV: a file, a folder or an archive of them. Entries that are not in
 * order are left out and said; a file that cannot be read throws FileRefused, and then nothing has changed.
 */
export const importSheets = (context: Context, source: Source, progress: Progress = () => {}): Promise<ImportSummary> =>
  sheetsImport(context, { source, progress })

const idsOf = async (tx: Tx, table: typeof skill | typeof occupation) => {
  const scope: Scope = table === skill ? policy.allSkills(system) : policy.allSheets(system)
  const rows = await tx.select({ id: table.id, slug: table.slug }).from(narrow(scope, eq(table.origin, 'own')))
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}
const among = (column: unknown, ids: readonly (string | undefined)[]) => sql`${column} = any(${sql.param(ids)}::uuid[])`

async function writeSkills(tx: Tx, plans: readonly SkillPlan[], now: Date) {
  if (plans.length === 0) return
  const rows = plans.map(({ slug, content: { broader: _, ...content } }) => ({ slug, ...content, changedAt: now }))
  const set = ['kind', 'label', 'summary', 'aliases', 'sectors', 'changedAt']
  await tx.insertAll(skill, rows, { on: ['slug'], set })
  const ids = await idsOf(tx, skill)
  const idOf = (slug: string) => ids.get(slug) ?? ''
  await tx.removeAll(
    narrow(
      policy.broaderSkills(system),
      among(
        skillBroader.skillId,
        plans.map(({ slug }) => idOf(slug)),
      ),
    ),
  )
  const broader = plans.filter(({ content }) => content.broader)
  await tx.insertAll(
    skillBroader,
    broader.map(({ slug, content }) => ({ skillId: idOf(slug), broaderId: idOf(content.broader) })),
    'skip',
  )
}

/** Answers the ids of the sheets, each of which has the import in its history. */
async function writeSheets(tx: Tx, actor: Actor, plans: readonly SheetPlan[], now: Date): Promise<string[]> {
  if (plans.length === 0) return []
  const rows = plans.map(({ slug, content, state, ownerId, reviewedOn, known, isNews }) => {
    const versionNumber = (known?.versionNumber ?? 0) + (isNews ? 1 : 0)
    return { slug, ...sheetColumns(content), state, ownerId, reviewedOn, versionNumber, changedAt: now }
  })
  const set = Object.keys(rows[0] ?? {}).filter((name) => name !== 'slug')
  await tx.insertAll(occupation, rows, { on: ['slug'], set })
  const ids = await idsOf(tx, occupation)
  const skillIds = await idsOf(tx, skill)
  const written = plans.map((plan) => ({ ...plan, id: ids.get(plan.slug) ?? '' }))
  const which = written.map(({ id }) => id)
  await tx.removeAll(narrow(policy.allAliases(system), among(alias.occupationId, which)))
  await tx.removeAll(narrow(policy.sheetSkills(system), among(occupationSkill.occupationId, which)))
  await tx.insertAll(
    alias,
    written.flatMap(({ id, content }) => aliasRows(id, content)),
  )
  await tx.insertAll(
    occupationSkill,
    written.flatMap(({ id, content }) =>
      content.skills.map(({ skill, essential, level }, position) => ({
        occupationId: id,
        skillId: skillIds.get(skill) ?? '',
        essential,
        level,
        position,
      })),
    ),
  )
  const news = written.filter(({ isNews }) => isNews)
  await tx.insertAll(
    occupationVersion,
    news.map(({ id, content, known }) => ({
      occupationId: id,
      number: (known?.versionNumber ?? 0) + 1,
      publishedAt: now,
      byId: actor.id,
      content,
    })),
  )
  return which
}
