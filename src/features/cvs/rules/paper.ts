import type { Language } from '../../../kernel/language.ts'
import { wordingOf } from '../../occupations/rules/titles.ts'
import { type CvPart, contactKinds, cvParts, type Design, type Layout, type PartLayout } from '../schema/cv.ts'
import { printText } from '../text/print.ts'
import type { Holder } from './holder.ts'
import { languageName } from './languages.ts'
import { lenses } from './lenses.ts'
import { levelWords } from './skill-levels.ts'

/** What is chosen for one CV, as its row or the form that is being filled in has it. */
export type CvChoice = {
  readonly title: string
  readonly intro: string
  readonly language: Language
  readonly design: Design
  readonly layout: Layout
}
/** One entry of a part; `label` names it in the editor. */
export type PaperEntry = {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly where: string
  readonly when: string
  readonly text: string
  readonly points: readonly string[]
  readonly href: string
}
/** `entries` have times and texts, `items` are a few words each. */
export type PaperPart = {
  readonly part: CvPart
  readonly title: string
  readonly text: string
  readonly look: 'text' | 'entries' | 'items'
  readonly entries: readonly PaperEntry[]
}
export type Paper = {
  readonly name: string
  readonly title: string
  readonly language: Language
  readonly design: Design
  readonly contact: readonly { readonly label: string; readonly text: string; readonly href: string }[]
  readonly parts: readonly PaperPart[]
}

const months = {
  fr: new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
}
/** '2019' stays, '2019-03' and '2019-03-12' are « mars 2019 »: a CV says months. */
export const sayDate = (date: string, language: Language): string =>
  date.length === 4 ? date : months[language].format(new Date(`${date.slice(0, 7)}-01T00:00:00Z`))

export function sayPeriod(startsOn: string | null, endsOn: string | null, language: Language): string {
  const t = printText(language)
  if (startsOn && endsOn) {
    const [first, last] = [sayDate(startsOn, language), sayDate(endsOn, language)]
    return first === last ? first : `${first} – ${last}`
  }
  if (startsOn) return t('since', { date: sayDate(startsOn, language) })
  return endsOn ? sayDate(endsOn, language) : ''
}

const none = { where: '', when: '', text: '', points: [] as readonly string[], href: '' }
const joined = (...parts: readonly string[]) => parts.filter(Boolean).join(', ')

/** All rows of the profile that a part may show, in the profile's order. */
export function entriesOf(holder: Holder, part: CvPart, language: Language): PaperEntry[] {
  if (part === 'summary') return []
  const kind = lenses[part].kind
  const { list } = lenses[part]
  if (list === 'experiences')
    return holder.experiences
      .filter((one) => one.kind === kind)
      .map((one) => ({
        ...none,
        id: one.id,
        title: one.title,
        // « Studio des Ponts » alone where title and employer are the same word.
        where: joined(one.organisationName === one.title ? '' : one.organisationName, one.location),
        label: joined(one.title, one.organisationName === one.title ? '' : one.organisationName),
        when: sayPeriod(one.startsOn, one.endsOn, language),
        text: one.description,
        points: one.highlights,
        href: one.url,
      }))
  if (list === 'education')
    return holder.education.map((one) => {
      const title = one.diploma && one.diploma !== one.area ? `${one.diploma} – ${one.area}` : one.area
      const when = one.startsOn || one.endsOn ? sayPeriod(one.startsOn, one.endsOn ?? one.startsOn, language) : ''
      const where = one.institution === one.area ? '' : one.institution
      const points = one.score ? [...one.courses, one.score] : one.courses
      return {
        ...none,
        id: one.id,
        title,
        where,
        label: joined(title, where),
        when,
        text: one.description,
        points,
        href: one.url,
      }
    })
  if (list === 'achievements')
    return holder.achievements
      .filter((one) => one.kind === kind)
      .map((one) => {
        const when = one.date ? sayDate(one.date, language) : ''
        const words = one.keywords.length > 0 ? [one.keywords.join(', ')] : []
        return {
          ...none,
          id: one.id,
          title: one.title,
          where: one.issuer,
          label: one.title,
          when,
          text: one.summary,
          points: words,
          href: one.url,
        }
      })
  if (list === 'skills')
    return holder.skills.map((one) => {
      const title = one.skillId ? wordingOf(one.label, language) : one.name
      return { ...none, id: one.id, title, label: title, where: one.level ? levelWords[language][one.level] : '' }
    })
  return holder.languages.map((one) => {
    const title = one.code ? languageName(one.code, language) : one.name
    const native = language === 'fr' ? 'langue maternelle' : 'native'
    return { ...none, id: one.id, title, label: title, where: one.level === 'native' ? native : (one.level ?? '') }
  })
}

/** The rows in the order of the CV: those that it has put in order, and before them what came to the profile since. */
export function ordered<Row extends { readonly id: string }>(rows: readonly Row[], order: readonly string[]): Row[] {
  const place = (row: Row) => order.indexOf(row.id)
  return rows.toSorted((one, other) => place(one) - place(other))
}

const looks: Partial<Record<CvPart, PaperPart['look']>> = {
  summary: 'text',
  skills: 'items',
  languages: 'items',
  interests: 'items',
}

function contactOf({ person, row, links }: Holder, { language, layout }: CvChoice): Paper['contact'] {
  const t = printText(language)
  const email = row?.email || person.email
  const phone = row?.phone ?? ''
  const lines = {
    email: email ? [{ label: t('email'), text: email, href: `mailto:${email}` }] : [],
    phone: phone ? [{ label: t('phone'), text: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` }] : [],
    city: row?.city ? [{ label: t('city'), text: row.city, href: '' }] : [],
    links: links.map((one) => ({
      label: one.label || t('links'),
      text: one.url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''),
      href: one.url,
    })),
  }
  return contactKinds.filter((kind) => layout.contact.includes(kind)).flatMap((kind) => lines[kind])
}

/** A CV as it is read: only what was chosen, in its order and in its language. Empty parts are left out. */
export function paperOf(holder: Holder, choice: CvChoice): Paper {
  const { language, layout } = choice
  const t = printText(language)
  const parts = layout.parts
    .filter(({ shown }) => shown)
    .map(({ part, order, hidden }): PaperPart => {
      const rows = ordered(entriesOf(holder, part, language), order).filter(({ id }) => !hidden.includes(id))
      const text = part === 'summary' ? choice.intro || holder.row?.summary || '' : ''
      return { part, title: t(`part-${part}`), look: looks[part] ?? 'entries', text, entries: rows }
    })
    .filter(({ text, entries }) => text !== '' || entries.length > 0)
  return {
    name: holder.person.name,
    title: choice.title || holder.row?.headline || '',
    language,
    design: choice.design,
    contact: contactOf(holder, choice),
    parts,
  }
}

/** A new CV shows everything; how to reach the person, by e-mail and town. */
export const newLayout: Layout = {
  parts: cvParts.map((part) => ({ part, shown: part !== 'references', order: [], hidden: [] })),
  contact: ['email', 'city', 'links'],
}

const swapped = <Value>(list: readonly Value[], at: number, by: 'up' | 'down'): Value[] => {
  const to = by === 'up' ? at - 1 : at + 1
  const [one, other] = [list[at], list[to]]
  return one === undefined || other === undefined ? [...list] : list.with(at, other).with(to, one)
}
/** One step of a part ('work:up') or of an entry in it ('work:<id>:down'). `ids`: the rows of a part as they are shown. */
export function moved(layout: Layout, move: string, ids: (part: CvPart) => readonly string[]): Layout {
  const steps = move.split(':')
  const [part = '', id] = steps
  const by = steps.at(-1) === 'up' ? 'up' : 'down'
  const at = layout.parts.findIndex((one) => one.part === part)
  const found = layout.parts[at]
  if (!found) return layout
  if (steps.length === 2) return { ...layout, parts: swapped(layout.parts, at, by) }
  const rows = ids(found.part)
  const order = swapped(rows, rows.indexOf(id ?? ''), by)
  const changed: PartLayout = { ...found, order: rows.includes(id ?? '') ? order : found.order }
  return { ...layout, parts: layout.parts.with(at, changed) }
}
