import { isDeepStrictEqual } from 'node:util'
import { type Content, contentInput, headingInput, most } from '../../talents/schema/content.ts'
import { type Item, type Resume, type SectionKey, sectionKeys } from '../schema/resume.ts'
import { filled, isBlank } from './europass-tree.ts'
import { type AnyRow, type Lens, lenses, link, type RowList, type Vocabulary } from './lenses.ts'
import { insertUnplaced, type Residue, residueOf, restored, type Unplaced } from './residue.ts'

/** Who the resume is of: the account's own words, which are no part of the profile. */
export type Person = { readonly name: string; readonly email: string }
/** Under this name an entry carries what JSON Resume has no field for; the schema allows more fields than it names. */
const own = 'passerelle'
const schemaAddress = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json'
const keys = {
  $schema: schemaAddress,
  lists: [...sectionKeys, 'basics.profiles'] as const,
}
type ListName = SectionKey | 'basics.profiles'
const lensOf = (list: ListName): Lens => (list === 'basics.profiles' ? link : lenses[list])

const asItem = (value: unknown): Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Item) : {}
const without = (item: Item, key: string): Item => {
  const { [key]: _, ...others } = item
  return others
}

/** Ids are this site's: in a file from another one they mean nothing. */
function knownIds(fields: Item, words: Vocabulary): Item {
  const checks: Record<string, (id: string) => boolean> = {
    skillId: words.isSkill,
    organisationId: words.isOrganisation,
    courseId: words.isCourse,
  }
  const kept = Object.entries(fields).filter(([key, value]) => {
    const isKnown = checks[key]
    return !isKnown || value === null || (typeof value === 'string' && isKnown(value))
  })
  return Object.fromEntries(kept)
}

/** A row as an entry of a resume: its fields, what was kept of the entry it came from, and what only we have a field for. */
export function itemOf(list: ListName, row: AnyRow, words: Vocabulary): Item {
  const lens = lensOf(list)
  const { resume: residue, ...more } = row.extra as { resume?: Residue }
  const item = restored(lens.write(row as never, words), residue)
  const read = lens.read(item, words)
  const only = Object.entries(row).filter(([key, value]) => key !== 'extra' && !isDeepStrictEqual(value, read[key]))
  const added = { ...Object.fromEntries(only), ...(isBlank(more) ? {} : { extra: more }) }
  return isBlank(added) ? item : { ...item, [own]: added }
}

/** An entry of a resume as a row; null when no row can hold it. */
export function rowOf(list: ListName, item: Item, words: Vocabulary): AnyRow | null {
  const lens = lensOf(list)
  const plain = without(item, own)
  const { extra: more, ...ours } = knownIds(asItem(item[own]), words)
  const fields = lens.read(plain, words)
  const parsed = [{ ...fields, ...ours }, fields].map((one) => lens.shape.safeParse(one)).find((one) => one.success)
  if (!parsed?.data) return null
  const row = parsed.data as AnyRow
  const residue = residueOf(plain, lens.write(row as never, words))
  return { ...row, extra: { ...asItem(more), ...(residue && { resume: residue }) } } as AnyRow
}

const isOf = (row: AnyRow, lens: Lens) => lens.kind === undefined || ('kind' in row && row.kind === lens.kind)
const kindsOf = (content: Content, list: RowList) =>
  content[list].map((row) => ('kind' in row && list !== 'links' ? row.kind : ''))
/** Kinds in the order in which the lists of a resume give them: then the order needs no saying. */
const usualOrder = (kinds: readonly string[], list: RowList) => {
  const order = sectionKeys.filter((key) => lenses[key].list === list).map((key) => lenses[key].kind ?? '')
  return kinds.toSorted((one, other) => order.indexOf(one as never) - order.indexOf(other as never))
}

function basicsOf(content: Content, person: Person, words: Vocabulary): Item {
  const { heading, links } = content
  const { basics: residue, unplaced = [] } = heading.extra as { basics?: Residue; unplaced?: Unplaced[] }
  const siteAt = siteIndex(content)
  const location = filled({
    city: heading.city || undefined,
    countryCode: heading.city || heading.country !== 'FR' ? heading.country : undefined,
  })
  const profiles = insertUnplaced(
    links.filter((_, at) => at !== siteAt).map((row) => itemOf('basics.profiles', row, words)),
    unplaced.filter((one) => one.list === 'basics.profiles'),
  )
  const written = filled({
    name: person.name || undefined,
    label: heading.headline || undefined,
    email: heading.email || person.email || undefined,
    phone: heading.phone || undefined,
    url: links[siteAt]?.url,
    summary: heading.summary || undefined,
    location: isBlank(location) ? undefined : location,
    profiles,
  })
  const item = restored(written, residue)
  const read = headingOf(item, person)
  const { extra: _, ...plain } = heading
  const only = Object.entries(plain).filter(([key, value]) => !isDeepStrictEqual(value, read[key]))
  const added = { ...Object.fromEntries(only), ...(siteAt > 0 && { siteAt }) }
  return isBlank(added) ? item : { ...item, [own]: added }
}
/** The person's own site is `basics.url`: the first link of its kind that says nothing but its address. */
const siteIndex = ({ links }: Content) =>
  links.findIndex((one) => one.kind === 'site' && !one.label && !one.username && isBlank(one.extra))

const text = (value: unknown, most: number) =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim().slice(0, most).trim() : ''
function headingOf(basics: Item, person: Person): Item {
  const location = asItem(basics.location)
  const fields = {
    headline: text(basics.label, 150),
    summary: text(basics.summary, 4000),
    city: text(location.city, 120),
    department: '',
    country: text(location.countryCode, 2).toUpperCase() || 'FR',
    phone: text(basics.phone, 40),
    email: basics.email === person.email ? '' : text(basics.email, 200),
  }
  // A field that the profile cannot hold (a telephone number with an extension) stays in what is kept.
  const wrong = headingInput.safeParse(fields).error?.issues.map(({ path }) => String(path[0])) ?? []
  return { ...fields, ...Object.fromEntries(wrong.map((name) => [name, name === 'country' ? 'FR' : ''])) }
}

/** The profile as JSON Resume 1.0. What once came in leaves as it came; what only we know stands under `passerelle`. */
export function toResume(content: Content, person: Person, words: Vocabulary): Resume {
  const { document, unplaced = [] } = content.heading.extra as { document?: Residue; unplaced?: Unplaced[] }
  const lists = sectionKeys.flatMap((key) => {
    const lens = lenses[key]
    const rows = (content[lens.list] as readonly AnyRow[]).filter((row) => isOf(row, lens))
    const items = insertUnplaced(
      rows.map((row) => itemOf(key, row, words)),
      unplaced.filter((one) => one.list === key),
    )
    return items.length > 0 ? [[key, items] as const] : []
  })
  const { occupations, mobility, wishes } = content
  const orders = (['experiences', 'achievements'] as const).flatMap((list) => {
    const kinds = kindsOf(content, list)
    return isDeepStrictEqual(kinds, usualOrder(kinds, list)) ? [] : [[list, kinds] as const]
  })
  const extras = filled({
    occupations: isDeepStrictEqual(occupations, nothingElse.occupations) ? undefined : occupations,
    mobility: isDeepStrictEqual(mobility, nothingElse.mobility) ? undefined : mobility,
    wishes: isDeepStrictEqual(wishes, nothingElse.wishes) ? undefined : wishes,
    orders: orders.length > 0 ? Object.fromEntries(orders) : undefined,
  })
  const written = { $schema: keys.$schema, meta: { version: 'v1.0.0' } }
  const whole = restored(written, document)
  const basics = basicsOf(content, person, words)
  return {
    ...whole,
    ...(isBlank(extras) ? {} : { meta: { ...asItem(whole.meta), [own]: extras } }),
    ...(isBlank(basics) ? {} : { basics }),
    ...Object.fromEntries(lists),
  } as Resume
}

const empty = contentInput.parse({
  heading: {},
  occupations: {},
  skills: [],
  experiences: [],
  education: [],
  achievements: [],
  languages: [],
  links: [],
  mobility: {},
  wishes: {},
})
export const emptyContent: Content = empty
const nothingElse = { occupations: empty.occupations, mobility: empty.mobility, wishes: empty.wishes }

type Placed = { readonly rows: AnyRow[]; readonly unplaced: Unplaced[] }
/** Rows that the profile would refuse: a skill or a language twice. */
const keyOf = (list: RowList, row: AnyRow): string | null => {
  if (list === 'skills' && 'skillId' in row) return row.skillId
  return list === 'languages' && 'code' in row ? `${row.code} ${row.name}` : null
}
function placed(list: ListName, items: readonly Item[], words: Vocabulary, room: number): Placed {
  const rows: AnyRow[] = []
  const unplaced: Unplaced[] = []
  const taken = new Set<string>()
  items.forEach((item, at) => {
    const row = rows.length < room ? rowOf(list, item, words) : null
    const key = row && keyOf(lensOf(list).list, row)
    if (!row || (key !== null && taken.has(key))) unplaced.push({ list, at, item })
    else rows.push(row)
    if (key !== null) taken.add(key)
  })
  return { rows, unplaced }
}

/** The rows of several lists in the order that the person gave them. */
function inOrder<Row extends AnyRow>(rows: readonly Row[], kinds: unknown): Row[] {
  const wanted = Array.isArray(kinds) ? kinds : []
  const queues = Map.groupBy(rows, (row) => ('kind' in row ? String(row.kind) : ''))
  const sizes = Map.groupBy(wanted, String)
  const fits =
    wanted.length === rows.length && [...queues].every(([kind, { length }]) => sizes.get(kind)?.length === length)
  return fits ? wanted.flatMap((kind) => queues.get(String(kind))?.shift() ?? []) : [...rows]
}

/** A resume as a profile. Nothing of it is lost: `toResume` gives it back as it was. */
export function fromResume(resume: Resume, person: Person, words: Vocabulary): Content {
  const found = new Map<ListName, Placed>()
  const room = new Map<RowList, number>(Object.entries(most) as [RowList, number][])
  const take = (list: ListName, items: readonly Item[]) => {
    const { list: target } = lensOf(list)
    const one = placed(list, items, words, room.get(target) ?? 0)
    room.set(target, (room.get(target) ?? 0) - one.rows.length)
    found.set(list, one)
  }
  const basics = asItem(resume.basics)
  const ours = asItem(basics[own])
  const site = typeof basics.url === 'string' ? rowOf('basics.profiles', { url: basics.url }, words) : null
  if (site) room.set('links', most.links - 1)
  take('basics.profiles', (basics.profiles ?? []) as Item[])
  for (const key of sectionKeys) take(key, (resume[key] ?? []) as Item[])
  const rows = <List extends RowList>(list: List) =>
    [...found].filter(([key]) => lensOf(key).list === list).flatMap(([, one]) => one.rows) as Content[List]

  const extras = asItem(asItem(resume.meta)[own])
  const orders = asItem(extras.orders)
  const links = rows('links')
  if (site) links.splice(Number(ours.siteAt ?? 0), 0, { ...site, kind: 'site', extra: {} } as Content['links'][number])
  const content: Content = {
    ...empty,
    ...partsOf(extras, words),
    heading: { ...empty.heading },
    skills: rows('skills'),
    experiences: inOrder(rows('experiences'), orders.experiences),
    education: rows('education'),
    achievements: inOrder(rows('achievements'), orders.achievements),
    languages: rows('languages'),
    links,
  }
  const heading = headingInput.safeParse({ ...headingOf(basics, person), ...without(ours, 'siteAt') })
  const unplaced = [...found.values()].flatMap((one) => one.unplaced)
  const plain = {
    ...content,
    heading: { ...(heading.data ?? headingInput.parse(headingOf(basics, person))), extra: {} },
  }
  const extra = keptOf(resume, plain, unplaced, person, words) as unknown as Content['heading']['extra']
  return { ...plain, heading: { ...plain.heading, extra } }
}

function partsOf(extras: Item, words: Vocabulary) {
  const occupations = asItem(extras.occupations)
  const known = (ids: unknown) => (Array.isArray(ids) ? ids.filter((id) => words.isOccupation(String(id))) : [])
  const shape = contentInput.shape
  return {
    occupations:
      shape.occupations.safeParse({ held: known(occupations.held), sought: known(occupations.sought) }).data ??
      empty.occupations,
    mobility: shape.mobility.safeParse(extras.mobility ?? {}).data ?? empty.mobility,
    wishes: shape.wishes.safeParse(extras.wishes ?? {}).data ?? empty.wishes,
  }
}

/** What stands around the lists and is not in the profile: the document's own fields and those of `basics`. */
function keptOf(resume: Resume, content: Content, unplaced: readonly Unplaced[], person: Person, words: Vocabulary) {
  const partial = { ...content, heading: { ...content.heading, extra: { unplaced } } } as unknown as Content
  const again = toResume(partial, person, words)
  const isList = (key: string, value: unknown) =>
    sectionKeys.includes(key as SectionKey) && Array.isArray(value) && value.length > 0
  const rest = (one: Resume): Item =>
    Object.fromEntries(
      Object.entries(one)
        .filter(([key, value]) => key !== 'basics' && !isList(key, value))
        .map(([key, value]) => [key, key === 'meta' ? without(asItem(value), own) : value]),
    )
  const document = residueOf(rest(resume), rest(again))
  const basics = residueOf(without(asItem(resume.basics), own), without(asItem(again.basics), own))
  // `basics: {}` is not the same as no basics at all.
  const whole = resume.basics && isBlank(resume.basics) ? { kept: { ...document?.kept, basics: {} } } : {}
  return filled({
    document: document || !isBlank(whole) ? { ...document, ...whole } : undefined,
    basics: basics ?? undefined,
    unplaced: unplaced.length > 0 ? unplaced : undefined,
  })
}
