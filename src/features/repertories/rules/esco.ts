import type { Language } from '../../../kernel/language.ts'
import { hasCircle } from '../../occupations/rules/hierarchy.ts'
import { capitalised, formsOf, printed } from '../../occupations/rules/titles.ts'
import type { SkillKind } from '../../occupations/tables/vocabulary.ts'
import type { Refusal } from '../tables/vocabulary.ts'
import { importText } from '../text/import.ts'
import { type Book, type BookSheet, type BookSkill, emptySheet, toleratedUnknown } from './book.ts'
import { FileRefused } from './file-refusal.ts'

/** The official files that are read, in this order, with their columns. French ones are read when they are there. */
export const escoFiles = {
  isco: { names: ['ISCOGroups_en.csv'], columns: ['code', 'preferredLabel'] },
  occupations: {
    names: ['occupations_en.csv'],
    columns: ['conceptUri', 'iscoGroup', 'preferredLabel', 'altLabels', 'description', 'code'],
  },
  skillGroups: { names: ['skillGroups_en.csv'], columns: ['conceptUri', 'preferredLabel', 'description', 'code'] },
  skills: {
    names: ['skills_en.csv'],
    columns: ['conceptUri', 'skillType', 'reuseLevel', 'preferredLabel', 'altLabels', 'description'],
  },
  broader: { names: ['broaderRelationsSkillPillar.csv'], columns: ['conceptUri', 'broaderUri'] },
  relations: {
    names: ['occupationSkillRelations.csv'],
    columns: ['occupationUri', 'relationType', 'skillUri'],
  },
} as const
const french = ['conceptUri', 'preferredLabel', 'altLabels'] as const
export const frenchFiles = {
  iscoFr: { names: ['ISCOGroups_fr.csv'], columns: ['code', 'preferredLabel'] },
  occupationsFr: { names: ['occupations_fr.csv', 'occupations_fr_labels.csv'], columns: french },
  skillGroupsFr: { names: ['skillGroups_fr.csv'], columns: ['conceptUri', 'preferredLabel'] },
  skillsFr: { names: ['skills_fr.csv', 'skills_fr_labels.csv'], columns: french },
} as const
export type EscoPart = keyof typeof escoFiles | keyof typeof frenchFiles

type Values = Readonly<Record<string, string>>
/** Labels are listed one a line, or with bars between them in the French label files. */
const listed = (text: string) => [
  ...new Set(
    text
      .split(/[\n|]/)
      .map((one) => printed(one))
      .filter(Boolean),
  ),
]
const kindOf = (type: string, reuse: string): SkillKind =>
  type === 'knowledge' ? 'knowledge' : reuse === 'transversal' ? 'behaviour' : 'know-how'
const groupKindOf = (code: string, uri: string): SkillKind =>
  code.startsWith('T') ? 'behaviour' : /^[KL]/.test(code) || uri.includes('isced-f') ? 'knowledge' : 'know-how'

/** Takes the lines of the official files one by one, in the order of `escoFiles`, and ends up with a checked book. */
export class EscoReading {
  readonly book: Book
  readonly #language: Language
  readonly #unknown: Record<'relations' | 'broader', Refusal[]> = { relations: [], broader: [] }
  #lines = { relations: 0, broader: 0 }

  constructor(book: Book, language: Language) {
    this.book = book
    this.#language = language
  }
  take(part: EscoPart, file: string, line: number, values: Values): void {
    const t = importText(this.#language)
    const refuse = (reason: string) => new FileRefused(this.#language, { file, line, reason })
    const key = values.conceptUri ?? values.occupationUri ?? values.code
    if (!key) throw refuse(t('noCode'))
    if ('preferredLabel' in values && !values.preferredLabel) throw refuse(t('noLabel'))
    if (part === 'occupations' && this.book.sheets.has(key)) throw refuse(t('codeTwice', { code: key }))
    this[part](values as never, file, line)
  }

  isco({ code = '', preferredLabel = '' }: Values) {
    const parentCode = code.length > 1 ? code.slice(0, -1) : null
    this.book.groups.set(code, { code, label: { en: preferredLabel }, parentCode })
  }
  iscoFr({ code = '', preferredLabel = '' }: Values) {
    const group = this.book.groups.get(code)
    if (group) group.label = { ...group.label, fr: printed(preferredLabel) }
  }
  occupations(values: Values) {
    const { conceptUri: code = '', iscoGroup = '', preferredLabel = '', altLabels = '', description = '' } = values
    const sheet = emptySheet(code)
    sheet.english = capitalised(preferredLabel)
    sheet.isco = sheet.groupCode = iscoGroup || null
    if (description) sheet.summary = { en: description.trim() }
    addAliases(sheet, 'en', listed(altLabels), preferredLabel)
    this.book.sheets.set(code, sheet)
  }
  occupationsFr({ conceptUri = '', preferredLabel = '', altLabels = '', description = '' }: Values) {
    const sheet = this.book.sheets.get(conceptUri)
    if (!sheet) return
    const { masculine, feminine } = formsOf(printed(preferredLabel))
    sheet.masculine = capitalised(masculine)
    sheet.feminine = capitalised(feminine)
    if (description) sheet.summary = { ...sheet.summary, fr: printed(description) }
    addAliases(sheet, 'fr', listed(altLabels), masculine, feminine)
  }
  skillGroups({ conceptUri = '', preferredLabel = '', description = '', code = '' }: Values) {
    this.#skill(conceptUri, groupKindOf(code, conceptUri), preferredLabel, description, true)
  }
  skillGroupsFr(values: Values) {
    this.skillsFr({ ...values, altLabels: '' })
  }
  skills(values: Values) {
    const {
      conceptUri = '',
      skillType = '',
      reuseLevel = '',
      preferredLabel = '',
      altLabels = '',
      description = '',
    } = values
    const skill = this.#skill(conceptUri, kindOf(skillType, reuseLevel), preferredLabel, description, false)
    const others = listed(altLabels).filter((one) => one !== preferredLabel)
    if (others.length > 0) skill.aliases = { en: others }
  }
  skillsFr({ conceptUri = '', preferredLabel = '', altLabels = '' }: Values) {
    const skill = this.book.skills.get(conceptUri)
    if (!skill) return
    skill.label = { fr: capitalised(printed(preferredLabel)), ...skill.label }
    const others = listed(altLabels)
    if (others.length > 0) skill.aliases = { fr: others, ...skill.aliases }
  }
  #skill(code: string, kind: SkillKind, label: string, description: string, isGroup: boolean): BookSkill {
    const summary = description ? { en: description.trim() } : {}
    const skill = { code, kind, label: { en: capitalised(label) }, summary, aliases: {}, isGroup, broader: [] }
    this.book.skills.set(code, skill)
    return skill
  }
  broader({ conceptUri = '', broaderUri = '' }: Values, file: string, line: number) {
    this.#lines.broader++
    const unknown = [conceptUri, broaderUri].find((code) => !this.book.skills.has(code))
    if (unknown === undefined) this.book.skills.get(conceptUri)?.broader.push(broaderUri)
    else this.#leftOut('broader', file, line, importText(this.#language)('unknownSkill', { code: unknown }))
  }
  relations({ occupationUri = '', relationType, skillUri = '' }: Values, file: string, line: number) {
    this.#lines.relations++
    const t = importText(this.#language)
    const sheet = this.book.sheets.get(occupationUri)
    if (!sheet) this.#leftOut('relations', file, line, t('unknownSheet', { code: occupationUri }))
    else if (!this.book.skills.has(skillUri))
      this.#leftOut('relations', file, line, t('unknownSkill', { code: skillUri }))
    else sheet.skills.set(skillUri, relationType === 'essential')
  }
  #leftOut(part: 'relations' | 'broader', file: string, line: number, reason: string) {
    this.#unknown[part].push({ file, line, reason })
  }

  /** Refuses what a cut file leaves behind; the hierarchy loses what would close a circle. */
  finish(): Book {
    const t = importText(this.#language)
    for (const part of ['relations', 'broader'] as const) {
      const unknown = this.#unknown[part]
      const first = unknown[0]?.reason ?? ''
      const reason = t('tooManyUnknown', { count: unknown.length, first })
      toleratedUnknown(this.#language, unknown, this.#lines[part], reason)
      this.book.notes.push(...unknown)
    }
    const bare = [...this.book.sheets.values()].filter((sheet) => sheet.skills.size === 0)
    if (bare[0]) {
      const reason = t('sheetWithoutSkill', { code: bare[0].code, count: bare.length })
      throw new FileRefused(this.#language, { file: escoFiles.relations.names[0], line: 0, reason })
    }
    const { skills } = this.book
    for (const skill of skills.values()) {
      const kept = skill.broader.filter((code) => !hasCircle(skill.code, code, (one) => skills.get(one)?.broader ?? []))
      skill.broader.splice(0, skill.broader.length, ...new Set(kept))
    }
    return this.book
  }
}

function addAliases(sheet: BookSheet, language: Language, labels: readonly string[], ...titles: readonly string[]) {
  for (const label of labels)
    if (!titles.includes(label)) sheet.aliases.push({ language, label: capitalised(label), code: null })
}
