import { z } from 'zod'
import type { Endpoint } from '../web/api.ts'

type Json = Record<string, unknown>
const jsonSchema = (shape: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json
  return schema
}
/** The body of a write: the action's input without what the address says already. */
function bodyOf(shape: z.ZodType, params: z.ZodObject | undefined): Json {
  const { properties, required, ...schema } = jsonSchema(shape, 'input') as { properties?: Json; required?: string[] }
  const isInAddress = (name: string) => name in (params?.shape ?? {})
  const left = required?.filter((name) => !isInAddress(name))
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !isInAddress(name))),
    }),
    ...(left?.length && { required: left }),
  }
}
/** Hono's ':slug' is OpenAPI's '{slug}'. */
const pathOf = (path: string) => path.replace(/:(\w+)/g, '{$1}')
const operationIdOf = ({ method, path }: Endpoint) =>
  [method, ...path.split('/').filter(Boolean)].map((piece) => piece.replace(/^:/, 'by-')).join('-')

const parametersOf = (shape: z.ZodObject | undefined, where: 'path' | 'query') => {
  if (!shape) return []
  const { properties = {}, required = [] } = jsonSchema(shape, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }))
}
const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
const failures = (codes: readonly number[]) =>
  Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/responses/Problem${code}` }]))
const problemCodes = {
  401: 'Unknown token',
  403: 'Not allowed',
  404: 'Nothing there',
  409: 'Refused by a rule',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Malformed',
  429: 'Too many requests',
}

function operation(endpoint: Endpoint): Json {
  const status = endpoint.method === 'get' ? 200 : (endpoint.status ?? 200)
  const body = endpoint.method === 'get' ? undefined : (endpoint.body ?? endpoint.action.input)
  const schema = jsonSchema(endpoint.response, 'output')
  return {
    operationId: operationIdOf(endpoint),
    summary: endpoint.summary,
    tags: [endpoint.scope.split(':')[0]],
    security: endpoint.method === 'get' ? [{}, { token: [endpoint.scope] }] : [{ token: [endpoint.scope] }],
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...(endpoint.method === 'get' ? parametersOf(endpoint.query, 'query') : []),
    ],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: bodyOf(body, endpoint.params) } } },
    }),
    responses: {
      [status]:
        status === 204 ? { description: 'Done' } : { description: 'Done', content: { 'application/json': { schema } } },
      ...failures(endpoint.method === 'get' ? [401, 403, 404, 422, 429] : [401, 403, 404, 409, 413, 415, 422, 429]),
    },
  }
}

/** The API described by OpenAPI 3.1, from the same shapes that parse its requests. */
export function openApi(
  endpoints: readonly Endpoint[],
  { origin, name, version }: { origin: string; name: string; version: string },
): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of endpoints) {
    const path = pathOf(endpoint.path)
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: `${name} API`, version, license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' } },
    servers: [{ url: `${origin}/api/v1` }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal token, made under /account/tokens' },
      },
      schemas: {
        Problem: {
          type: 'object',
          description: 'RFC 9457 problem details',
          required: ['type', 'title', 'status'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            errors: { type: 'object', additionalProperties: { type: 'string' } },
            requestId: { type: 'string' },
          },
        },
      },
      responses: Object.fromEntries(
        Object.entries(problemCodes).map(([code, description]) => [
          `Problem${code}`,
          { description, content: problemContent },
        ]),
      ),
    },
  }
}
