import { type Day, isDay, resolveDay } from '../../../kernel/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { plain } from '../../../kernel/slug.ts'
import { hasCircle } from '../../occupations/rules/hierarchy.ts'
import { same } from '../../occupations/rules/versions.ts'
import type { SkillContent } from '../../occupations/schema/sheet.ts'
import type { OccupationState, SheetContent } from '../../occupations/tables/vocabulary.ts'
import type { SheetEntry, SkillEntry } from '../schema/entries.ts'
import type { Counts, Refusal } from '../tables/vocabulary.ts'
import { importText } from '../text/import.ts'
import type { Found, OwnFile } from './own-files.ts'

export type KnownSkill = { readonly id: string; readonly slug: string; readonly content: SkillContent | null }
export type KnownSheet = {
  readonly id: string
  readonly isOwn: boolean
  readonly content: SheetContent
  readonly state: OccupationState
  readonly ownerId: string | null
  readonly reviewedOn: Day | null
  readonly versionNumber: number
}
/** What the database holds: all that an own file may refer to. */
export type Known = {
  readonly sectors: ReadonlySet<string>
  /** By slug; a merged skill's slug leads to the one it went into. `content` is null for those of a repertory. */
  readonly skills: ReadonlyMap<string, KnownSkill>
  /** Slug by the plain label, for people who write names. */
  readonly skillNames: ReadonlyMap<string, string>
  readonly sheets: ReadonlyMap<string, KnownSheet>
  /** Account by e-mail in small letters. */
  readonly owners: ReadonlyMap<string, string>
}

export type SheetPlan = {
  readonly slug: string
  readonly content: SheetContent
  readonly state: OccupationState
  readonly ownerId: string | null
  readonly reviewedOn: Day | null
  readonly known: KnownSheet | null
  /** Whether the public sheet will say something new: it then gets a version. */
  readonly isNews: boolean
}
export type SkillPlan = { readonly slug: string; readonly content: SkillContent; readonly known: KnownSkill | null }
export type OwnPlan = {
  readonly sheets: readonly SheetPlan[]
  readonly skills: readonly SkillPlan[]
  readonly sheetCounts: Counts
  readonly skillCounts: Counts
  readonly refusals: readonly Refusal[]
}

/** The slug of the skill that somebody means by a slug or a name; null when there is none. */
export const skillMeant = (known: Pick<Known, 'skills' | 'skillNames'>, written: string): string | null =>
  known.skills.get(written)?.slug ?? known.skillNames.get(plain(written)) ?? null

class Reason extends Error {}
const because = (reason: string): never => {
  throw new Reason(reason)
}

/** What importing a file would do, entry by entry: nothing is written here. */
export function planImport(file: OwnFile, known: Known, today: Day, language: Language): OwnPlan {
  const refusals = [...file.refusals]
  const skills = collect(
    file.skills,
    ({ id }) => id,
    (entry) => planSkill(entry, file, known, language),
    refusals,
    language,
  )
  const after = withSkills(known, skills)
  const sheets = collect(
    file.sheets,
    ({ slug }) => slug,
    (entry) => planSheet(entry, after, today, language),
    refusals,
    language,
  )
  const isNew = (plan: { known: unknown }) => plan.known === null
  const skillChanged = skills.filter((plan) => !isNew(plan) && !same(plan.known?.content, plan.content))
  const sheetChanged = sheets.filter((plan) => !isNew(plan) && differs(plan))
  const countsOf = (all: readonly { known: unknown }[], updated: readonly unknown[]): Counts => {
    const created = all.filter(isNew).length
    return { created, updated: updated.length, unchanged: all.length - created - updated.length, withdrawn: 0 }
  }
  return {
    skills: [...skills.filter(isNew), ...skillChanged],
    sheets: [...sheets.filter(isNew), ...sheetChanged],
    skillCounts: countsOf(skills, skillChanged),
    sheetCounts: countsOf(sheets, sheetChanged),
    refusals,
  }
}

function collect<Entry, Plan>(
  found: readonly Found<Entry>[],
  keyOf: (entry: Entry) => string,
  plan: (entry: Entry) => Plan,
  refusals: Refusal[],
  language: Language,
): Plan[] {
  const seen = new Set<string>()
  return found.flatMap(({ entry, file, line }) => {
    const slug = keyOf(entry)
    try {
      if (seen.has(slug)) because(importText(language)('slugTwice', { slug }))
      seen.add(slug)
      return [plan(entry)]
    } catch (error) {
      if (!(error instanceof Reason)) throw error
      refusals.push({ file, line, reason: error.message })
      return []
    }
  })
}

function planSkill({ id, ...content }: SkillEntry, file: OwnFile, known: Known, language: Language): SkillPlan {
  const t = importText(language)
  const there = known.skills.get(id)
  // A skill that was merged into another stays merged, whatever the file says of it.
  if (there?.content && there.slug !== id) return { slug: there.slug, content: there.content, known: there }
  const inFile = new Map(file.skills.map(({ entry }) => [entry.id, entry.broader]))
  const broader =
    content.broader && (inFile.has(content.broader) ? content.broader : skillMeant(known, content.broader))
  if (broader === null) return because(t('broaderUnknown', { skill: content.broader }))
  const above = (slug: string) => {
    const next = inFile.get(slug) ?? known.skills.get(slug)?.content?.broader
    return next ? [next] : []
  }
  if (broader && hasCircle(id, broader, above)) because(t('circle', { skill: id }))
  checkSectors(content.sectors, known, language)
  if (there && !there.content) because(t('slugIsReference', { slug: id }))
  return { slug: id, content: { ...content, broader }, known: there ?? null }
}

function checkSectors(sectors: readonly string[], known: Known, language: Language) {
  const unknown = sectors.find((sector) => !known.sectors.has(sector))
  if (unknown) because(importText(language)('sectorUnknown', { sector: unknown }))
}
/** What is known once the file's skills are written. */
function withSkills(known: Known, plans: readonly SkillPlan[]): Known {
  const fresh = plans.filter((plan) => !plan.known)
  return {
    ...known,
    skills: new Map([...known.skills, ...fresh.map(({ slug, content }) => [slug, { id: '', slug, content }] as const)]),
    skillNames: new Map([
      ...known.skillNames,
      ...fresh.map(({ slug, content }) => [plain(content.label.fr), slug] as const),
    ]),
  }
}

function planSheet(entry: SheetEntry, known: Known, today: Day, language: Language): SheetPlan {
  const { slug, owner, reviewed, status: state, ...content } = entry
  const t = importText(language)
  const there = known.sheets.get(slug) ?? null
  if (there && !there.isOwn) because(t('slugIsReference', { slug }))
  checkSectors(content.sectors, known, language)
  const skills = content.skills.map((line) => {
    const skill = skillMeant(known, line.skill) ?? because(t('skillUnknown', { skill: line.skill }))
    return { ...line, skill }
  })
  const ownerId = owner ? (known.owners.get(owner.toLowerCase()) ?? because(t('ownerUnknown', { owner }))) : null
  if (reviewed && !isDay(reviewed) && !/^[+-]\d+d$/.test(reviewed)) because(t('badReview', { written: reviewed }))
  const [main, ...others] = content.sectors
  const sectors = [...(main ? [main] : []), ...others.sort()]
  const whole = { ...content, sectors, skills: [...new Map(skills.map((line) => [line.skill, line])).values()] }
  const isNews = state === 'published' && !(there?.state === 'published' && same(there.content, whole))
  // What a file does not say of the keeping of a sheet stays as it is.
  const reviewedOn = reviewed ? resolveDay(reviewed, today) : (there?.reviewedOn ?? null)
  return { slug, content: whole, state, ownerId: ownerId ?? there?.ownerId ?? null, reviewedOn, known: there, isNews }
}

const differs = ({ known, content, state, ownerId, reviewedOn }: SheetPlan): boolean =>
  known === null ||
  known.state !== state ||
  known.ownerId !== ownerId ||
  known.reviewedOn !== reviewedOn ||
  !same(known.content, content)
