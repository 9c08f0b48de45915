import type { Periodic } from '../../web/feature.ts'
import { remindReviews } from './actions/reviews.ts'

/** Before the reminders of the morning. */
export const reviewing: Periodic = {
  name: 'occupations.remind-reviews',
  cron: '40 5 * * *',
  run: async (context) => {
    await remindReviews(context, {})
  },
}
