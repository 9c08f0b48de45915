import { historyOf } from '../../../db/journal.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Actor } from '../../../kernel/actor.ts'
import * as policy from '../policy.ts'
import { ownerNames } from './owners.ts'

/** The deeds on one sheet with the names of who did them: for those who may edit it, nothing for anybody else. */
export async function history(read: Reader, actor: Actor, id: string) {
  const deeds = await historyOf(read, policy.historiesVisibleTo(actor), id)
  const names = await ownerNames(
    read,
    deeds.map(({ actorId }) => actorId),
  )
  return deeds.map((deed) => ({ ...deed, actorName: names.get(deed.actorId ?? '') ?? null }))
}
export type HistoryEntry = Awaited<ReturnType<typeof history>>[number]
