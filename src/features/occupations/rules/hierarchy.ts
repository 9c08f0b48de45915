/** A step upward never leads back: `broader` of a skill that would close a circle is left out. */
export function hasCircle(from: string, to: string, broaderOf: (code: string) => readonly string[]): boolean {
  const seen = new Set<string>()
  const ahead = [to]
  for (let code = ahead.pop(); code !== undefined; code = ahead.pop()) {
    if (code === from) return true
    if (seen.has(code)) continue
    seen.add(code)
    ahead.push(...broaderOf(code))
  }
  return false
}
