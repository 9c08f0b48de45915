import { system } from '../../kernel/actor.ts'
import type { Examples, Stage } from '../../web/examples.ts'
import { submitImport } from './actions/uploads.ts'

const anything = () => ({})
/** What each deed is tried on, for the table of permissions. */
export const doors: NonNullable<Examples['doors']> = {
  'repertories.import-rome': anything,
  'repertories.import-esco': anything,
  'repertories.import-sheets': anything,
  'repertories.submit-import': anything,
  'repertories.begin-import': anything,
  'repertories.note-import-step': anything,
  'repertories.finish-import': anything,
  'repertories.abandon-import': anything,
}
/** One address for each page with a parameter. */
export const examplePaths: NonNullable<Examples['examplePaths']> = {
  '/repertories/:id': ({ repertory }) => `/repertories/${repertory.id}`,
  '/repertories/:id/progress': ({ repertory }) => `/repertories/${repertory.id}/progress`,
}
/** What the addresses above speak of. */
export async function prepare({ context }: Stage) {
  const file = new File(['PK'], 'rome.zip')
  return { repertory: await submitImport(context(system), { kind: 'rome', file }) }
}
