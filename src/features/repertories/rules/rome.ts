import type { Language } from '../../../kernel/language.ts'
import { hasCircle } from '../../occupations/rules/hierarchy.ts'
import { formsOf, printed } from '../../occupations/rules/titles.ts'
import type { SkillKind } from '../../occupations/tables/vocabulary.ts'
import { importText } from '../text/import.ts'
import { type Book, type BookSheet, emptySheet } from './book.ts'
import { FileRefused } from './file-refusal.ts'

/** The official files that are read, by the piece of their name that does not change, and their columns. */
export const romeFiles = {
  groups: { stem: 'grand_domaine', columns: ['code_grand_domaine', 'libelle_grand_domaine'] },
  fields: { stem: 'domaine_professionnel', columns: ['code_domaine_professionnel', 'libelle_domaine_professionnel'] },
  sheets: { stem: 'referentiel_code_rome', columns: ['code_rome', 'libelle_rome'] },
  titles: { stem: 'referentiel_appellation', columns: ['code_ogr', 'libelle_appellation_long', 'code_rome'] },
  texts: { stem: 'texte', columns: ['code_rome', 'libelle_type_texte', 'position_phrase', 'libelle_texte'] },
  skills: {
    stem: 'referentiel_competence',
    columns: ['code_ogr', 'libelle_competence', 'cat_comp', 'definition', 'code_ogr_macro_comp'],
  },
  knowledge: { stem: 'referentiel_savoir', columns: ['code_ogr_savoir', 'libelle_savoir', 'sous_categorie_savoir'] },
  contexts: {
    stem: 'referentiel_contexte_travail',
    columns: ['code_ogr', 'libelle_cont_travail', 'libelle_type_cont_trav'],
  },
  cores: { stem: 'coherence_item', columns: ['code_rome', 'code_ogr', 'coeur_metier'] },
  links: { stem: 'liens_rome_referentiels', columns: ['code_rome', 'code_compo_bloc', 'code_ogr'] },
} as const
export type RomePart = keyof typeof romeFiles
/** Not always published: `numero_ordre` is 1 for the nearest sheet. */
export const mobilityFile = { columns: ['code_rome', 'code_rome_cible'], extra: ['numero_ordre'] } as const
export const isMobilityFile = (name: string) => /(rubrique_)?mobilite.*\.csv$/i.test(name)

type Values = Readonly<Record<string, string>>
const block = { skills: '5', contexts: '6' } as const
/** What ROME files under knowledge but one learns by using it. */
const toolHeadings = new Set([
  'Logiciels, progiciels',
  'Langages informatiques',
  'Outils, machines, équipement matériel',
  'Instruments de musique',
  'Véhicules',
])
const kindOf = (category: string): SkillKind => (/savoir-être/i.test(category) ? 'behaviour' : 'know-how')

type Context = { readonly label: string; readonly heading: string }
/** Takes the lines of the official files one by one, in the order of `romeFiles`, and ends up with a checked book. */
export class RomeReading {
  readonly book: Book
  readonly #language: Language
  readonly #contexts = new Map<string, Context>()
  readonly #cores = new Set<string>()
  readonly #sentences = new Map<string, [position: number, sentence: string][]>()
  readonly #conditions = new Map<string, Context[]>()

  constructor(book: Book, language: Language) {
    this.book = book
    this.#language = language
  }
  #refuse(file: string, line: number, reason: string): FileRefused {
    return new FileRefused(this.#language, { file, line, reason })
  }
  #sheet(file: string, line: number, code: string): BookSheet {
    const sheet = this.book.sheets.get(code)
    if (!sheet) throw this.#refuse(file, line, importText(this.#language)('unknownSheet', { code }))
    return sheet
  }

  take(part: RomePart, file: string, line: number, values: Values): void {
    const [code = '', label = ''] = romeFiles[part].columns.map((column) => values[column])
    const t = importText(this.#language)
    if (!code) throw this.#refuse(file, line, t('noCode'))
    const isHeld = part === 'links' || part === 'texts' || part === 'cores'
    if (!isHeld && !label) throw this.#refuse(file, line, t('noLabel'))
    this[part](file, line, values as never)
  }

  groups(_file: string, _line: number, { code_grand_domaine: code = '', libelle_grand_domaine: label = '' }: Values) {
    this.book.groups.set(code, { code, label: { fr: printed(label) }, parentCode: null })
  }
  fields(_file: string, _line: number, values: Values) {
    const code = values.code_domaine_professionnel ?? ''
    const label = { fr: printed(values.libelle_domaine_professionnel ?? '') }
    this.book.groups.set(code, { code, label, parentCode: code.slice(0, 1) })
  }
  sheets(file: string, line: number, { code_rome: code = '', libelle_rome: label = '' }: Values) {
    if (this.book.sheets.has(code)) throw this.#refuse(file, line, importText(this.#language)('codeTwice', { code }))
    this.book.sheets.set(code, { ...emptySheet(code), ...formsOf(printed(label)), groupCode: code.slice(0, 3) })
  }
  titles(file: string, line: number, values: Values) {
    const { code_ogr: code = '', libelle_appellation_long: label = '', code_rome = '' } = values
    const { masculine, feminine } = formsOf(printed(label))
    const sheet = this.#sheet(file, line, code_rome)
    for (const form of new Set([masculine, feminine])) sheet.aliases.push({ language: 'fr', label: form, code })
  }
  texts(file: string, line: number, values: Values) {
    const { code_rome = '', libelle_type_texte: kind = '', position_phrase: position, libelle_texte = '' } = values
    this.#sheet(file, line, code_rome)
    const key = `${code_rome} ${kind}`
    const sentences = this.#sentences.get(key) ?? []
    this.#sentences.set(key, sentences)
    sentences.push([Number(position), printed(libelle_texte)])
  }
  skills(_file: string, _line: number, values: Values) {
    const {
      code_ogr: code = '',
      libelle_competence: label = '',
      cat_comp = '',
      definition,
      code_ogr_macro_comp,
    } = values
    this.book.skills.set(code, {
      code,
      kind: kindOf(cat_comp),
      label: { fr: printed(label) },
      summary: definition ? { fr: printed(definition) } : {},
      aliases: {},
      isGroup: false,
      broader: code_ogr_macro_comp && code_ogr_macro_comp !== code ? [code_ogr_macro_comp] : [],
    })
  }
  knowledge(_file: string, _line: number, values: Values) {
    const { code_ogr_savoir: code = '', libelle_savoir: label = '', sous_categorie_savoir: heading = '' } = values
    const kind = toolHeadings.has(heading) ? 'tool' : 'knowledge'
    const shared = { summary: {}, aliases: {}, isGroup: false, broader: [] }
    this.book.skills.set(code, { code, kind, label: { fr: printed(label) }, ...shared })
  }
  contexts(_file: string, _line: number, values: Values) {
    const { code_ogr = '', libelle_cont_travail = '', libelle_type_cont_trav = '' } = values
    this.#contexts.set(code_ogr, { label: printed(libelle_cont_travail), heading: printed(libelle_type_cont_trav) })
  }
  cores(_file: string, _line: number, { code_rome, code_ogr, coeur_metier }: Values) {
    if (coeur_metier === 'Principale') this.#cores.add(`${code_rome} ${code_ogr}`)
  }
  links(file: string, line: number, { code_rome = '', code_compo_bloc, code_ogr = '' }: Values) {
    const sheet = this.#sheet(file, line, code_rome)
    if (code_compo_bloc === block.skills) this.#linkSkill(file, line, sheet, code_ogr)
    const context = code_compo_bloc === block.contexts ? this.#contexts.get(code_ogr) : undefined
    if (context) this.#conditions.set(code_rome, [...(this.#conditions.get(code_rome) ?? []), context])
  }
  #linkSkill(file: string, line: number, sheet: BookSheet, code: string) {
    if (!this.book.skills.has(code))
      throw this.#refuse(file, line, importText(this.#language)('unknownSkill', { code }))
    sheet.skills.set(code, this.#cores.has(`${sheet.code} ${code}`))
  }
  /** A line of the mobility file; one that points at a sheet of another version is left out. */
  move(file: string, line: number, { code_rome: from = '', code_rome_cible: to = '', numero_ordre: order }: Values) {
    const unknown = [from, to].find((code) => !this.book.sheets.has(code))
    this.book.moves ??= []
    if (unknown === undefined) this.book.moves.push({ from, to, rank: Number(order) || this.book.moves.length + 1 })
    else this.book.notes.push({ file, line, reason: importText(this.#language)('unknownSheet', { code: unknown }) })
  }

  /** Puts the pieces together, and refuses what a cut file leaves behind. */
  finish(fileOf: (part: RomePart) => string): Book {
    const t = importText(this.#language)
    const { sheets, skills } = this.book
    const bare = [...sheets.values()].filter((sheet) => sheet.skills.size === 0)
    if (bare[0])
      throw this.#refuse(fileOf('links'), 0, t('sheetWithoutSkill', { code: bare[0].code, count: bare.length }))
    const untitled = [...sheets.values()].find((sheet) => sheet.aliases.length === 0)
    if (untitled) throw this.#refuse(fileOf('titles'), 0, t('sheetWithoutTitle', { code: untitled.code }))
    for (const sheet of sheets.values()) {
      sheet.summary = this.#text(sheet.code, 'definition')
      sheet.prospects = this.#text(sheet.code, 'acces_metier')
      sheet.conditions = conditionsOf(this.#conditions.get(sheet.code) ?? [])
    }
    for (const skill of skills.values())
      for (const [place, code] of [...skill.broader].entries())
        if (!skills.has(code) || hasCircle(skill.code, code, (one) => skills.get(one)?.broader ?? []))
          skill.broader.splice(place, 1)
    return this.book
  }
  #text(code: string, kind: string) {
    const sentences = this.#sentences.get(`${code} ${kind}`) ?? []
    const ordered = sentences.sort(([one], [other]) => one - other).map(([, sentence]) => sentence)
    return ordered.length > 0 ? { fr: ordered.join(' ') } : {}
  }
}

/** « Horaires et durée du travail : travail le samedi, travail de nuit », a paragraph for each heading. */
function conditionsOf(contexts: readonly Context[]) {
  const headings = Map.groupBy(contexts, ({ heading }) => heading)
  const paragraphs = [...headings].map(
    ([heading, list]) => `${heading}\u00a0: ${list.map(({ label }) => label).join(' · ')}.`,
  )
  return paragraphs.length > 0 ? { fr: paragraphs.join('\n\n') } : {}
}
