import type { Language } from '../../../kernel/language.ts'
import type { SourceKind } from '../schema/cv.ts'
import type { BasicsField, Place, Proposal, Proposals } from '../schema/proposal.ts'
import { type Item, type Resume, sectionKeys } from '../schema/resume.ts'
import { filled, isBlank } from './europass-tree.ts'
import { fromResume, type Person, rowOf } from './exchange.ts'
import { findTerms, type TermIndex } from './find-terms.ts'
import type { Holder } from './holder.ts'
import { type AnyRow, lenses, link, type RowList, type Vocabulary } from './lenses.ts'
import { type Standing, standingOf } from './merge.ts'
import type { Reading } from './recognise.ts'
import { nameKey } from './words.ts'

type Draft = Omit<Proposal, 'key'> extends infer _ ? DistributiveOmit<Proposal, 'key'> : never
type DistributiveOmit<Type, Key extends PropertyKey> = Type extends unknown ? Omit<Type, Key> : never
const keyed = (drafts: readonly Draft[], dropped: readonly string[] = []): Proposals => ({
  list: drafts.map((one, index) => ({ ...one, key: `p${index}` }) as Proposal),
  dropped,
})
const ownFields: readonly BasicsField[] = ['label', 'summary', 'email', 'phone', 'url', 'location']
const asItem = (value: unknown): Item => (typeof value === 'object' && value !== null ? (value as Item) : {})

/** A file that has fields: each of its entries, and what stands around them. */
export function proposalsOfResume(
  { resume, dropped, source }: { resume: Resume; dropped: readonly string[]; source: SourceKind },
  skills: TermIndex,
): Proposals {
  const basics = asItem(resume.basics)
  const fields = ownFields.flatMap((field): Draft[] => {
    const value = basics[field]
    return value === undefined || value === '' ? [] : [{ kind: 'basics', field, value }]
  })
  const entries = (['basics.profiles', ...sectionKeys] as const).flatMap((list): Draft[] => {
    const items = (list === 'basics.profiles' ? basics.profiles : resume[list]) as Item[] | undefined
    return (items ?? []).map((item) => ({ kind: 'entry', list, item }))
  })
  const isList = (key: string, value: unknown) =>
    key === 'basics' || (sectionKeys.includes(key as never) && Array.isArray(value) && value.length > 0)
  const document = Object.fromEntries(Object.entries(resume).filter(([key, value]) => !isList(key, value)))
  const beside = Object.fromEntries(
    Object.entries(basics).filter(([key]) => !ownFields.includes(key as BasicsField) && key !== 'profiles'),
  )
  const rest: Draft[] =
    source === 'json-resume' && !(isBlank(document) && isBlank(beside))
      ? [{ kind: 'rest', document, basics: beside }]
      : []
  return keyed([...fields, ...entries, ...mentioned(resume, skills), ...rest], dropped)
}

/** Skills of the list that the texts of a resume mention without naming them as skills: guesses, for the person to take. */
function mentioned(resume: Resume, skills: TermIndex): Draft[] {
  const named = new Set((resume.skills ?? []).map(({ name }) => nameKey(name)))
  const texts = [
    ...(resume.skills ?? []).flatMap(({ keywords = [] }) => keywords),
    ...(resume.work ?? []).flatMap(({ summary = '', highlights = [] }) => [summary, ...highlights]),
    ...(resume.education ?? []).flatMap(({ courses = [] }) => courses),
  ]
  return findTerms(skills, texts.join('.\n\n'))
    .filter(({ name }) => !named.has(nameKey(name)))
    .map(({ name }) => ({ kind: 'entry', list: 'skills', item: { name }, isGuess: true }))
}

/** A text: what was recognised in it, each with its place. */
export function proposalsOfReading({ found }: Reading): Proposals {
  return keyed(
    found.flatMap((one): Draft[] => {
      const place: Place = { from: one.from, to: one.to }
      if (one.kind === 'entry') return [{ kind: 'entry', list: one.list, item: one.item, place }]
      if (one.kind === 'skill') return [{ kind: 'entry', list: 'skills', item: { name: one.name }, place }]
      if (one.kind === 'occupation') return [{ kind: 'occupation', id: one.id, place }]
      // The name is the account's own.
      return one.field === 'name' ? [] : [{ kind: 'basics', field: one.field, value: one.value, place }]
    }),
  )
}

export type BasicsStanding = Standing | 'differs'
export type Judged = {
  readonly proposal: Proposal
  readonly standing: BasicsStanding
  /** What the profile says now, where it says something else. */
  readonly now: string
  readonly isTicked: boolean
}
const fieldOf: Readonly<Record<BasicsField, 'headline' | 'summary' | 'email' | 'phone' | 'city' | null>> = {
  label: 'headline',
  summary: 'summary',
  email: 'email',
  phone: 'phone',
  location: 'city',
  url: null,
}
export const basicsText = (value: unknown): string =>
  typeof value === 'string' ? value : String(asItem(value).city ?? asItem(value).address ?? '')

function judgedBasics(holder: Holder, field: BasicsField, value: unknown): Pick<Judged, 'standing' | 'now'> {
  const said = basicsText(value)
  if (field === 'url') {
    const isKnown = holder.links.some(({ url }) => url === said)
    return { standing: isKnown ? 'known' : 'new', now: '' }
  }
  const column = fieldOf[field]
  const own = column && holder.row ? holder.row[column] : ''
  const now = field === 'email' ? own || holder.person.email : own
  if (nameKey(now) === nameKey(said)) return { standing: 'known', now }
  return { standing: now === '' ? 'new' : 'differs', now }
}

/** How each proposal stands to the profile as it is now. What is known or contradicts is not ticked. */
export function judged({ list }: Proposals, holder: Holder, words: Vocabulary): Judged[] {
  return list.map((proposal): Judged => {
    if (proposal.kind === 'basics') {
      const one = judgedBasics(holder, proposal.field, proposal.value)
      return { proposal, ...one, isTicked: one.standing === 'new' }
    }
    if (proposal.kind === 'occupation') {
      const isKnown = holder.occupations.some(({ occupationId }) => occupationId === proposal.id)
      return { proposal, standing: isKnown ? 'known' : 'new', now: '', isTicked: !isKnown }
    }
    if (proposal.kind === 'rest') return { proposal, standing: 'new', now: '', isTicked: true }
    const lens = proposal.list === 'basics.profiles' ? link : lenses[proposal.list]
    const row = rowOf(proposal.list, proposal.item, words)
    const standing = row ? standingOf(holder, lens.list as RowList, row as AnyRow as never) : 'new'
    return { proposal, standing, now: '', isTicked: standing !== 'known' && !proposal.isGuess }
  })
}

/** Which fields of an entry the review lets correct; the first names it. */
export const editable: Readonly<Record<string, readonly string[]>> = {
  work: ['position', 'name', 'location', 'startDate', 'endDate', 'summary'],
  volunteer: ['position', 'organization', 'startDate', 'endDate', 'summary'],
  projects: ['name', 'entity', 'startDate', 'endDate', 'description'],
  education: ['area', 'studyType', 'institution', 'startDate', 'endDate'],
  skills: ['name', 'level'],
  languages: ['language', 'fluency'],
  certificates: ['name', 'issuer', 'date'],
  awards: ['title', 'awarder', 'date'],
  publications: ['name', 'publisher', 'releaseDate'],
  interests: ['name'],
  references: ['name', 'reference'],
  'basics.profiles': ['url', 'network'],
}
export type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const written = (value: unknown) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : undefined)
/** An entry as the person left it: fields that were emptied are gone, those that were not shown stay. */
function corrected(item: Item, fields: readonly string[], answer: Readonly<Record<string, unknown>>): Item {
  const changed = fields.flatMap((field) => {
    const value = written(answer[field])
    const isSame = value === undefined || value === (typeof item[field] === 'string' ? item[field].trim() : '')
    return isSame ? [] : [[field, value === '' ? undefined : value] as const]
  })
  return filled({ ...item, ...Object.fromEntries(changed) })
}

export type Taken = {
  readonly resume: Resume
  readonly occupations: readonly string[]
  readonly replaced: readonly BasicsField[]
}
/** What the person has taken, with their corrections, as one resume. */
export function taken({ list }: Proposals, answers: Answers): Taken {
  const isTaken = ({ key }: Proposal) => ['on', 'true', true].includes(answers[key]?.take as never)
  const chosen = list.filter(isTaken)
  const basics: Record<string, unknown> = {}
  const lists = new Map<string, Item[]>()
  let document: Item = {}
  for (const one of chosen) {
    const answer = answers[one.key] ?? {}
    if (one.kind === 'rest') {
      document = one.document
      Object.assign(basics, one.basics)
    } else if (one.kind === 'basics') {
      const value = written(answer.value)
      const own =
        one.field === 'location'
          ? value === undefined
            ? one.value
            : { ...asItem(one.value), city: value }
          : (value ?? one.value)
      if (own !== '') basics[one.field] = basicsText(one.value) === value ? one.value : own
    } else if (one.kind === 'entry')
      lists.set(one.list, [...(lists.get(one.list) ?? []), corrected(one.item, editable[one.list] ?? [], answer)])
  }
  const profiles = lists.get('basics.profiles')
  if (profiles) basics.profiles = profiles
  const sections = Object.fromEntries([...lists].filter(([key]) => key !== 'basics.profiles'))
  return {
    resume: { ...document, ...(isBlank(basics) ? {} : { basics }), ...sections } as Resume,
    occupations: chosen.flatMap((one) => (one.kind === 'occupation' ? [one.id] : [])),
    replaced: chosen.flatMap((one) => (one.kind === 'basics' ? [one.field] : [])),
  }
}
export const contentOfTaken = ({ resume }: Taken, person: Person, words: Vocabulary) =>
  fromResume(resume, person, words)
export const languageOfLabel = (language: string, reader: Language): string =>
  new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' }).of(language) ?? language
