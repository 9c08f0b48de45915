/** How many of the skills asked for somebody has, and which are missing, in the order in which they were asked. */
export function matchOf(asked: readonly string[], held: readonly string[]) {
  const has = new Set(held)
  return {
    matched: asked.filter((one) => has.has(one)),
    missing: asked.filter((one) => !has.has(one)),
  }
}
