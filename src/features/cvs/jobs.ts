import type { Periodic } from '../../web/feature.ts'
import { forgetImports } from './actions/imports.ts'

/** Every night: imports that nobody has decided about. */
export const forgetting: Periodic = {
  name: 'cvs.forget-imports',
  cron: '20 3 * * *',
  run: async (context) => {
    await forgetImports(context, {})
  },
}
