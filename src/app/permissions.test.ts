import { describe, expect } from 'vitest'
import { openContext } from '../db/context.ts'
import type { Database } from '../db/database.ts'
import type { Reader } from '../db/reader.ts'
import { type Cast, castNames } from '../features/accounts/examples.ts'
import { type Actor, visitor } from '../kernel/actor.ts'
import type { Endpoint } from '../web/api.ts'
import { apiRoutes } from './api.ts'
import { silent } from './log.ts'
import { type site as openSite, origin, test } from './testing.ts'
import {
  allActions,
  allEndpoints,
  allGetRoutes,
  demands,
  pathsOf,
  prepareExamples,
  subjectsOf,
} from './testing-doors.ts'

/**
 * Every door against a fixed cast of people. The table is committed: a new door, or one that opens for somebody else,
 * shows in the diff. After looking at it, renew it: npx vitest run src/app/permissions.test.ts -u
 */
const preface = `# Who may pass which door. Made by permissions.test.ts; see there how to renew it.
# Pages and API: what a request is answered. Actions: whether the deed is allowed with the example as its subject.
`
type Site = ReturnType<typeof openSite>
type Line = readonly [title: string, ...cells: string[]]
const names: readonly Cast[] = castNames
/** Fixed: a longer title moves its own line only. */
const titleWidth = 64

const written = ([title, ...cells]: Line) =>
  title.padEnd(titleWidth) +
  cells
    .map((cell, column) => `  ${cell.padEnd(Math.max(3, names[column]?.length ?? 0))}`)
    .join('')
    .trimEnd()
const section = (title: string, lines: readonly Line[]) =>
  [[title, ...names] as const, ...lines].map(written).join('\n')
const allowed = (may: boolean) => (may ? 'yes' : '-')

/** The API with tokens that need no account: 'staff portal:read' in base64 is staff, with that scope. */
function apiFor(db: Database, endpoints: readonly Endpoint[], read: Reader, actors: ReadonlyMap<string, Actor>) {
  const tokenFor = (name: string, scope: string) => Buffer.from(`${name} ${scope}`).toString('base64url')
  const api = apiRoutes({
    endpoints,
    read,
    origin,
    log: silent,
    ownerOf: async (token) => {
      const [name = '', scope] = Buffer.from(token, 'base64url').toString('utf8').split(' ')
      const actor = actors.get(name)
      return actor ? ({ actor, scopes: scope ? [scope] : [] } as never) : null
    },
    contextFor: (actor, language, now, requestId) =>
      openContext({ actor, language, now, origin, requestId }, {
        db,
        enqueue: async () => {},
        reactions: new Map(),
        changed: () => {},
      } as never),
  })
  return async (method: string, path: string, name: Cast, scope: string): Promise<number> => {
    const headers: Record<string, string> =
      name === 'visitor' ? {} : { authorization: `Bearer ${tokenFor(name, scope)}` }
    return (await api.request(path, { method, headers })).status
  }
}

/** What each of the cast is answered, asked one after the other: they share one connection. */
async function answers(ask: (name: Cast) => Promise<number>): Promise<string[]> {
  const statuses: string[] = []
  for (const name of names) statuses.push(String(await ask(name)))
  return statuses
}

async function theCast(site: Site) {
  const actors = new Map<Cast, Actor>()
  const browsers = new Map<Cast, Awaited<ReturnType<Site['as']>>>()
  for (const name of names) {
    actors.set(name, name === 'visitor' ? visitor : await site.actor(name))
    browsers.set(name, await site.as(name))
  }
  return { actors, visit: async (name: Cast, path: string) => (await browsers.get(name)?.get(path))?.status ?? 0 }
}

describe('the doors of the application', () => {
  test('are open to those of whom the committed table says so', { timeout: 120_000 }, async ({ db, site }) => {
    const rows = await prepareExamples(db, site)
    const endpoints = allEndpoints(db)
    const reading = endpoints.filter(({ method }) => method === 'get').map(({ path }) => `/api/v1${path}`)
    const pages = pathsOf(allGetRoutes(site.app), rows)
    const api = pathsOf(reading, rows)
    const { subjects, missing } = subjectsOf([...allActions.keys()])
    expect(demands({ routes: [...pages.missing, ...api.missing], actions: missing })).toEqual([])

    const { actors, visit } = await theCast(site)
    const mayDo = (name: string) =>
      names.map((who) => {
        const actor = actors.get(who) ?? visitor
        return allowed(allActions.get(name)?.allow(actor, subjects.get(name)?.(rows, actor)) ?? false)
      })
    const pageLines: Line[] = []
    for (const [route, path] of pages.paths)
      pageLines.push([`GET ${route}`, ...(await answers((who) => visit(who, path)))])
    const ask = apiFor(db, endpoints, site.read, actors)
    const apiLines: Line[] = []
    for (const endpoint of endpoints) {
      const { method, path, scope } = endpoint
      const address = api.paths.get(`/api/v1${path}`)?.replace('/api/v1', '') ?? ''
      const cells =
        endpoint.method === 'get'
          ? await answers((who) => ask('GET', address, who, scope))
          : mayDo(endpoint.action.action)
      apiLines.push([`${method.toUpperCase()} /api/v1${path} (${scope})`, ...cells])
    }
    const actionLines = [...allActions.keys()].map((name): Line => [name, ...mayDo(name)])
    const table = [
      section('Pages', pageLines),
      section('Actions', actionLines),
      section('API, with a token of the scope', apiLines),
    ].join('\n\n')
    await expect(`${preface}\n${table}\n`).toMatchFileSnapshot('./permissions.txt')
  })

  test('need an example each: a door without one says what to add', () => {
    const { missing: routes } = pathsOf(['/', '/offers/:id'], {}, [])
    const { missing: actions } = subjectsOf(['offers.close'], [])
    expect(demands({ routes, actions })).toEqual([
      "GET /offers/:id has no example: add '/offers/:id': '/an/address' to examplePaths in its feature's examples.ts",
      "offers.close has no example: add 'offers.close': (rows) => subject to doors in src/features/offers/examples.ts",
    ])
  })

  test('of the API stay shut for a token without their scope', async ({ db, site }) => {
    const rows = await prepareExamples(db, site)
    const endpoints = allEndpoints(db)
    const actors = new Map([['administrator', await site.actor('administrator')]])
    const ask = apiFor(db, endpoints, site.read, actors)
    const { paths } = pathsOf(
      endpoints.map(({ path }) => `/api/v1${path}`),
      rows,
    )
    for (const { method, path } of endpoints) {
      const address = (paths.get(`/api/v1${path}`) ?? path.replaceAll(':', '')).replace('/api/v1', '')
      expect([path, await ask(method.toUpperCase(), address, 'administrator', 'other:read')]).toEqual([path, 403])
    }
  })
})
