import type { Database } from './database.ts'
import type { Tx } from './writer.ts'

/** The database that the application opened, and the transaction of the deed under way. */
type Means = { readonly root: Database; readonly transaction: Database }
const hidden = new WeakMap<Tx, Means>()

export function keepMeans(tx: Tx, means: Means): Tx {
  hidden.set(tx, means)
  return tx
}

/** For a library that brings its own SQL and must write inside the deed: features/accounts/auth.ts and nobody else. */
export function meansOf(tx: Tx): Means {
  const found = hidden.get(tx)
  if (!found) throw new Error('this transaction was not opened by action()')
  return found
}
