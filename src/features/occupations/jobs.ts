import type { Periodic, Reaction } from '../../web/feature.ts'
import { remindReviews } from './actions/reviews.ts'
import { runImport } from './actions/uploads.ts'
import { nextWaiting } from './queries/repertories.ts'

/** A repertory that was handed in is imported outside the request: it takes some seconds. */
export const importing: Reaction = {
  name: 'occupations.run-import',
  on: 'occupations.submit-import',
  async run(context, read) {
    for (let id = await nextWaiting(read, context.actor); id; id = await nextWaiting(read, context.actor))
      await runImport(context, read, id)
  },
}

/** Before the reminders of the morning. */
export const reviewing: Periodic = {
  name: 'occupations.remind-reviews',
  cron: '40 5 * * *',
  run: async (context) => {
    await remindReviews(context, {})
  },
}
