// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the violations are sources written as texts
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
type Tree = Readonly<Record<string, string>>
type Change = Readonly<Record<string, string | null>>

const text = `export const text = featureText('one', { fr: {}, en: {} })`
/** A small tree that keeps the plan: two features, one file of each layer. */
const clean: Tree = {
  'src/features.json': '["accounts", "one", "two"]',
  'src/kernel/money.ts': `import { z } from 'zod'\nexport const cents = z.int()\nexport const day = (at: Date) => new Date(at)`,
  'src/kernel/text.ts': 'export const featureText = (_name: string, texts: object) => texts',
  'src/db/scope.ts': `import { cents } from '../kernel/money.ts'\nexport const scope = cents\nexport const narrow = cents`,
  'src/db/context.ts': 'export const inside = 1\nexport const openContext = 2',
  'src/db/action.ts': `import { inside } from './context.ts'\nexport const action = inside`,
  'src/ui/page.ts': `import { cents } from '../kernel/money.ts'\nexport const page = cents`,
  'src/ui/elements/main.ts': `import '../mark.svg'\nexport const started = true`,
  'src/web/routing.tsx': `import { page } from '../ui/page.ts'\nexport const routing = page`,
  'src/features/one/README.md': '# One',
  'src/features/one/text.ts': `import { featureText } from '../../kernel/text.ts'\n${text}`,
  'src/features/one/tables.ts': 'export const table = 1\nexport const check = sql`a from b`',
  'src/features/one/schema.ts': 'export const shape = 1',
  'src/features/one/rules.ts': 'export const rule = 1',
  'src/features/one/policy.ts': `import { scope } from '../../db/scope.ts'\nexport const visibleTo = scope`,
  'src/features/one/queries.ts': `import { narrow } from '../../db/scope.ts'\nexport const find = narrow\nexport const same = sql<boolean>\`\${a} is not distinct from \${b} and extract(year from now()) > 1 and name <> 'from'\``,
  'src/features/one/actions/decide.ts': `import { rule } from '../rules.ts'\nexport const decide = rule`,
  'src/features/one/examples.ts': `import { decide } from './actions/decide.ts'\nexport const example = decide`,
  'src/features/one/pages/show.tsx': 'export const show = 1',
  'src/features/one/one.test.ts': `import { example } from './examples.ts'\nimport { scope } from '../../db/scope.ts'\nexport const tested = [example, scope]`,
  'src/features/two/README.md': '# Two',
  'src/features/two/text.ts': text,
  'src/features/two/queries.ts': `import { find } from '../one/queries.ts'\nimport { decide } from '../one/actions/decide.ts'\nexport const found = [find, decide]`,
  'src/features/two/examples.ts': `import { example } from '../one/examples.ts'\nexport const more = example`,
  'src/app/settings.ts': 'export const port = process.env.PORT',
  'src/app/server.ts': `import { visibleTo } from '../features/one/policy.ts'\nimport { version } from '../../package.json'\nexport const served = [visibleTo, version]`,
  'bin/run.mjs': 'export const port = process.env.PORT',
}

/** The clean tree with these files put over it; null takes a file away. */
const changed = (change: Change): Tree =>
  Object.fromEntries(
    Object.entries({ ...clean, ...change }).filter((entry): entry is [string, string] => entry[1] !== null),
  )

/** What the script prints about the changed tree, and its exit code. */
async function printed(change: Change = {}) {
  const root = mkdtempSync(join(tmpdir(), 'passerelle-architecture-'))
  for (const [path, content] of Object.entries(changed(change))) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  const { stdout, code } = await run(process.execPath, ['bin/check-architecture.mjs', root]).then(
    (ended) => ({ ...ended, code: 0 }),
    (error: { stdout: string; code: number }) => error,
  )
  rmSync(root, { recursive: true })
  return { code, lines: stdout.trim().split('\n') }
}

type Rules = Record<string, (tree: unknown) => [path: string, sentence: string][]>
const [rulesPlace, sourcesPlace] = ['../../bin/architecture/rules.mjs', '../../bin/architecture/sources.mjs']
const { rules } = (await import(rulesPlace)) as { rules: Rules }
const { treeOf } = (await import(sourcesPlace)) as { treeOf: (contents: Tree) => unknown }

test('a tree that keeps the plan passes', async () => {
  expect(await printed()).toEqual({ code: 0, lines: [`${Object.keys(clean).length - 3} files keep the plan`] })
})

test('the script names the file, the reason and the rule, and ends with exit code 1', async () => {
  expect(await printed({ 'src/features/two/README.md': null })).toEqual({
    code: 1,
    lines: ['src/features/two: a feature explains itself in a README.md [feature-readme]'],
  })
})

const violations: readonly [rule: string, what: string, change: Change][] = [
  [
    'layers',
    'the kernel that knows the database',
    { 'src/kernel/b.ts': `import { scope } from '../db/scope.ts'\nexport const b = scope` },
  ],
  [
    'layers',
    'the database that knows pages',
    { 'src/db/b.ts': `import { page } from '../ui/page.ts'\nexport const b = page` },
  ],
  ['layers', 'pages that know the database', { 'src/ui/b.ts': `export const b = import('../db/scope.ts')` }],
  [
    'layers',
    'the web that knows a feature',
    { 'src/web/b.ts': `import type { find } from '../features/one/queries.ts'\nexport type B = typeof find` },
  ],
  [
    'layers',
    'a feature that knows the app',
    { 'src/features/one/jobs.ts': `import '../../app/settings.ts'\nexport const b = 1` },
  ],
  [
    'layers',
    'a feature that reads a file outside src',
    { 'src/features/one/jobs.ts': `import data from '../../../demo/x.json'\nexport const b = data` },
  ],
  ['own-layer', 'a layer of its own invention', { 'src/lib/b.ts': 'export const b = 1' }],
  [
    'elements',
    'server code in the browser',
    { 'src/ui/elements/b.ts': `import { page } from '../page.ts'\nexport const b = page` },
  ],
  [
    'pure-kernel',
    'a kernel that reads files',
    { 'src/kernel/b.ts': `import { readFileSync } from 'node:fs'\nexport const b = readFileSync` },
  ],
  ['pure-kernel', 'a kernel with a clock', { 'src/kernel/b.ts': 'export const b = () => new Date()' }],
  ['pure-kernel', 'a kernel with the other clock', { 'src/kernel/b.ts': 'export const b = () => Date.now()' }],
  [
    'pure-kernel',
    'a kernel that looks at the process',
    { 'src/kernel/b.ts': 'export const b = () => process.platform' },
  ],
  [
    'environment',
    'a second place that reads the environment',
    { 'src/app/b.ts': 'export const b = process.env.SECRET' },
  ],
  [
    'scope',
    'a query that mints a scope',
    {
      'src/features/one/queries.ts': `import { narrow, scope } from '../../db/scope.ts'\nexport const b = [narrow, scope]`,
    },
  ],
  [
    'scope',
    'the app that mints a scope',
    { 'src/app/b.ts': `import {\n  scope,\n} from '../db/scope.ts'\nexport const b = scope` },
  ],
  [
    'inside-context',
    'a feature that opens a context',
    { 'src/features/one/jobs.ts': `import { inside } from '../../db/context.ts'\nexport const b = inside` },
  ],
  [
    'raw-sql',
    'a query that reads a table by itself',
    { 'src/features/one/queries.ts': 'export const b = sql`select 1 from ${table}`' },
  ],
  [
    'raw-sql',
    'an action that joins inside another template',
    { 'src/features/one/actions/b.ts': 'export const b = sql`${[1].map((n) => `${n}`)} left join account on true`' },
  ],
  [
    'raw-sql',
    'an action that writes by itself',
    { 'src/features/one/actions/b.ts': 'export const b = sql<string>`insert into account values (1)`' },
  ],
  [
    'raw-sql',
    'a page with a subquery in a hole',
    { 'src/features/one/pages/b.tsx': 'export const b = sql`a = ${sql`(select b from c)`}`' },
  ],
  ['pockets', 'a drawer for everything', { 'src/web/utils.ts': 'export const b = 1' }],
  ['pockets', 'a folder for everything', { 'src/features/one/pages/helpers/b.tsx': 'export const b = 1' }],
  [
    'barrels',
    'a file that only passes on',
    { 'src/web/index.ts': `export * from './routing.tsx'\nexport { page } from '../ui/page.ts'` },
  ],
  ['size', 'a file of 401 lines', { 'src/web/b.ts': '// line\n'.repeat(401) }],
  [
    'tests',
    'a program that imports a test',
    {
      'src/web/b.test.ts': 'export const b = 1',
      'src/web/c.ts': `import { b } from './b.test.ts'\nexport const c = b`,
    },
  ],
  [
    'tests',
    'a program that imports what tests stand on',
    {
      'src/app/testing.ts': 'export const b = 1',
      'src/app/c.ts': `import { b } from './testing.ts'\nexport const c = b`,
    },
  ],
  [
    'cycles',
    'three files in a ring',
    {
      'src/web/a.ts': `import { b } from './b.ts'\nexport const a = b`,
      'src/web/b.ts': `import { c } from './c.ts'\nexport const b = c`,
      'src/web/c.ts': `import type { a } from './a.ts'\nexport const c = null as unknown as typeof a`,
    },
  ],
  ['feature-names', 'a file name that is no layer', { 'src/features/one/stuff.ts': 'export const b = 1' }],
  ['feature-names', 'a sign-in library outside accounts', { 'src/features/one/auth.ts': 'export const b = 1' }],
  [
    'feature-layers',
    'rules that know queries',
    { 'src/features/one/rules.ts': `import { find } from './queries.ts'\nexport const rule = find` },
  ],
  [
    'feature-layers',
    'tables that know a file in the folder of actions',
    { 'src/features/one/tables.ts': `import { decide } from './actions/decide.ts'\nexport const table = decide` },
  ],
  [
    'feature-examples',
    'a page with examples',
    { 'src/features/one/pages/show.tsx': `import { example } from '../examples.ts'\nexport const show = example` },
  ],
  [
    'feature-list',
    'a feature without a place in the order',
    { 'src/features/three/README.md': '# Three', 'src/features/three/text.ts': text },
  ],
  [
    'feature-order',
    'an earlier feature that knows a later one',
    {
      'src/features/one/queries.ts': `import { found } from '../two/queries.ts'\nexport const find = found`,
      'src/features/two/queries.ts': 'export const found = 1',
    },
  ],
  [
    'feature-public',
    'the policy of another feature',
    { 'src/features/two/jobs.ts': `import { visibleTo } from '../one/policy.ts'\nexport const b = visibleTo` },
  ],
  [
    'feature-public',
    'the words of another feature',
    { 'src/features/two/jobs.ts': `import { text } from '../one/text.ts'\nexport const b = text` },
  ],
  ['feature-readme', 'a feature that does not explain itself', { 'src/features/two/README.md': null }],
  [
    'feature-text',
    'a feature without English',
    { 'src/features/two/text.ts': `export const text = featureText('two', { fr: {} })` },
  ],
  ['feature-text', 'a feature without words', { 'src/features/two/text.ts': null }],
]

test.for(violations)('%s refuses %s', ([rule, , change]) => {
  expect(rules[rule]?.(treeOf(changed(change)))).not.toEqual([])
})

test('every rule has a violation here', () => {
  expect(new Set(violations.map(([rule]) => rule))).toEqual(new Set(Object.keys(rules)))
})
