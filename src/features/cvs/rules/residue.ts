import { isDeepStrictEqual } from 'node:util'
import type { Item } from '../schema/resume.ts'

/**
 * What an entry of a resume said that the profile has no field for, or says in other words: kept beside the profile's row
 * and put back when the entry leaves again, as long as the person has not changed that field since. So the two laws of a
 * lens hold: what comes in and leaves is the same, and what leaves and comes back is the same.
 */
export type Residue = {
  /** As it came. */
  readonly kept?: Item
  /** What the profile makes of those fields: another value today is the person's own and wins. */
  readonly was?: Item
  /** Fields that the profile writes and the entry did not have, with what it wrote then. */
  readonly absent?: Item
}

export function residueOf(original: Item, written: Item): Residue | null {
  const kept = Object.entries(original).filter(([key, value]) => !isDeepStrictEqual(value, written[key]))
  const absent = Object.entries(written).filter(([key]) => !(key in original))
  if (kept.length === 0 && absent.length === 0) return null
  const was = kept.filter(([key]) => key in written).map(([key]) => [key, written[key]] as const)
  return {
    ...(kept.length > 0 && { kept: Object.fromEntries(kept) }),
    ...(was.length > 0 && { was: Object.fromEntries(was) }),
    ...(absent.length > 0 && { absent: Object.fromEntries(absent) }),
  }
}

export function restored(written: Item, residue: Residue | null | undefined): Item {
  if (!residue) return written
  const { kept = {}, was = {}, absent = {} } = residue
  const own = Object.entries(written).filter(
    ([key, value]) => !(key in absent && isDeepStrictEqual(absent[key], value)),
  )
  const back = Object.entries(kept).filter(([key]) => isDeepStrictEqual(written[key], was[key]))
  return { ...Object.fromEntries(own), ...Object.fromEntries(back) }
}

/** An entry of a list that no row of a profile can hold (a network without an address), and its place. */
export type Unplaced = { readonly list: string; readonly at: number; readonly item: Item }
export function insertUnplaced(items: readonly Item[], unplaced: readonly Unplaced[]): Item[] {
  const whole = [...items]
  for (const { at, item } of unplaced) whole.splice(Math.min(at, whole.length), 0, item)
  return whole
}
