const most = 500
/** Somebody may write by hand, past all actions: what is remembered is asked again after a minute. */
const lifetime = 60_000

/** What was asked of the database holds until something is written: `version` changes with every commit, on any node. */
export function memory(version: () => number) {
  const known = new Map<string, { made: number; until: number; value: Promise<unknown> }>()
  return <Value>(key: string, make: () => PromiseLike<Value>): Promise<Value> => {
    const found = known.get(key)
    if (found && found.made === version() && found.until > performance.now()) return found.value as Promise<Value>
    known.delete(key)
    if (known.size >= most) known.delete(known.keys().next().value as string)
    const value = (async () => make())() // a query is asked each time it is awaited: only once here
    known.set(key, { made: version(), until: performance.now() + lifetime, value })
    value.catch(() => known.delete(key))
    return value
  }
}
export type Remember = ReturnType<typeof memory>

/** Inside a deed nothing is remembered: it reads what it has just written. */
export const forgetful: Remember = async (_key, make) => make()
