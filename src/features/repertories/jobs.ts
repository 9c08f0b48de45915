import type { Reaction } from '../../web/feature.ts'
import { runImport } from './actions/uploads.ts'
import { nextWaiting } from './queries/repertories.ts'

/** A repertory that was handed in is imported outside the request: it takes some seconds. */
export const importing: Reaction = {
  name: 'repertories.run-import',
  on: 'repertories.submit-import',
  async run(context, read) {
    for (let id = await nextWaiting(read, context.actor); id; id = await nextWaiting(read, context.actor))
      await runImport(context, read, id)
  },
}
