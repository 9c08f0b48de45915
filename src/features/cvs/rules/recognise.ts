import type { Item, SectionKey } from '../schema/resume.ts'
import { educationOf, entriesOf, projectOf, workOf } from './cv-entries.ts'
import {
  contactsIn,
  isContact,
  isName,
  type Line,
  languageOfText,
  linesOf,
  type Section,
  type SectionName,
  sectionsOf,
  withoutBullet,
  withoutSections,
} from './cv-text.ts'
import { filled, webAddress } from './europass-tree.ts'
import { findTerms, type TermIndex } from './find-terms.ts'
import { type Fluency, fluencyOf, languageCode, motherTongue } from './languages.ts'

export type Place = { readonly from: number; readonly to: number }
/** Something that a CV seems to say, and where. */
export type Recognised =
  | ({
      readonly kind: 'basics'
      readonly field: 'name' | 'label' | 'email' | 'phone' | 'summary'
      readonly value: string
    } & Place)
  | ({ readonly kind: 'entry'; readonly list: SectionKey | 'basics.profiles'; readonly item: Item } & Place)
  | ({ readonly kind: 'skill'; readonly id: string; readonly name: string } & Place)
  | ({ readonly kind: 'occupation'; readonly id: string; readonly name: string } & Place)
export type Reading = {
  /** BCP 47, or null when the text is too short to say. */
  readonly language: string | null
  readonly found: readonly Recognised[]
}
export type Terms = { readonly skills: TermIndex; readonly occupations: TermIndex }

const placeOf = (lines: readonly Line[]): Place => ({ from: lines[0]?.from ?? 0, to: lines.at(-1)?.to ?? 0 })
const entry = (list: SectionKey | 'basics.profiles', item: Item, place: Place): Recognised => ({
  kind: 'entry',
  list,
  item,
  from: place.from,
  to: place.to,
})

/** Name and headline: the first lines that look like them. Without a name, only a title that we know is a headline. */
function headOf(lines: readonly Line[], isTitle: (part: string) => boolean): Recognised[] {
  const name = lines.slice(0, 6).find(({ text }) => isName(text))
  const after = name ? lines.slice(lines.indexOf(name) + 1) : lines.filter(({ text }) => isTitle(text))
  const label = after.slice(0, 4).find(({ text }) => !isContact(text) && /\p{L}{3}/u.test(text) && text.length <= 90)
  const said = label ? after.slice(after.indexOf(label) + 1) : []
  const summary = said.filter(({ text }) => text.length > 60 && !isContact(text))
  return [
    ...(name ? [{ kind: 'basics', field: 'name', value: name.text, from: name.from, to: name.to } as const] : []),
    ...(label ? [{ kind: 'basics', field: 'label', value: label.text, from: label.from, to: label.to } as const] : []),
    ...(summary.length > 0
      ? [
          {
            kind: 'basics',
            field: 'summary',
            value: summary.map(({ text }) => text).join(' '),
            ...placeOf(summary),
          } as const,
        ]
      : []),
  ]
}

function contactsOf(text: string): Recognised[] {
  const { emails, phones, links } = contactsIn(text)
  const basics = (field: 'email' | 'phone', one: ({ value: string } & Place) | undefined): Recognised[] =>
    one ? [{ kind: 'basics', field, value: one.value, from: one.from, to: one.to }] : []
  const seen = new Set<string>()
  const addresses = links.flatMap(({ value, from, to }) => {
    const url = webAddress(value)
    const key = url?.replace(/^https?:\/\/(www\.)?|\/$/g, '').toLowerCase() ?? ''
    if (!url || seen.has(key)) return []
    seen.add(key)
    return [entry('basics.profiles', { url }, { from, to })]
  })
  return [...basics('email', emails[0]), ...basics('phone', phones[0]), ...addresses]
}

/** The pieces of a list: one on each line, or several between commas, semicolons and bullets. */
function piecesOf(lines: readonly Line[], pattern = /\s*[;•·|]\s*|,\s+/): Line[] {
  return lines.flatMap((line) => {
    let from = line.from
    return withoutBullet(line.text)
      .split(pattern)
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => {
        const at = line.from + Math.max(0, line.text.indexOf(text, from - line.from))
        from = at + text.length
        return { text, from: at, to: at + text.length }
      })
  })
}

/** As people read it: `native` is no word of theirs. */
const inWords = (fluency: Fluency | null) => (fluency === 'native' ? motherTongue.fr : (fluency ?? undefined))

function languagesOf(lines: readonly Line[]): Recognised[] {
  // « Anglais : courant, Espagnol : notions »: a piece without a language belongs to the one before it.
  const found: { code: string; name: string; said: string[]; from: number; to: number }[] = []
  for (const piece of piecesOf(lines)) {
    const names = piece.text.split(/[^\p{L}]+/u).filter((word) => word.length > 2 && languageCode(word))
    const [name] = names
    const code = name ? languageCode(name) : null
    if (name && code && !found.some((one) => one.code === code))
      found.push({ code, name, said: [piece.text], from: piece.from, to: piece.to })
    else found.at(-1)?.said.push(piece.text)
  }
  return found.map(({ name, said, from, to }) =>
    entry('languages', filled({ language: name, fluency: inWords(fluencyOf(said.join(' '))) }), { from, to }),
  )
}

const listItems: Partial<Record<SectionName, (text: string) => Item>> = {
  interests: (name) => ({ name }),
  certificates: (name) => ({ name }),
  awards: (title) => ({ title }),
  publications: (name) => ({ name }),
}
/** Wording of an entry that says nothing by itself. */
const isEmptyEntry = (item: Item) => !['position', 'name', 'area', 'institution', 'studyType'].some((key) => item[key])

function sectionFinds({ name, lines }: Section, isTitle: (part: string) => boolean): Recognised[] {
  const dated = (list: SectionKey, read: (one: ReturnType<typeof entriesOf>[number]) => Item) =>
    entriesOf(lines).flatMap((one) => {
      const item = read(one)
      return isEmptyEntry(item) ? [] : [entry(list, item, one)]
    })
  if (name === 'work') return dated('work', (one) => workOf(one, isTitle))
  if (name === 'education') return dated('education', educationOf)
  if (name === 'projects') return dated('projects', projectOf)
  if (name === 'volunteer')
    return dated('volunteer', (one) => {
      const { name: organization, location: _, ...item } = workOf(one, isTitle)
      return filled({ organization, ...item })
    })
  if (name === 'languages') return languagesOf(lines)
  if (name === 'summary') {
    const value = lines.map(({ text }) => text).join(' ')
    return [{ kind: 'basics', field: 'summary', value, ...placeOf(lines) }]
  }
  const item = listItems[name as SectionName]
  if (!item) return []
  const pieces =
    name === 'interests' ? piecesOf(lines) : lines.map((line) => ({ ...line, text: withoutBullet(line.text) }))
  return pieces
    .filter(({ text }) => text.length > 2 && text.length <= 200)
    .slice(0, 20)
    .map((piece) => entry(name as SectionKey, item(piece.text), piece))
}

/** Titles count where people name what they are: the headline and the heads of experiences. */
function occupationsIn(terms: TermIndex, found: readonly Recognised[]): Recognised[] {
  const seen = new Set<string>()
  return found.flatMap((one): Recognised[] => {
    const said =
      one.kind === 'basics' && one.field === 'label'
        ? one.value
        : one.kind === 'entry' && one.list === 'work'
          ? one.item.position
          : ''
    if (typeof said !== 'string') return []
    const hits = findTerms(terms, said).filter(({ id }) => !seen.has(id))
    for (const { id } of hits) seen.add(id)
    return hits.map(({ id, name }) => ({ kind: 'occupation' as const, id, name, from: one.from, to: one.to }))
  })
}

/**
 * What the text of a CV says: dated experiences and education under their headings (French and English), languages, contacts,
 * and, in whatever language, the skills and occupations that the site knows. It proposes; the person decides.
 */
export function recognise(text: string, terms: Terms): Reading {
  const sections = sectionsOf(linesOf(text))
  const head = sections.find(({ name }) => name === 'head')
  const isTitle = (part: string) => findTerms(terms.occupations, part).length > 0
  const entries = sections.flatMap((section) => (section.name === 'head' ? [] : sectionFinds(section, isTitle)))
  const own = entries.some((one) => one.kind === 'basics' && one.field === 'summary')
  const heading = headOf(head?.lines ?? [], isTitle).filter(
    (one) => !(own && one.kind === 'basics' && one.field === 'summary'),
  )
  const found = [...heading, ...contactsOf(text), ...entries]
  // « Formation » over a section and « anglais » among the languages are no skills.
  const said = withoutSections(text, sections, ['languages', 'contact'])
  const skills = findTerms(terms.skills, said).map((one) => ({ kind: 'skill' as const, ...one }))
  return { language: languageOfText(text), found: [...found, ...occupationsIn(terms.occupations, found), ...skills] }
}
/** Whether we know the headings of CVs in this language. */
export const isReadable = (language: string | null) => language === null || language === 'fr' || language === 'en'
