import type { Language } from '../../../kernel/language.ts'
import {
  achievementInput,
  type Content,
  educationInput,
  experienceInput,
  languageInput,
  linkInput,
  skillInput,
} from '../../talents/schema/content.ts'
import type { AchievementKind, ExperienceKind } from '../../talents/schema/vocabulary.ts'
import type { Item, SectionKey } from '../schema/resume.ts'
import { filled } from './europass-tree.ts'
import { fluencyOf, languageCode, languageName, motherTongue } from './languages.ts'
import { levelOf, levelWords } from './skill-levels.ts'

/** What the site knows by name: a rule asks, a query answers. */
export type Vocabulary = {
  readonly language: Language
  readonly skillNamed: (name: string) => string | null
  readonly skillLabel: (id: string) => string
  readonly isSkill: (id: string) => boolean
  readonly isOccupation: (id: string) => boolean
  readonly isOrganisation: (id: string) => boolean
  readonly isCourse: (id: string) => boolean
}
export type RowList = 'experiences' | 'education' | 'achievements' | 'skills' | 'languages' | 'links'
export type AnyRow = Content[RowList][number]
/** How entries of one list of a resume become rows of one list of the profile, and back. */
export type Lens = {
  readonly list: RowList
  readonly kind?: ExperienceKind | AchievementKind
  readonly read: (item: Item, words: Vocabulary) => Item
  readonly write: (row: never, words: Vocabulary) => Item
  readonly shape: { safeParse: (raw: unknown) => { success: boolean; data?: unknown } }
}

const said = (value: unknown, most: number): string =>
  typeof value === 'string' ? value.trim().slice(0, most).trim() : ''
const long = (value: unknown, most: number): string =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim().slice(0, most).trim() : ''
const lines = (value: unknown, most: number, each: number): string[] =>
  (Array.isArray(value) ? value : [])
    .map((one) => said(String(one).replace(/\s*\r?\n\s*/g, ' '), each))
    .filter((one) => one !== '')
    .slice(0, most)
const dayPattern = /^(19|20)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/
const isRealDay = (text: string) =>
  dayPattern.test(text) && (text.length < 10 || new Date(`${text}T00:00:00Z`).toISOString().startsWith(text))
const day = (value: unknown): string | null => (typeof value === 'string' && isRealDay(value) ? value : null)
function period(item: Item) {
  const [startsOn, endsOn] = [day(item.startDate), day(item.endDate)]
  const size = Math.min(startsOn?.length ?? 0, endsOn?.length ?? 0)
  return { startsOn, endsOn: startsOn && endsOn && endsOn.slice(0, size) < startsOn.slice(0, size) ? null : endsOn }
}
const url = (value: unknown): string => {
  const parsed = typeof value === 'string' && value.length <= 500 ? URL.parse(value) : null
  return parsed && /^https?:$/.test(parsed.protocol) && parsed.hostname.includes('.') ? String(value) : ''
}
const some = (text: string | null | undefined) => (text === '' || text === null ? undefined : text)
const dates = (row: { startsOn: string | null; endsOn: string | null }) => ({
  startDate: some(row.startsOn),
  endDate: some(row.endsOn),
})

const experience = (kind: ExperienceKind, names: { organisation: string; title: string; text: string }): Lens => ({
  list: 'experiences',
  kind,
  shape: experienceInput,
  read: (item) => ({
    kind,
    title: said(item[names.title], 200) || said(item[names.organisation], 200),
    organisationId: null,
    organisationName: said(item[names.organisation], 200),
    location: kind === 'work' ? said(item.location, 200) : '',
    url: url(item.url),
    ...period(item),
    description: long(item[names.text], 5000),
    highlights: lines(item.highlights, 40, 1000),
  }),
  write: (row: Content['experiences'][number]) =>
    filled({
      [names.organisation]: some(row.organisationName),
      [names.title]: some(row.title),
      location: kind === 'work' ? some(row.location) : undefined,
      url: some(row.url),
      ...dates(row),
      [names.text]: some(row.description),
      highlights: row.highlights,
    }),
})

type AchievementNames = { title: string; issuer?: string; date?: string; summary?: string; url?: true; keywords?: true }
const achievement = (kind: AchievementKind, names: AchievementNames): Lens => ({
  list: 'achievements',
  kind,
  shape: achievementInput,
  read: (item) => ({
    kind,
    title: said(item[names.title], 300),
    issuer: names.issuer ? said(item[names.issuer], 200) : '',
    date: names.date ? day(item[names.date]) : null,
    url: names.url ? url(item.url) : '',
    summary: names.summary ? long(item[names.summary], 3000) : '',
    keywords: names.keywords ? lines(item.keywords, 40, 200) : [],
  }),
  write: (row: Content['achievements'][number]) =>
    filled({
      [names.title]: row.title,
      ...(names.issuer && { [names.issuer]: some(row.issuer) }),
      ...(names.date && { [names.date]: some(row.date) }),
      ...(names.url && { url: some(row.url) }),
      ...(names.summary && { [names.summary]: some(row.summary) }),
      ...(names.keywords && { keywords: row.keywords }),
    }),
})

const education: Lens = {
  list: 'education',
  shape: educationInput,
  read: (item) => ({
    courseId: null,
    institution: said(item.institution, 200),
    url: url(item.url),
    area: said(item.area, 300) || said(item.studyType, 200) || said(item.institution, 200),
    diploma: said(item.studyType, 200),
    ...period(item),
    score: said(item.score, 100),
    courses: lines(item.courses, 60, 300),
    description: '',
  }),
  write: (row: Content['education'][number]) =>
    filled({
      institution: some(row.institution),
      url: some(row.url),
      area: row.area,
      studyType: some(row.diploma),
      ...dates(row),
      score: some(row.score),
      courses: row.courses,
    }),
}

const skill: Lens = {
  list: 'skills',
  shape: skillInput,
  read: (item, words) => {
    const name = said(item.name, 150)
    const skillId = words.skillNamed(name)
    return { skillId, name: skillId ? '' : name, level: levelOf(said(item.level, 100)) }
  },
  write: (row: Content['skills'][number], words) =>
    filled({
      name: row.skillId ? words.skillLabel(row.skillId) : row.name,
      level: row.level ? levelWords[words.language][row.level] : undefined,
    }),
}

const spoken: Lens = {
  list: 'languages',
  shape: languageInput,
  read: (item) => {
    const name = said(item.language, 100)
    const code = languageCode(name) ?? ''
    return { code, name: code ? '' : name, level: fluencyOf(said(item.fluency, 200)) }
  },
  write: (row: Content['languages'][number], { language }) =>
    filled({
      language: row.code ? languageName(row.code, language) : row.name,
      fluency: row.level === 'native' ? motherTongue[language] : some(row.level),
    }),
}

const networks =
  /linkedin|github|gitlab|mastodon|instagram|twitter|(^|\W)x$|facebook|behance|artstation|imdb|youtube|bluesky/i
export const link: Lens = {
  list: 'links',
  shape: linkInput,
  read: (item) => ({
    kind: networks.test(`${said(item.network, 120)} ${url(item.url)}`) ? 'network' : 'other',
    label: said(item.network, 120),
    url: url(item.url),
    username: said(item.username, 120),
  }),
  write: (row: Content['links'][number]) =>
    filled({ network: some(row.label), username: some(row.username), url: row.url }),
}

export const lenses: Readonly<Record<SectionKey, Lens>> = {
  work: experience('work', { organisation: 'name', title: 'position', text: 'summary' }),
  volunteer: experience('volunteer', { organisation: 'organization', title: 'position', text: 'summary' }),
  projects: experience('project', { organisation: 'entity', title: 'name', text: 'description' }),
  education,
  skills: skill,
  languages: spoken,
  awards: achievement('award', { title: 'title', issuer: 'awarder', date: 'date', summary: 'summary' }),
  certificates: achievement('certificate', { title: 'name', issuer: 'issuer', date: 'date', url: true }),
  publications: achievement('publication', {
    title: 'name',
    issuer: 'publisher',
    date: 'releaseDate',
    summary: 'summary',
    url: true,
  }),
  interests: achievement('interest', { title: 'name', keywords: true }),
  references: achievement('reference', { title: 'name', summary: 'reference' }),
}
