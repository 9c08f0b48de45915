import type { Whole } from './whole.ts'

export type PastKey = { readonly year: number; readonly occupation: string; readonly sector: string }

/** What is counted of a profile that goes: each year it stood, by occupation and sector. Nothing else of it stays. */
export function pastOf(whole: Pick<Whole, 'createdAt' | 'occupations'>, until: Date): readonly PastKey[] {
  const first = whole.createdAt.getUTCFullYear()
  const years = Array.from({ length: Math.max(1, until.getUTCFullYear() - first + 1) }, (_, offset) => first + offset)
  const pairs = new Map(
    whole.occupations.flatMap(({ slug, sectors }) =>
      (sectors.length ? sectors : ['']).map((sector) => [`${slug} ${sector}`, { occupation: slug, sector }] as const),
    ),
  )
  const kept = pairs.size > 0 ? [...pairs.values()] : [{ occupation: '', sector: '' }]
  return years.flatMap((year) => kept.map((one) => ({ year, ...one })))
}
