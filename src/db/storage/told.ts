import { type Storage, StorageFailed } from './storage.ts'

/** The same storage, which also tells whoever runs the site when it fails: readers only get a sentence. */
export function toldOf(storage: Storage, tell: (error: StorageFailed) => void): Storage {
  const passed = (error: unknown): never => {
    if (error instanceof StorageFailed) tell(error)
    throw error
  }
  return {
    ...storage,
    put: (source, ready) => storage.put(source, ready).catch(passed),
    get: (key, range) => storage.get(key, range).catch(passed),
    remove: (key) => storage.remove(key).catch(passed),
  }
}
