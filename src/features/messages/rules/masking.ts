/** What stands in a kept text where the name or the address of somebody erased stood. */
export const mask = '[…]'

const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
/**
 * A pattern of PostgreSQL (and of JavaScript) for what names somebody: their whole name, however it is spaced, and their
 * address. Their first name alone stays: it may be somebody else's.
 */
export function namesOf({ name, email }: { readonly name: string; readonly email: string }): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const whole = words.length > 1 ? [words.map(escaped).join('\\s+')] : []
  return [escaped(email), ...whole].join('|')
}
