import { sql } from 'drizzle-orm'
import type { Scope } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { document } from '../tables.ts'

/** Lets a file go within a deed of the feature that holds it; its bytes are removed by a job, unless another row speaks of them. */
export const dropFile = (tx: Tx, seen: Scope<typeof document>, id: string): Promise<number> =>
  tx.removeAll(seen, sql`${document.id} = ${id}`)
