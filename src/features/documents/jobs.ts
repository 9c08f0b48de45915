import type { Periodic, Reaction } from '../../web/feature.ts'
import { discard, expire, sweep } from './actions/sweep.ts'
import { waitingObjects } from './queries/storage-use.ts'

/** What rows have let go is gone within minutes; nothing is written when nothing waits. */
const discardWaiting: Periodic['run'] = async (context, read) => {
  if ((await waitingObjects(read, context.actor)) > 0) await discard(context, {})
}
export const periodic: readonly Periodic[] = [
  { name: 'documents.discard', cron: '*/5 * * * *', run: discardWaiting },
  {
    name: 'documents.nightly',
    cron: '40 3 * * *',
    run: async (context, read) => {
      await expire(context, {})
      await discardWaiting(context, read)
      await sweep(context, {})
    },
  },
]
/** Who takes a file away, or leaves, does not wait for the clock. */
export const reactions: readonly Reaction[] = ['documents.remove', 'accounts.deleteAccount'].map((on) => ({
  name: `documents.after-${on.replace('.', '-')}`,
  on,
  run: discardWaiting,
}))
