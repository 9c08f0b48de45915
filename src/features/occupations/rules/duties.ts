import { addDays, type Day } from '../../../kernel/days.ts'
import type { FollowUpKind } from '../../../web/duties.ts'
import { dutyText } from '../text/duties.ts'
import { reviewDue } from './publishing.ts'
import { titleOf } from './titles.ts'

/** A sheet can wait: the team calls its owner a month after the day. */
export const reviewDuty: FollowUpKind = {
  key: 'occupations.review-sheet',
  label: (language) => dutyText(language)('review-sheet'),
  escalatesAfter: 30,
}
/** Days before its day on which a review is put on its owner's list. */
export const reviewNotice = 14
export const isReviewNear = (reviewedOn: Day | null, today: Day): boolean => {
  const due = reviewDue(reviewedOn)
  return due === null || due <= addDays(today, reviewNotice)
}
type Titled = Parameters<typeof titleOf>[0]
export const reviewTitle = (sheet: Titled) => ({
  fr: dutyText('fr')('reviewSheet', { title: titleOf(sheet, 'fr') }),
  en: dutyText('en')('reviewSheet', { title: titleOf(sheet, 'en') }),
})
