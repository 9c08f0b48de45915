import { CsvError } from 'csv-parse'
import { parse as parseCsv } from 'csv-parse/sync'
import { stringify as writeCsv } from 'csv-stringify/sync'
import { isMap, isSeq, LineCounter, parseDocument, stringify as writeYaml, YAMLParseError } from 'yaml'
import type { z } from 'zod'
import { Invalid } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { parse } from '../../../kernel/parse.ts'
import { type SheetEntry, type SkillEntry, sheetEntry, skillEntry } from '../schema/entries.ts'
import type { Refusal } from '../tables/vocabulary.ts'
import { importText } from '../text/import.ts'
import { FileRefused } from './file-refusal.ts'

export type Found<Entry> = { readonly entry: Entry; readonly file: string; readonly line: number }
/** What a file of own sheets holds: entries in good form, and those that are not, with the reason. */
export type OwnFile = {
  readonly sheets: readonly Found<SheetEntry>[]
  readonly skills: readonly Found<SkillEntry>[]
  readonly refusals: readonly Refusal[]
}
type Raw = { readonly line: number; readonly value: unknown }

function yamlEntries(text: string, file: string, language: Language): Raw[] {
  const t = importText(language)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  const lineOf = (at: number) => lines.linePos(at).line
  if (error) {
    const problem = error instanceof YAMLParseError ? error.code : error.name
    throw new FileRefused(language, { file, line: lineOf(error.pos[0]), reason: t('notYaml', { problem }) })
  }
  const root = document.contents
  const lists = isSeq(root) ? [root] : isMap(root) ? ['skills', 'occupations'].map((key) => root.get(key, true)) : []
  const found = lists.filter((list) => isSeq(list))
  if (found.length === 0) throw new FileRefused(language, { file, line: 1, reason: t('yamlShape') })
  return found.flatMap((list) =>
    list.items.map((item) => {
      const line = lineOf((item as { range?: [number, number, number] }).range?.[0] ?? 0)
      try {
        return { line, value: (item as { toJS: (document: unknown) => unknown }).toJS(document) }
      } catch (error) {
        // A name that nothing bears, or aliases that multiply beyond reason.
        if (!(error instanceof ReferenceError)) throw error
        throw new FileRefused(language, { file, line, reason: t('notYaml', { problem: error.message }) })
      }
    }),
  )
}

/** Several values in one cell: « maya:essential:3 | patience:optional:2 ». */
const bar = ' | '
const cells = (cell: string | undefined) =>
  (cell ?? '')
    .split('|')
    .map((one) => one.trim())
    .filter(Boolean)
const pair = (row: Values, name: string) => ({ fr: row[`${name}_fr`] ?? '', en: row[`${name}_en`] ?? '' })
const pairs = (row: Values, name: string) => ({ fr: cells(row[`${name}_fr`]), en: cells(row[`${name}_en`]) })
type Values = Readonly<Record<string, string>>

const sheetColumns = [
  'slug',
  'title_fr_masculine',
  'title_fr_feminine',
  'title_en',
  'aliases_fr',
  'aliases_en',
  'sectors',
  'family',
  'rome',
  'esco',
  'summary_fr',
  'summary_en',
  'missions_fr',
  'missions_en',
  'conditions_fr',
  'conditions_en',
  'prospects_fr',
  'prospects_en',
  'skills',
  'owner',
  'reviewed',
  'status',
] as const
const skillColumns = [
  'id',
  'kind',
  'label_fr',
  'label_en',
  'summary_fr',
  'summary_en',
  'aliases_fr',
  'aliases_en',
  'broader',
  'sectors',
] as const
const needed = {
  sheet: ['slug', 'title_fr_masculine', 'title_fr_feminine', 'family', 'summary_fr'],
  skill: ['id', 'kind', 'label_fr'],
}

const skillCell = (cell: string) => {
  const [skill, essential, level] = cell.split(':').map((part) => part.trim())
  return { skill, essential: essential === 'essential', level }
}
const sheetOfRow = (row: Values) => ({
  slug: row.slug,
  title: { fr: { masculine: row.title_fr_masculine, feminine: row.title_fr_feminine }, en: row.title_en ?? '' },
  aliases: pairs(row, 'aliases'),
  sectors: cells(row.sectors),
  family: row.family,
  rome: cells(row.rome),
  esco: row.esco ?? '',
  summary: pair(row, 'summary'),
  missions: pairs(row, 'missions'),
  conditions: pair(row, 'conditions'),
  prospects: pair(row, 'prospects'),
  skills: cells(row.skills).map(skillCell),
  owner: row.owner ?? '',
  reviewed: row.reviewed ?? '',
  status: row.status || 'draft',
})
const skillOfRow = (row: Values) => ({
  id: row.id,
  kind: row.kind,
  label: pair(row, 'label'),
  summary: pair(row, 'summary'),
  aliases: pairs(row, 'aliases'),
  broader: row.broader ?? '',
  sectors: cells(row.sectors),
})

function csvEntries(text: string, file: string, language: Language): Raw[] {
  const t = importText(language)
  const refuse = (line: number, reason: string) => new FileRefused(language, { file, line, reason })
  // A spreadsheet in French separates by semicolons.
  const [first = ''] = text.split(/\r?\n/, 1)
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ','
  try {
    const records = parseCsv(text, { bom: true, info: true, delimiter, skip_empty_lines: true }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    const header = records[0]?.record.map((name) => name.trim()) ?? []
    if (header.length === 0) throw refuse(1, t('empty'))
    const isSkills = header.includes('id') && !header.includes('slug')
    const missing = needed[isSkills ? 'skill' : 'sheet'].find((column) => !header.includes(column))
    if (missing) throw refuse(1, t('columnMissing', { column: missing, found: header.join(', ').slice(0, 500) }))
    return records.slice(1).map(({ record }, index) => {
      const row = Object.fromEntries(header.map((name, place) => [name, record[place] ?? '']))
      const line = (records[index]?.info.lines ?? 0) + 1
      return { line, value: isSkills ? skillOfRow(row) : sheetOfRow(row) }
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = (error as CsvError & { lines?: number }).lines ?? 1
    throw refuse(line, t(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quoteOpen' : 'badCsv'))
  }
}

function firstProblem(error: Invalid, language: Language): string {
  const [[field, problem] = ['', '']] = Object.entries(error.errors)
  return field ? importText(language)('entryField', { field, problem }) : problem
}
function sort<Schema extends z.ZodType>(schema: Schema, raw: readonly Raw[], file: string, language: Language) {
  const found: Found<z.output<Schema>>[] = []
  const refusals: Refusal[] = []
  for (const { line, value } of raw) {
    try {
      found.push({ entry: parse(schema, value, language), file, line })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      refusals.push({ file, line, reason: firstProblem(error, language) })
    }
  }
  return { found, refusals }
}
const isSkill = ({ value }: Raw) => typeof value === 'object' && value !== null && 'id' in value && !('slug' in value)

/**
 * Reads a file of own sheets, of skills, or of both: YAML as in demo/, or the flat CSV described in README.md. A file
 * that is neither throws FileRefused; an entry that is not in good form is set aside with its reason.
 */
export function readOwnFile(text: string, file: string, language: Language): OwnFile {
  const raw = /\.ya?ml$/i.test(file) ? yamlEntries(text, file, language) : csvEntries(text, file, language)
  const skills = sort(skillEntry, raw.filter(isSkill), file, language)
  const sheets = sort(
    sheetEntry,
    raw.filter((one) => !isSkill(one)),
    file,
    language,
  )
  return { sheets: sheets.found, skills: skills.found, refusals: [...skills.refusals, ...sheets.refusals] }
}

const bare = <Value>(value: Value): unknown =>
  Array.isArray(value)
    ? value.map(bare)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (isBlank(one) ? [] : [[key, bare(one)]])))
      : value
const isBlank = (value: unknown): boolean =>
  value === '' || value === null || (typeof value === 'object' && value !== null && Object.values(value).every(isBlank))

/** The same form in which sheets and skills are read: what was exported can be imported again, and changes nothing. */
export const yamlOf = (entries: readonly (SheetEntry | SkillEntry)[]): string =>
  entries.length === 0 ? '[]\n' : writeYaml(entries.map(bare), { lineWidth: 120 })

const flatSheet = (entry: SheetEntry): Record<(typeof sheetColumns)[number], string> => ({
  slug: entry.slug,
  title_fr_masculine: entry.title.fr.masculine,
  title_fr_feminine: entry.title.fr.feminine,
  title_en: entry.title.en,
  aliases_fr: entry.aliases.fr.join(bar),
  aliases_en: entry.aliases.en.join(bar),
  sectors: entry.sectors.join(bar),
  family: entry.family,
  rome: entry.rome.join(bar),
  esco: entry.esco,
  summary_fr: entry.summary.fr,
  summary_en: entry.summary.en,
  missions_fr: entry.missions.fr.join(bar),
  missions_en: entry.missions.en.join(bar),
  conditions_fr: entry.conditions.fr,
  conditions_en: entry.conditions.en,
  prospects_fr: entry.prospects.fr,
  prospects_en: entry.prospects.en,
  skills: entry.skills
    .map(({ skill, essential, level }) => [skill, essential ? 'essential' : 'optional', level ?? ''].join(':'))
    .join(bar),
  owner: entry.owner,
  reviewed: entry.reviewed,
  status: entry.status,
})
const flatSkill = (entry: SkillEntry): Record<(typeof skillColumns)[number], string> => ({
  id: entry.id,
  kind: entry.kind,
  label_fr: entry.label.fr,
  label_en: entry.label.en,
  summary_fr: entry.summary.fr,
  summary_en: entry.summary.en,
  aliases_fr: entry.aliases.fr.join(bar),
  aliases_en: entry.aliases.en.join(bar),
  broader: entry.broader,
  sectors: entry.sectors.join(bar),
})
export const sheetsCsv = (entries: readonly SheetEntry[]) =>
  writeCsv(entries.map(flatSheet), { header: true, columns: [...sheetColumns], bom: true })
export const skillsCsv = (entries: readonly SkillEntry[]) =>
  writeCsv(entries.map(flatSkill), { header: true, columns: [...skillColumns], bom: true })
