/** Fewer than this are never suspicious: a small site, a first day. */
const fewest = 20

/** Whether so many objects without a row point to a mistake rather than to leftovers. */
export const looksWrong = (strangers: number, objects: number): boolean => strangers > fewest && strangers * 2 > objects

/** What comes one by one, in groups of at most `size`. */
export async function* inBatches<Item>(items: AsyncIterable<Item>, size: number): AsyncIterable<readonly Item[]> {
  let batch: Item[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
