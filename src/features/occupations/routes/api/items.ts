import { z } from 'zod'
import type { OccupationRow } from '../../queries/list.ts'
import type { SkillKind, Worded } from '../../tables/vocabulary.ts'

export const bySlug = z.object({ slug: z.string().max(100) })
/** Several values of one question: repeated, or with commas between them. */
export const listed = z
  .union([z.string().max(500), z.array(z.string().max(500)).max(50)])
  .default('')
  .transform((asked) => [asked].flat().flatMap((text) => text.split(',').filter(Boolean)))

/** A sheet as lists have it. */
export const itemOf = (row: OccupationRow, origin: string) => ({
  slug: row.slug,
  url: `${origin}/occupations/${row.slug}`,
  origin: row.origin,
  code: row.code,
  state: row.state,
  title: { fr: { masculine: row.masculine, feminine: row.feminine }, en: row.english },
  sectors: row.sectors,
  family: row.family,
  summary: row.summary,
  changedAt: row.changedAt.toISOString(),
})
type Skill = { readonly slug: string; readonly label: Worded; readonly kind: SkillKind }
export const referenceOf = ({ slug, label, kind }: Skill) => ({ slug, label, kind })
export const copied = (lists: {
  readonly fr?: readonly string[] | undefined
  readonly en?: readonly string[] | undefined
}) => ({
  ...(lists.fr && { fr: [...lists.fr] }),
  ...(lists.en && { en: [...lists.en] }),
})
