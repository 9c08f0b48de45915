import { z } from 'zod'
import { type Endpoint, writes } from '../../../web/api.ts'
import { retireSector, reviveSector, saveSector } from '../actions/sectors.ts'
import { doneShape } from '../schema/answer.ts'

const idOnly = z.object({ id: z.uuid() })
const done = {
  scope: 'organisations:write' as const,
  response: doneShape,
  answer: ({ id }: { readonly id: string }) => ({ id }),
}
export const sectorApi: readonly Endpoint[] = [
  writes({ ...done, method: 'post', path: '/sectors', summary: 'Add a sector', action: saveSector, status: 201 }),
  writes({
    ...done,
    method: 'put',
    path: '/sectors/:id',
    summary: 'Change a sector',
    action: saveSector,
    params: idOnly,
  }),
  writes({
    ...done,
    method: 'delete',
    path: '/sectors/:id',
    summary: 'No longer offer a sector',
    action: retireSector,
    params: idOnly,
  }),
  writes({
    ...done,
    method: 'post',
    path: '/sectors/:id/revival',
    summary: 'Offer a sector again',
    action: reviveSector,
    params: idOnly,
  }),
]
