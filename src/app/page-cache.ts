/** A page as it was answered to a visitor, cut at its nonce so that every answer gets a nonce of its own. */
type Kept = {
  readonly pieces: readonly string[]
  readonly length: number
  readonly headers: readonly (readonly [string, string])[]
  readonly until: number
}

const mostPages = 500
const longestPage = 400_000
/** Of all pages together: nobody fills the memory by asking for many long ones. */
const mostCharacters = 30_000_000
/** A page may speak of today or of "three days ago": it is made again after a minute even when nothing has changed. */
const lifetime = 60_000

/**
 * The pages that visitors without an account have just been shown. Any commit empties it, on every node (see changes.ts),
 * so a visitor never reads what is no longer true for longer than the notification takes.
 */
export function pageCache() {
  const pages = new Map<string, Kept>()
  let generation = 0
  let characters = 0
  const drop = (key: string) => {
    characters -= pages.get(key)?.length ?? 0
    pages.delete(key)
  }
  return {
    /** Ask before making a page, and give it with the page: one made while something changed is not kept. */
    generation: () => generation,
    get(key: string, nonce: string, now: number): { body: string; headers: Kept['headers'] } | null {
      const kept = pages.get(key)
      if (!kept || kept.until < now) return null
      return { body: kept.pieces.join(nonce), headers: kept.headers }
    },
    put(key: string, made: number, body: string, nonce: string, headers: Kept['headers'], now: number): void {
      if (made !== generation || body.length > longestPage) return
      drop(key)
      characters += body.length
      pages.set(key, { pieces: body.split(nonce), length: body.length, headers, until: now + lifetime })
      for (const oldest of pages.keys()) {
        if (pages.size <= mostPages && characters <= mostCharacters) break
        drop(oldest)
      }
    },
    clear: () => {
      generation++
      characters = 0
      pages.clear()
    },
  }
}
export type PageCache = ReturnType<typeof pageCache>
