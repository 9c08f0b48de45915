// npm start, npm test, npm run dev, ...: installs when needed, builds when needed, then does the job.
// Plain JavaScript for any Node from 20 on; the job itself runs on the Node that package.json pins.
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, isBuilt } from './build.mjs'
import { runChecks } from './checks.mjs'
import { install, isInstalled, node } from './install.mjs'

const calledFrom = process.env.INIT_CWD ?? process.cwd() // file names on the command line are meant from there
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
const [job = 'start', ...rest] = process.argv.slice(2)
const program = ['--enable-source-maps', 'dist/server/main.js']

/** Runs the job in this terminal and ends as it ends. */
function run(args, environment = {}) {
  const child = spawn(node, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'], // the channel tells the job when this process is killed
    env: { ...environment, ...process.env, INIT_CWD: calledFrom },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm passes a signal to its shell, and the shell dies of it without passing it on: when it is gone, so is the wish to run.
  const parent = process.ppid
  const isOrphan = () => process.env.npm_lifecycle_event !== undefined && process.ppid !== parent
  const watch = setInterval(() => isOrphan() && child.kill('SIGTERM') && clearInterval(watch), 200)
  child.on('error', (error) => {
    console.error(`${node} does not run: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code) => process.exit(code ?? 1))
}
// Keeps compiled code between starts: a quarter of a start is reading the packages.
const production = { NODE_ENV: 'production', NODE_COMPILE_CACHE: 'node_modules/.cache/compiled' }
const jobs = {
  start: () => run([...program, 'start', ...rest], production),
  passerelle: () => run([...program, ...rest], production),
  dev: () => run(['node_modules/vite/bin/vite.js', ...(process.env.PORT ? ['--port', process.env.PORT] : []), ...rest]),
  bench: () => run(['bench/run.ts', ...rest], production),
  build: () => {},
  check: () => runChecks({ browser: false, rest }),
  test: () => runChecks({ browser: true, rest }),
}
const needsBuild = new Set(['start', 'passerelle', 'bench'])

if (!Object.hasOwn(jobs, job)) {
  console.error(`There is no job "${job}"; there are ${Object.keys(jobs).join(', ')}.`)
  process.exit(2)
}
const fail = (what) => (job === 'test' || job === 'check' ? console.log(`✗ ${what}\n0 passed, 1 failed`) : null)
if (!isInstalled() && !(await install())) {
  fail('install')
  process.exit(1)
}
if ((job === 'build' || (needsBuild.has(job) && !isBuilt())) && !(await build())) process.exit(1)
await jobs[job]()
