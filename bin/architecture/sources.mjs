// Reads a tree of sources into what the rules ask about: place, layer, imports, words.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, posix, sep } from 'node:path'

/** Blanks comments out, so that an example in one is no violation; strings and templates stay. */
function withoutComments(text) {
  const token = /\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g
  return text.replace(token, (found) => (/^\/[*/]/.test(found) ? found.replace(/[^\n]/g, ' ') : found))
}

const specifiers = (code) => [
  ...[...code.matchAll(/^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm)].map(([, to]) => to),
  ...[...code.matchAll(/\bimport\s*(?:\(\s*)?['"]([^'"]+)['"]/g)].map(([, to]) => to),
]

/** Where a file stands: its layer, and inside a feature the name that is its layer there (actions/decide.ts: actions). */
function place(path) {
  const [top, layer, feature, name, ...deeper] = path.split('/')
  if (top !== 'src') return { layer: 'outside' } // package.json, bin, the demo's files
  if (feature === undefined && layer.includes('.')) return { layer: 'root' } // src/features.json
  if (layer !== 'features') return { layer }
  return {
    layer,
    feature,
    name: name === undefined ? feature : deeper.length > 0 ? name : name.replace(/\.[^/]*$/, ''),
  }
}

const isTest = (path) => /\.(test|types)\.tsx?$/.test(path) || /^testing\b/.test(basename(path))

function walk(root, folder) {
  if (!existsSync(join(root, folder))) return []
  const found = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort()
}

/** A tree from its files, path -> content: code files with their text and what they import. */
export function treeOf(contents) {
  const files = Object.entries(contents)
    .filter(([path]) => /\.(tsx?|mjs|css)$/.test(path))
    .map(([path, text]) => {
      const code = path.endsWith('.css') ? '' : withoutComments(text)
      const imports = specifiers(code).map((specifier) => {
        const isOurs = specifier.startsWith('.')
        const to = isOurs ? posix.join(dirname(path), specifier.replace(/\?.*$/, '')) : null
        return { specifier, to, there: to === null ? null : place(to) }
      })
      return { path, text, code, imports, isTest: isTest(path), ...place(path) }
    })
  return { paths: Object.keys(contents), features: JSON.parse(contents['src/features.json']), files }
}

/** The tree below src, bin and bench of a folder. */
export function readTree(root) {
  const paths = ['src', 'bin', 'bench'].flatMap((folder) => walk(root, folder))
  return treeOf(Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])))
}
export { isTest }
