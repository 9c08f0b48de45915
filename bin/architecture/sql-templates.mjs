// Finds sql`...` in a source and says whether its own words read or write tables.

/** The text of a template from its first character to its closing backtick, with ${...} left out. */
function templateAt(code, start) {
  let text = ''
  for (let at = start; at < code.length; at++) {
    if (code[at] === '\\') at++
    else if (code[at] === '`') return text
    else if (code.startsWith('${', at)) {
      at = endOfHole(code, at + 2)
      text += ' ? '
    } else text += code[at]
  }
  return text
}

/** The place of the brace that closes a hole; templates inside it are skipped as a whole. */
function endOfHole(code, start) {
  let depth = 1
  for (let at = start; at < code.length; at++) {
    if (code[at] === '{') depth++
    else if (code[at] === '}' && --depth === 0) return at
    else if (code[at] === '`') at = endOfTemplate(code, at + 1)
  }
  return code.length
}
function endOfTemplate(code, start) {
  for (let at = start; at < code.length; at++) {
    if (code[at] === '\\') at++
    else if (code[at] === '`') return at
    else if (code.startsWith('${', at)) at = endOfHole(code, at + 2)
  }
  return code.length
}

/** `from` is also a word of expressions: is distinct from, extract(year from x), substring(x from 2), trim(both from x). */
const harmless = /\bis\s+(not\s+)?distinct\s+from\b|\b(extract|substring|trim|overlay|position)\s*\([^()]*\bfrom\b/gi
const reads = /\b(from|join)\b|\binsert\s+into\b|\bupdate\s+\S+\s+set\b|\bmerge\s+into\b|\btruncate\b/i
const strings = /'(?:''|[^'])*'/g

export function sqlTemplates(code) {
  return [...code.matchAll(/\bsql(?:\s*<[^`;]*?>)?\s*`/g)].map((found) => {
    const text = templateAt(code, found.index + found[0].length)
    const words = text.replace(strings, "''").replace(harmless, ' ')
    return { line: code.slice(0, found.index).split('\n').length, readsTables: reads.test(words) }
  })
}
