import type { Periodic } from '../../web/feature.ts'
import { tidyUp } from './actions/data.ts'

/** Every night: what has expired goes. */
export const tidy: Periodic = {
  name: 'accounts.tidy',
  cron: '20 4 * * *',
  run: async (context) => {
    await tidyUp(context, {})
  },
}
