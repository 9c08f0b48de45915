import { z } from 'zod'
import { action, nothing } from '../../db/action.ts'
import type { Context } from '../../db/context.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Rows, Stage } from '../../web/examples.ts'
import { keepFile } from './actions/keep.ts'
import { declarePurpose, papers, pictures } from './rules/purposes.ts'
import { fileKinds } from './schema/kinds.ts'
import { document } from './tables.ts'

const kinds = fileKinds
/** What files are given for in tests: the features that come later have purposes of their own. */
export const trialPurpose = declarePurpose({
  key: 'documents.trial',
  label: (language) => (language === 'fr' ? 'Essai' : 'Trial'),
  kinds,
  mostBytes: 2_000_000,
  keepDays: null,
  belongsTo: 'person',
})
export const clusterPurpose = declarePurpose({ ...trialPurpose, key: 'documents.trial-cluster', belongsTo: 'cluster' })
export const narrowPurpose = declarePurpose({
  ...trialPurpose,
  key: 'documents.trial-narrow',
  kinds: [...papers, ...pictures],
  keepDays: 30,
})
const purposes = { person: trialPurpose, cluster: clusterPurpose, narrow: narrowPurpose }

const fileInput = z.object({
  name: z.string(),
  bytes: z.instanceof(Buffer),
  purpose: z.enum(['person', 'cluster', 'narrow']).default('person'),
})
const giveAction = action({
  name: 'documents.example',
  about: document,
  input: fileInput,
  load: nothing,
  allow: () => true,
  run: (step) =>
    keepFile(step, {
      file: { name: step.input.name, bytes: step.input.bytes },
      purpose: purposes[step.input.purpose],
      ownerId: step.actor.id,
    }),
})
/** Gives a file in somebody's name, as the action of a later feature does. */
export const give = (
  context: Context,
  name: string,
  content: string | Buffer,
  purpose: keyof typeof purposes = 'person',
) => giveAction(context, { name, bytes: Buffer.from(content), purpose })

/** The smallest PNG: one point. */
export const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** A person's picture, for the table of who may pass which door. */
export const prepare = async ({ context, actor }: Stage): Promise<Rows> => ({
  document: await give(context(await actor('person')), 'portrait.png', point),
})
const ofDocument =
  (rest: string) =>
  ({ document: { id } }: Rows) =>
    `/documents/${id}${rest}`
export const examplePaths = {
  '/documents/:id': ofDocument(''),
  '/documents/:id/file': ofDocument('/file'),
  '/documents/:id/thumbnail': ofDocument('/thumbnail'),
  '/documents/:id/delete': ofDocument('/delete'),
}
const anything = () => ({})
const theDocument = ({ document: row }: Rows) => row
export const doors: Readonly<Record<string, (rows: Rows, actor: Actor) => object>> = {
  'documents.discard': anything,
  'documents.expire': anything,
  'documents.remove': theDocument,
  'documents.sweep': anything,
}
