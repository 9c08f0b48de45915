import type { z } from 'zod'
import type { AnyAction } from '../db/action.ts'
import type { Context } from '../db/context.ts'
import type { Reader } from '../db/reader.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Language } from '../kernel/language.ts'

/** 'organisations:read': what a personal token may do, on top of what its owner may do. */
export type TokenScope = `${string}:${'read' | 'write'}`

/** Requests a minute: by token, or by address without one. Per node; a proxy can limit the whole. */
export const apiLimits = { token: 600, address: 120 } as const

export type ApiRequest<Params, Query> = {
  readonly read: Reader
  readonly actor: Actor
  readonly language: Language
  readonly params: Params
  readonly query: Query
  readonly origin: string
}
type Shared = {
  /** Below /api/v1, with Hono's parameters: '/organisations/:slug'. */
  readonly path: string
  readonly summary: string
  readonly scope: TokenScope
  readonly params?: z.ZodObject
  readonly response: z.ZodType
}
/** One door of the JSON API. OpenAPI, the readable page at /api and the routes are made from these. */
export type Endpoint =
  | (Shared & {
      readonly method: 'get'
      readonly query?: z.ZodObject
      readonly run: (request: ApiRequest<never, never>) => Promise<unknown>
    })
  | (Shared & {
      readonly method: 'post' | 'put' | 'patch' | 'delete'
      readonly action: AnyAction
      readonly body?: z.ZodType
      readonly status?: 200 | 201 | 204
      /** The action's input is the body with the address's parameters. */
      readonly run: (context: Context, input: unknown) => Promise<unknown>
    })

type Output<Shape> = Shape extends z.ZodType ? z.output<Shape> : Record<string, never>

/** A query as `GET`. Null is 404. */
export const reads = <
  Response extends z.ZodType,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
>(endpoint: {
  path: string
  summary: string
  scope: TokenScope
  params?: Params
  query?: Query
  response: Response
  run: (request: ApiRequest<Output<Params>, Output<Query>>) => Promise<z.input<Response> | null>
}): Endpoint => ({ ...endpoint, method: 'get' }) as unknown as Endpoint

type Perform = AnyAction & ((context: Context, raw: unknown) => Promise<unknown>)
/** An action as `POST`, `PUT`, `PATCH` or `DELETE`. */
export const writes = <Response extends z.ZodType>(endpoint: {
  method: 'post' | 'put' | 'patch' | 'delete'
  path: string
  summary: string
  scope: TokenScope
  action: Perform
  params?: z.ZodObject
  body?: z.ZodType
  status?: 200 | 201 | 204
  response: Response
  /** What the client gets of the action's output. */
  answer: (output: never, request: { origin: string; language: Language }) => z.input<Response>
}): Endpoint => {
  const { answer, ...rest } = endpoint
  return {
    ...rest,
    run: async (context, input) =>
      answer((await endpoint.action(context, input)) as never, { origin: context.origin, language: context.language }),
  }
}
