import type { AnyAction } from '../db/action.ts'
import type { Database } from '../db/database.ts'
import { writer } from '../db/writer.ts'
import { openAccounts } from '../features/accounts/auth.ts'
import type { Cast } from '../features/accounts/examples.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Examples, Rows } from '../web/examples.ts'
import { featureList } from './features.ts'
import type { site } from './testing.ts'

type Site = ReturnType<typeof site>
const modules = <Exports>(found: Record<string, unknown>) => Object.entries(found as Record<string, Exports>)
const order = featureKeys()

function featureKeys(): readonly string[] {
  const [names] = Object.values(import.meta.glob<string[]>('../features.json', { eager: true, import: 'default' }))
  return names ?? []
}
const featureIn = (path: string) => /features\/([^/]+)\//.exec(path)?.[1] ?? ''
const place = ([path]: [string, unknown]) => order.indexOf(featureIn(path))

/** The examples of all features, in the order of the features. */
const examples = modules<Examples>(
  import.meta.glob(['../features/*/examples.ts', '../features/*/examples/*.ts'], { eager: true }),
)
  .sort((one, other) => place(one) - place(other))
  .map(([, exports]) => exports)

const isAction = (value: unknown): value is AnyAction =>
  typeof value === 'function' && 'action' in value && 'allow' in value

/** Every action that a feature exports, by its name. */
export const allActions: ReadonlyMap<string, AnyAction> = byName(
  modules<Record<string, unknown>>(
    import.meta.glob(['../features/*/actions.ts', '../features/*/actions/**/*.ts', '!**/*.test.ts'], { eager: true }),
  ).flatMap(([, exports]) => Object.values(exports).filter(isAction)),
)

/** The journal and the reactions know a deed by its name: two of one name would be one door in the table. */
function byName(actions: readonly AnyAction[]): ReadonlyMap<string, AnyAction> {
  const named = new Map<string, AnyAction>()
  for (const one of actions.toSorted((a, b) => (a.action < b.action ? -1 : 1))) {
    if ((named.get(one.action) ?? one) !== one) throw new Error(`two actions have the name ${one.action}`)
    named.set(one.action, one)
  }
  return named
}

/** The endpoints of the API of all features. */
export const allEndpoints = (db: Database) =>
  featureList({ accounts: openAccounts(db, { secret: 'secret '.repeat(8), origin: 'http://localhost' }) }).flatMap(
    (feature) => feature.api ?? [],
  )

/** Every GET route of the application but those of the API, as it is declared and in French: English ones are the same. */
export const allGetRoutes = ({ routes }: { routes: readonly { method: string; path: string }[] }): string[] =>
  [...new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))]
    .filter((path) => !/^\/(en|api\/v1)(\/|$)/.test(path))
    .sort()

/** Makes what the examples of all features speak of. */
export async function prepareExamples(db: Database, site: Site): Promise<Rows> {
  const rows: Record<string, unknown> = {}
  const stage = {
    tx: writer(db, () => {}),
    read: site.read,
    context: (actor: Actor) => site.context(actor),
    person: (name: string) => site.personOf(name as Cast),
    actor: (name: string) => site.actor(name as Cast),
    rows,
  }
  for (const { prepare } of examples) Object.assign(rows, await prepare?.(stage))
  return rows
}

/** Addresses of the application's own routes with parameters. */
const ownPaths = { '/sitemaps/:file{[0-9]+\\.xml}': '/sitemaps/1.xml' }

/** The example of a route; an endpoint of the API without one has that of the page with the same path. */
function exampleOf(known: NonNullable<Examples['examplePaths']>, route: string, rows: Rows): string | undefined {
  const own = known[route]
  const page = route.startsWith('/api/v1/') ? known[route.slice('/api/v1'.length)] : undefined
  const written = (example: string | ((rows: Rows) => string)) =>
    typeof example === 'string' ? example : example(rows)
  return own !== undefined ? written(own) : page !== undefined ? `/api/v1${written(page)}` : undefined
}

/** Routes that nobody sees in a cluster where nothing is configured. */
export const whenConfigured = (given: readonly Examples[] = examples) =>
  new Set(given.flatMap((one) => one.whenConfigured ?? []))

/** An address for each route: its own, or the example for its parameters. Routes without an example are named apart. */
export function pathsOf(routes: readonly string[], rows: Rows, given: readonly Examples[] = examples) {
  const known = Object.assign({}, ownPaths, ...given.map(({ examplePaths }) => examplePaths))
  const paths = new Map<string, string>()
  const missing: string[] = []
  for (const route of routes) {
    // An address without parameters may still need a question: ?name=…
    const path = exampleOf(known, route, rows) ?? (/[:*]/.test(route) ? undefined : route)
    if (path === undefined) missing.push(route)
    else paths.set(route, path)
  }
  return { paths, missing }
}

/** How to make each action's subject. Actions without one are named apart. */
export function subjectsOf(actions: readonly string[], given: readonly Examples[] = examples) {
  const known = Object.assign({}, ...given.map(({ doors }) => doors)) as NonNullable<Examples['doors']>
  return {
    subjects: new Map(actions.flatMap((name) => (known[name] ? [[name, known[name]] as const] : []))),
    missing: actions.filter((name) => !known[name]),
  }
}

/** What to add where an example is missing, in sentences. */
export const demands = (missing: {
  readonly routes: readonly string[]
  readonly actions: readonly string[]
}): string[] => [
  ...missing.routes.map(
    (route) =>
      `GET ${route} has no example: add '${route}': '/an/address' to examplePaths in its feature's examples.ts`,
  ),
  ...missing.actions.map(
    (name) =>
      `${name} has no example: add '${name}': (rows) => subject to doors in src/features/${name.split('.')[0]}/examples.ts`,
  ),
]
