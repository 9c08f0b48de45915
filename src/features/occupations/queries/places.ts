import { type SQL, sql } from 'drizzle-orm'

/**
 * Where a page of an API list begins. Alphabetical lists go on after a row, by its sort key and id, and stay right while
 * rows come and go; a list by relevance has no such order to hold on to and goes on at a number.
 */
export type Order = { readonly key: SQL; readonly id: unknown }
const afterRow = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (.*)$/s
const atNumber = /^#(\d{1,6})$/

export const placeAfter = (id: string, key: string): string => `${id} ${key}`
export const placeAt = (number: number): string => `#${number}`

/** The condition that leaves out what came before; undefined at the beginning, or for a place of the other kind. */
export function isAfter({ key, id }: Order, place: string | null): SQL | undefined {
  const [, last, label] = afterRow.exec(place ?? '') ?? []
  return last === undefined ? undefined : sql`(${key}, ${id}) > (${label}, ${last}::uuid)`
}
export const numberIn = (place: string | null): number => Number(atNumber.exec(place ?? '')?.[1] ?? 0)
