/** Lower case without accents: « Émile-Cohl » -> 'emile-cohl'. For comparing names and for addresses. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss')

/** A piece of an address: words joined by hyphens, at most 80 characters, never empty. */
export const slugOf = (text: string): string =>
  plain(text)
    .replace(/[’']/g, '-')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '') || 'x'

/** The first of slug, slug-2, slug-3... that is not taken. */
export function freeSlug(wished: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wished)) return wished
  for (let n = 2; ; n++) if (!taken.has(`${wished}-${n}`)) return `${wished}-${n}`
}
