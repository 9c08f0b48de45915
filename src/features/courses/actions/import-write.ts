import { inArray } from 'drizzle-orm'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import * as policy from '../policy.ts'
import type { Named } from '../queries/names.ts'
import { centsOf } from '../rules/course.ts'
import type { Content } from '../rules/import.ts'
import { type course, courseOccupation, courseSchool, courseSkill } from '../tables.ts'
import type { Plan } from './import-plan.ts'

type Stored = typeof course.$inferSelect
const words = { fr: '' }
/** What a course is before a file has said anything of it. */
const unwritten = {
  title: words,
  summary: words,
  description: words,
  diploma: '',
  level: null,
  rncp: null,
  months: null,
  admission: words,
  rhythms: [],
  costCents: null,
  currency: 'EUR',
  costNote: words,
  website: null,
  establishmentId: null,
  town: '',
  sectors: [],
  schoolNames: '',
  occupationNames: '',
  skillNames: '',
  unseenSince: null,
  submittedAt: null,
  publishedAt: null,
}
const namesOf = (value: unknown) => ((value ?? []) as readonly Named[]).map(({ name }) => name).join(' · ')
const wordsWith = (there: { fr: string; en?: string | undefined }, content: Content, field: 'title' | 'summary') => ({
  fr: `${field}.fr` in content ? String(content[`${field}.fr`] ?? '') : there.fr,
  en: `${field}.en` in content ? ((content[`${field}.en`] as string | null) ?? undefined) : there.en,
})
const plainFields = ['diploma', 'level', 'rncp', 'months', 'rhythms', 'town', 'website', 'sectors'] as const

/** The row of a course after a line: what the line writes over what is there. */
export function courseRow(there: Stored | null, plan: Plan, id: string, now: Date): typeof course.$inferInsert {
  const { next } = plan
  const base = there ?? { ...unwritten, createdAt: now }
  const said = plainFields.filter((field) => field in next).map((field) => [field, next[field]] as const)
  return {
    ...base,
    ...Object.fromEntries(said),
    id,
    slug: plan.slug,
    state: plan.state,
    externalId: plan.externalId,
    imported: plan.imported,
    title: wordsWith(base.title, next, 'title'),
    summary: wordsWith(base.summary, next, 'summary'),
    costCents: 'cost' in next ? centsOf(next.cost as number | null) : base.costCents,
    schoolNames: 'schools' in next ? namesOf(next.schools) : base.schoolNames,
    occupationNames: 'occupations' in next ? namesOf(next.occupations) : base.occupationNames,
    skillNames: 'skills' in next ? namesOf(next.skills) : base.skillNames,
    publishedAt: plan.state === 'published' ? (base.publishedAt ?? now) : base.publishedAt,
    changedAt: now,
  }
}

type Record = { readonly id: string; readonly content: Content }
/** The links of the fields that are written; those that are not said stay. */
export async function writeImportedLinks(tx: Tx, records: readonly Record[]): Promise<void> {
  const saying = (field: 'schools' | 'occupations' | 'skills') => records.filter(({ content }) => field in content)
  const links = (field: 'schools' | 'occupations' | 'skills') =>
    saying(field).flatMap(({ id, content }) =>
      ((content[field] ?? []) as readonly Named[]).map((one, position) => ({ courseId: id, linked: one.id, position })),
    )
  const ids = (field: 'schools' | 'occupations' | 'skills') => saying(field).map(({ id }) => id)
  await tx.removeAll(narrow(policy.schoolLinks(), inArray(courseSchool.courseId, ids('schools'))))
  await tx.insertAll(
    courseSchool,
    links('schools').map(({ linked, ...rest }) => ({ ...rest, organisationId: linked })),
  )
  await tx.removeAll(narrow(policy.occupationLinks(), inArray(courseOccupation.courseId, ids('occupations'))))
  await tx.insertAll(
    courseOccupation,
    links('occupations').map(({ linked, ...rest }) => ({ ...rest, occupationId: linked })),
  )
  await tx.removeAll(narrow(policy.skillLinks(), inArray(courseSkill.courseId, ids('skills'))))
  await tx.insertAll(
    courseSkill,
    links('skills').map(({ linked, ...rest }) => ({ ...rest, skillId: linked })),
  )
}
