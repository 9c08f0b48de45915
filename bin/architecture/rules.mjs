// The plan of docs/architecture.md as rules: each is a name, and a function from the tree to [file, sentence] pairs.
import { basename } from 'node:path'
import { cycles } from './cycles.mjs'
import { featureRules } from './feature-rules.mjs'
import { isTest } from './sources.mjs'
import { sqlTemplates } from './sql-templates.mjs'

const mayImport = {
  kernel: ['kernel'],
  db: ['kernel', 'db'],
  ui: ['kernel', 'ui'],
  web: ['kernel', 'db', 'ui', 'web'],
  features: ['kernel', 'db', 'ui', 'web', 'features'],
  app: ['kernel', 'db', 'ui', 'web', 'features', 'app', 'root', 'outside'],
}
/** What the kernel may use of packages: both compute, neither reads nor writes. */
const purePackages = new Set(['zod', 'i18next', 'fast-check', 'vitest'])
const outside =
  /\b(Date\.now\s*\(|new Date\(\s*\)|performance\.now|process\.|fetch\s*\(|set(Timeout|Interval)\s*\(|console\.)/
const pockets = /^(utils?|helpers?|common|services?|misc|shared|managers?)$/i
const mostLines = 400

const product = (files) => files.filter((file) => file.path.startsWith('src/') && !file.isTest)
const importsOf = (files) => files.flatMap((file) => file.imports.filter(({ to }) => to).map((found) => [file, found]))

export const rules = {
  layers: ({ files }) =>
    importsOf(product(files))
      .filter(([file, { there }]) => !mayImport[file.layer]?.includes(there.layer))
      .map(([file, { to, there }]) => [file.path, `${file.layer} may not know ${there.layer} (${to})`]),

  'own-layer': ({ files }) =>
    product(files)
      .filter(({ layer }) => !(layer in mayImport) && layer !== 'root')
      .map(({ path, layer }) => [path, `there is no layer ${layer}`]),

  elements: ({ files }) =>
    importsOf(product(files))
      .filter(([{ path }, { to }]) => path.startsWith('src/ui/elements/') && !to.startsWith('src/ui/elements/'))
      .filter(([, { to }]) => /\.(tsx?|json)$/.test(to)) // pictures and style sheets are no code
      .map(([{ path }, { to }]) => [
        path,
        `what runs in the browser imports only src/ui/elements and packages (${to})`,
      ]),

  'pure-kernel': ({ files }) =>
    product(files)
      .filter(({ layer }) => layer === 'kernel')
      .flatMap(({ path, code, imports }) => [
        ...imports
          .filter(({ specifier, to }) => !to && !purePackages.has(specifier.split('/')[0]))
          .map(({ specifier }) => [path, `the kernel reads and writes nothing (${specifier})`]),
        ...(outside.test(code)
          ? [[path, `the kernel has no clock and no environment (${outside.exec(code)[0].trim()})`]]
          : []),
      ]),

  environment: ({ files }) =>
    product(files)
      .filter(
        ({ path, code }) =>
          path !== 'src/app/settings.ts' && /\bprocess\s*(\?\.|\.)\s*env\b|\bimport\.meta\.env\b/.test(code),
      )
      .map(({ path }) => [path, 'only src/app/settings.ts looks at the environment']),

  scope: ({ files }) =>
    product(files)
      .filter(({ layer, name }) => layer !== 'db' && name !== 'policy')
      .filter(({ code }) =>
        /import\s*\{[^}]*\b(scope|within)\b(?!\w)[^}]*\}\s*from\s*['"][^'"]*db\/scope\.ts['"]/.test(code),
      )
      .map(({ path }) => [path, 'only a policy mints a scope']),

  'inside-context': ({ files }) =>
    product(files)
      .filter(({ layer }) => layer !== 'db')
      .filter(({ code }) => /import\s*\{[^}]*\binside\b[^}]*\}\s*from\s*['"][^'"]*db\/context\.ts['"]/.test(code))
      .map(({ path }) => [path, 'only src/db opens a context']),

  'raw-sql': ({ files }) =>
    product(files)
      .filter(({ layer, name }) => ['features', 'web', 'ui'].includes(layer) && name !== 'policy' && name !== 'tables')
      .flatMap(({ path, code }) =>
        sqlTemplates(code)
          .filter(({ readsTables }) => readsTables)
          .map(({ line }) => [`${path}:${line}`, 'SQL that reads or writes tables by itself passes by the scopes']),
      ),

  pockets: ({ paths }) =>
    paths.flatMap((path) => {
      const pocket = path.split('/').find((part) => pockets.test(part.replace(/\..*$/, '')))
      return pocket ? [[path, `"${pocket}" says nothing: name it after what it does`]] : []
    }),

  barrels: ({ files }) =>
    files
      .filter(({ path }) => /\.tsx?$/.test(path))
      .filter(
        ({ code }) =>
          /\bexport\b[^'"`;]*\bfrom\b/.test(code) &&
          code.replace(/export\s[^'"`;]*?from\s*['"][^'"]*['"];?/g, '').trim() === '',
      )
      .map(({ path }) => [path, 'a file that only passes on what others export']),

  size: ({ files }) =>
    files
      .map(({ path, text }) => [path, text.split('\n').length - 1])
      .filter(([, lines]) => lines > mostLines)
      .map(([path, lines]) => [path, `${lines} lines, the most is ${mostLines}`]),

  tests: ({ files }) =>
    importsOf(product(files))
      .filter(([, { to }]) => isTest(to))
      .map(([{ path }, { to }]) => [path, `the program imports no test (${basename(to)})`]),

  cycles: ({ files }) => cycles(product(files)).map((ring) => [ring[0], `a ring of imports: ${ring.join(' -> ')}`]),

  ...featureRules,
}
