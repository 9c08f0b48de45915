import { z } from 'zod'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { abandonImport, submitImport } from '../actions/uploads.ts'
import { runImports } from '../policy.ts'
import { repertories } from '../queries/repertories.ts'
import * as answers from '../schema/answers.ts'

type ImportRow = { id: string; state: string }
const importSaved = ({ id, state }: ImportRow, { origin }: { origin: string }) => ({
  id,
  state,
  url: `${origin}/repertories/${id}`,
})
const importDoor = { scope: 'occupations:write', response: answers.importSaved, answer: importSaved } as const

/** Addresses and scopes are those of occupations: they were promised before imports had a feature of their own. */
export const endpoints: readonly Endpoint[] = [
  reads({
    path: '/occupations-repertories',
    summary: 'What is imported: repertory, version, day and counts (team only)',
    scope: 'occupations:read',
    response: z.object({ items: z.array(answers.repertoryItem) }),
    run: async ({ read, actor }) => {
      if (!runImports(actor)) return null
      const states = await repertories(read, actor)
      return {
        items: states.map(({ key, imported, sheets, skills, moves }) => ({
          key,
          version: imported?.version ?? '',
          importedAt: imported?.importedAt?.toISOString() ?? null,
          sheets,
          skills,
          moves,
        })),
      }
    },
  }),
  writes({
    ...importDoor,
    method: 'post',
    path: '/occupations-imports',
    summary: 'Hand in a file: ROME or ESCO archive, or own sheets; {kind, file: {name, base64}}',
    action: submitImport,
    status: 201,
  }),
  writes({
    ...importDoor,
    method: 'post',
    path: '/occupations-imports/:id/abandon',
    summary: 'Set a proposed import aside',
    action: abandonImport,
    params: z.object({ id: z.string().max(40) }),
  }),
]
