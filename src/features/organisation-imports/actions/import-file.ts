import type { Context } from '../../../db/context.ts'
import { apply } from './apply.ts'
import { preview, upload } from './preview.ts'

/** The whole way at once, for the command line: read, guess the columns, preview, apply. */
export async function importFile(context: Context, file: File) {
  const { id } = await upload(context, { file })
  const previewed = await preview(context, { id, mapping: [] })
  const { created = 0, updated = 0 } = previewed.counts
  if (created + updated > 0) await apply(context, { id })
  return previewed
}
