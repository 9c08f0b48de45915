import { z } from 'zod'
import { type Endpoint, reads, writes } from '../../../web/api.ts'
import { remove } from '../actions/remove.ts'
import * as policy from '../policy.ts'
import { documentIn } from '../queries/files.ts'
import { type OwnFile, ownFiles } from '../queries/own-files.ts'
import { idInput } from '../schema/document.ts'
import { fileKinds, mimeOf } from '../schema/kinds.ts'

const shape = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(fileKinds),
  mime: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  purpose: z.string(),
  keepUntil: z.string().nullable(),
  createdAt: z.iso.datetime(),
})
const shown = ({ id, name, kind, bytes, sha256, purpose, keepUntil, createdAt }: OwnFile) => ({
  ...{ id, name, kind, bytes, sha256, purpose, keepUntil },
  mime: mimeOf(kind),
  createdAt: createdAt.toISOString(),
})
const size = 100

export const documentsApi: readonly Endpoint[] = [
  reads({
    path: '/documents',
    summary: 'Your own files, the newest first, a hundred a page',
    scope: 'documents:read',
    query: z.object({
      q: z.string().max(200).default(''),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    }),
    response: z.object({ total: z.int(), items: z.array(shape) }),
    run: async ({ read, actor, query: { q, page } }) => {
      const asked = { q, filters: new URLSearchParams(), sort: '-given' }
      const { rows, total } = await ownFiles(read, actor, asked, { limit: size, offset: (page - 1) * size })
      return { total, items: rows.map(shown) }
    },
  }),
  reads({
    path: '/documents/:id',
    summary: 'One file: what it is, not its content',
    scope: 'documents:read',
    params: idInput,
    response: shape,
    run: async ({ read, actor, params }) => {
      const file = await documentIn(read, policy.visibleTo(actor), params.id)
      return file && shown(file)
    },
  }),
  writes({
    method: 'delete',
    path: '/documents/:id',
    summary: 'Deletes a file',
    scope: 'documents:write',
    action: remove,
    params: idInput,
    response: z.object({ id: z.uuid() }),
    answer: ({ id }: { readonly id: string }) => ({ id }),
  }),
]
