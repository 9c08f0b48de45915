import { createHash } from 'node:crypto'
import { Hono, type Context as HonoContext } from 'hono'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Context } from '../db/context.ts'
import type { Reader } from '../db/reader.ts'
import { type Actor, visitor } from '../kernel/actor.ts'
import { Forbidden, NotFound } from '../kernel/errors.ts'
import { isLanguage, type Language } from '../kernel/language.ts'
import { parse } from '../kernel/parse.ts'
import { apiLimits, type Endpoint, type TokenScope } from '../web/api.ts'
import { clientAddress } from '../web/client-address.ts'
import type { Log } from './log.ts'
import { noObject, problem, problemOf } from './problem.ts'

/** Who a personal token speaks for, and what it may do. Null: unknown, expired or revoked. */
export type TokenOwner = { readonly actor: Actor; readonly scopes: readonly TokenScope[] }
type Means = {
  readonly endpoints: readonly Endpoint[]
  readonly read: Reader
  readonly origin: string
  readonly log: Log
  readonly ownerOf: (token: string, now: Date) => Promise<TokenOwner | null>
  readonly contextFor: (actor: Actor, language: Language, now: Date, requestId: string) => Context
}
type ApiEnv = { Variables: { readonly requestId: string; owner: TokenOwner | null; language: Language } }

const windowSeconds = 60

/** A client that has the answer already still wants to know its limits, and what to name when it asks for help. */
const retainedHeaders = [...RETAINED_304_HEADERS, 'ratelimit', 'ratelimit-policy', 'x-request-id']

export const languageOf = (c: HonoContext): Language => {
  const wanted = c.req.header('accept-language')?.slice(0, 2).toLowerCase()
  return isLanguage(wanted) ? wanted : 'fr'
}

async function jsonBody(c: HonoContext): Promise<unknown> {
  const text = await c.req.text()
  if (text === '') return {}
  // PostgreSQL has no text with a NUL in it.
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '') : value))
}
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** One value is a text; a parameter that is repeated is a list, and refused where only one value makes sense. */
const asked = (queries: Readonly<Record<string, string[]>>) =>
  Object.fromEntries(Object.entries(queries).map(([name, values]) => [name, values.length > 1 ? values : values[0]]))

/** What leaves is what the endpoint declares: a row that gains a column does not publish it. */
const declared = ({ response }: Endpoint, answer: unknown) => response.parse(answer) as object

/** What an address answers to methods that it does not have: GET brings HEAD with it. */
function allowOf(endpoints: readonly Endpoint[], path: string): string {
  const methods = endpoints.filter((one) => one.path === path).map(({ method }) => method.toUpperCase())
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
}

/** The JSON API below /api/v1: the same queries and actions as the pages. */
export function apiRoutes({ endpoints, read, origin, log, ownerOf, contextFor }: Means) {
  const limiters = {
    token: new RateLimiterMemory({ points: apiLimits.token, duration: windowSeconds }),
    address: new RateLimiterMemory({ points: apiLimits.address, duration: windowSeconds }),
  }
  const api = new Hono<ApiEnv>()

  api.use(async (c, next) => {
    c.set('language', languageOf(c))
    c.header('vary', 'accept-language, authorization')
    c.header('cache-control', 'private, no-cache')
    const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const owner = bearer ? await ownerOf(bearer, new Date()) : null
    c.set('owner', owner)
    // Somebody who tries tokens is counted by address, like everybody without one.
    const kind = owner ? 'token' : 'address'
    const key = bearer && owner ? createHash('sha256').update(bearer).digest('base64url') : clientAddress(c)
    const spent = await limiters[kind].consume(key).catch((refused: RateLimiterRes) => refused)
    const reset = Math.ceil(spent.msBeforeNext / 1000)
    c.header('ratelimit-policy', `"default";q=${apiLimits[kind]};w=${windowSeconds}`)
    c.header('ratelimit', `"default";r=${Math.max(0, spent.remainingPoints)};t=${reset}`)
    if (spent.consumedPoints > apiLimits[kind]) {
      c.header('retry-after', String(reset))
      return problem(c, 429, c.var.language)
    }
    if (c.req.header('authorization') && !owner) {
      c.header('www-authenticate', 'Bearer')
      return problem(c, 401, c.var.language)
    }
    return /%00/.test(c.req.url) ? problem(c, 404, c.var.language) : next()
  })
  api.use(etag({ retainedHeaders }))

  for (const endpoint of endpoints) {
    api.on(endpoint.method.toUpperCase(), endpoint.path, async (c) => {
      const { owner, language, requestId } = c.var
      if (owner && !owner.scopes.includes(endpoint.scope)) throw new Forbidden()
      const actor = owner?.actor ?? visitor
      const params = endpoint.params ? parse(endpoint.params, c.req.param(), language) : {}
      if (endpoint.method === 'get') {
        const query = endpoint.query ? parse(endpoint.query, asked(c.req.queries()), language) : {}
        const answer = await endpoint.run({ read, actor, language, params, query, origin } as never)
        if (answer === null) throw new NotFound()
        return c.json(declared(endpoint, answer))
      }
      if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? 'application/json'))
        return problem(c, 415, language)
      const body = await jsonBody(c).catch(() => undefined)
      if (!isObject(body)) return noObject(c, language)
      const input = { ...(body as object), ...params }
      const answer = await endpoint.run(contextFor(actor, language, new Date(), requestId), input)
      return endpoint.status === 204 ? c.body(null, 204) : c.json(declared(endpoint, answer), endpoint.status ?? 200)
    })
  }
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path)))
    api.all(path, (c) => {
      c.header('allow', allowOf(endpoints, path))
      return c.req.method === 'OPTIONS' ? c.body(null, 204) : problem(c, 405, c.var.language)
    })
  // Not notFound(): an application that is mounted in another one does not keep its own.
  api.all('*', (c) => problem(c, 404, c.var.language))
  api.onError((error, c) => {
    const answer = problemOf(c, error, c.var.language ?? 'fr', c.var.requestId)
    if (answer.status === 500) log.error({ requestId: c.var.requestId, err: error }, 'defect')
    return answer
  })
  return api
}
