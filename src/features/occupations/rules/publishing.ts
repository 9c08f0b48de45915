import { addDays, type Day } from '../../../kernel/days.ts'
import { machine } from '../../../kernel/machine.ts'
import type { OccupationState, SheetContent } from '../tables/vocabulary.ts'

export const states = machine<OccupationState>({
  draft: ['published', 'archived'],
  published: ['draft', 'archived'],
  archived: ['draft', 'published'],
})

/** What keeps a sheet from being published: the key of a sentence, or null. */
export function obstacle(content: SheetContent): 'needsSector' | 'needsMissions' | 'needsSkills' | null {
  if (content.sectors.length === 0) return 'needsSector'
  if (content.missions.fr.length < 3) return 'needsMissions'
  return content.skills.length < 5 ? 'needsSkills' : null
}

/** A review holds for a year. */
const reviewHolds = 365
export const reviewDue = (reviewedOn: Day | null): Day | null => reviewedOn && addDays(reviewedOn, reviewHolds)
export const isReviewDue = (reviewedOn: Day | null, today: Day): boolean => {
  const due = reviewDue(reviewedOn)
  return due === null || due <= today
}
/** Addresses below /occupations that are pages of their own. */
export const reservedSlugs = ['new', 'reference', 'reviews', 'skills', 'x'] as const
