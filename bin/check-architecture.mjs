// Checks that the sources keep the plan of docs/architecture.md: one line for each problem, and exit code 1.
// Another folder can be given: node bin/check-architecture.mjs <folder that contains src>
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rules } from './architecture/rules.mjs'
import { readTree } from './architecture/sources.mjs'

const root = resolve(process.argv[2] ?? dirname(dirname(fileURLToPath(import.meta.url))))
const tree = readTree(root)
const problems = Object.entries(rules).flatMap(([rule, find]) =>
  find(tree).map(([path, why]) => `${path}: ${why} [${rule}]`),
)
console.log(problems.length ? problems.join('\n') : `${tree.files.length} files keep the plan`)
process.exitCode = problems.length ? 1 : 0
