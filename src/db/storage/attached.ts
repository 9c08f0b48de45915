import type { Database } from '../database.ts'
import type { Storage } from './storage.ts'

/** The files belong to the database: whoever reads its rows within a scope reaches their bytes, and nobody else. */
const storages = new WeakMap<Database, Storage>()
const databases = new WeakMap<object, Database>()

export const attachStorage = (db: Database, storage: Storage): void => {
  storages.set(db, storage)
}
/** Called where readers and writers are made. */
export function comesFrom<Handle extends object>(handle: Handle, db: Database): Handle {
  databases.set(handle, db)
  return handle
}
/** Where the files of this reader's or writer's database are. */
export function storageOf(handle: object): Storage {
  const db = databases.get(handle)
  const storage = db && storages.get(db)
  if (!storage) throw new Error('no storage was attached to this database')
  return storage
}
