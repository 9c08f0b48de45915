/** What a parser made of XML (attributes under '@', text under '#text') or JSON. */
export type Tree = { readonly [key: string]: unknown }

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : [value]

/** What stands at a path; the first of a list on the way. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found: unknown = value
  for (const key of path) {
    const [first] = listOf(found)
    found = isTree(first) ? first[key] : undefined
  }
  return found
}
/** All entries of a list: XML has them in a wrapper (`WorkExperienceList.WorkExperience`), JSON without one. */
export const many = (value: unknown, name: string): readonly unknown[] => {
  const wrapped = listOf(at(value, `${name}List`, name))
  return wrapped.length > 0 ? wrapped : listOf(at(value, name))
}

/** The text of a node, whatever attributes it has. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const [found] = listOf(at(value, ...path))
  const text = isTree(found) ? found['#text'] : found
  if (typeof text === 'number') return String(text)
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}
export const attribute = (value: unknown, name: string): string | undefined => textAt(value, `@${name}`)

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: '\u00a0',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ugrave: 'ù',
  ucirc: 'û',
  icirc: 'î',
  iuml: 'ï',
  euro: '€',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
}
const codePoint = (code: number) => (code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : '')
const unescaped = (text: string): string =>
  text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{2,8});/gi, (whole, name: string) => {
    if (name[0] !== '#') return entities[name] ?? whole
    return codePoint(name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
  })

/** Europass keeps descriptions as HTML: paragraphs and lists become lines. */
export function plainText(html: string | undefined): string | undefined {
  if (html === undefined) return undefined
  const tags = /<[a-z/!][^>]*>/i.test(html) ? html : unescaped(html)
  const lines = tags
    .replace(/<li[^>]*>/gi, '\n• ')
    .replace(/<(br|\/p|\/div|\/li|\/h\d|\/ul|\/ol)[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
  const text = unescaped(lines)
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '•')
    .join('\n')
  return text === '' ? undefined : text
}

/** Lines of a list are highlights, the others the summary: each has its field in a resume. */
export function pointsOf(text: string | undefined) {
  const lines = text?.split('\n') ?? []
  const points = lines.filter((line) => line.startsWith('• ')).map((line) => line.slice(2))
  const others = lines.filter((line) => !line.startsWith('• '))
  return {
    summary: others.length > 0 ? others.join('\n') : undefined,
    highlights: points.length > 0 ? points : undefined,
  }
}

/** Without the fields that say nothing. */
export function filled<Shape extends Record<string, unknown>>(item: Shape): Shape {
  const said = Object.entries(item).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(said) as Shape
}
export const isBlank = (item: object) => Object.keys(item).length === 0

const cefr = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']
/** Europass gives up to five levels for one language (listening, reading...): the one in the middle, the lower of two. */
export function middleLevel(levels: readonly (string | undefined)[]): string | undefined {
  const known = levels.map((level) => cefr.indexOf((level ?? '').toUpperCase())).filter((place) => place >= 0)
  known.sort((one, other) => one - other)
  return cefr[known[Math.floor((known.length - 1) / 2)] ?? -1]
}

/** 'https://' in front of an address without it; nothing when it is no address. */
export function webAddress(written: string | undefined): string | undefined {
  if (!written || /\s/.test(written) || !written.includes('.')) return undefined
  return /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`
}
