import { describe, expect } from 'vitest'
import { z } from 'zod'
import { action, nothing } from '../db/action.ts'
import { journal } from '../db/tables.ts'
import { type Endpoint, reads, writes } from '../web/api.ts'
import { openApi } from './openapi.ts'
import { test } from './testing.ts'
import { allEndpoints, pathsOf, prepareExamples } from './testing-doors.ts'

type Json = Record<string, unknown>
type Operation = {
  operationId?: string
  summary?: string
  parameters?: { name: string; in: string; required?: boolean; schema?: Json }[]
  requestBody?: { content: Record<string, { schema: Json }> }
  responses?: Record<string, Json>
  security?: Record<string, string[]>[]
}
type Document = Json & {
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Json }
}
const about = { origin: 'https://passerelle.example', name: 'Passerelle', version: '1.2.3' }

/** Every object in the document with the way to it. */
function* within(value: unknown, way = '#'): Generator<readonly [string, Json]> {
  if (typeof value !== 'object' || value === null) return
  yield [way, value as Json]
  for (const [key, inner] of Object.entries(value)) yield* within(inner, `${way}/${key}`)
}
const resolve = (document: Json, ref: string) =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((found, key) => (found as Json | undefined)?.[key.replaceAll('~1', '/')], document)

/** What is wrong with a description by OpenAPI 3.1: https://spec.openapis.org/oas/v3.1.1.html */
function faultsOf(document: Document): string[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, at: `${method} ${path}`, operation })),
  )
  const ids = operations.map(({ operation }) => operation.operationId)
  return [
    ...[...within(document)].flatMap(([way, { $ref }]) =>
      typeof $ref === 'string' && !(way.endsWith('/properties') || resolve(document, $ref)) ? [`${way}: ${$ref}`] : [],
    ),
    ...[...within(document)].flatMap(([way, value]) =>
      '$schema' in value && !way.endsWith('/properties') ? [`${way}: $schema`] : [],
    ),
    ...ids.filter((id, index) => !id || ids.indexOf(id) !== index).map((id) => `operationId ${id}`),
    ...operations.flatMap(({ path, at, operation }) => faultsOfOperation(path, at, operation, document)),
  ]
}

function faultsOfOperation(path: string, at: string, operation: Operation, document: Document): string[] {
  const { parameters = [], responses = {}, security = [], summary } = operation
  const named = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name)
  const declared = parameters.filter((one) => one.in === 'path')
  const keys = parameters.map((one) => `${one.in} ${one.name}`)
  return [
    ...(path.startsWith('/') && !path.includes(':') ? [] : [`${at}: not an OpenAPI path`]),
    ...named
      .filter((name) => !declared.some((one) => one.name === name))
      .map((name) => `${at}: {${name}} is undeclared`),
    ...declared.filter((one) => !named.includes(one.name)).map(({ name }) => `${at}: ${name} is not in the path`),
    ...declared.filter((one) => one.required !== true).map(({ name }) => `${at}: ${name} must be required`),
    ...parameters.filter((one) => !one.schema).map(({ name }) => `${at}: ${name} has no schema`),
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${at}: ${key} twice`),
    ...(Object.keys(responses).some((code) => /^2\d\d$/.test(code)) ? [] : [`${at}: no success`]),
    ...Object.keys(responses).filter((code) => !/^[1-5]\d\d$/.test(code)),
    ...Object.values(responses).flatMap((one) => (one.description || one.$ref ? [] : [`${at}: no description`])),
    ...security.flatMap((one) => Object.keys(one)).filter((name) => !(name in document.components.securitySchemes)),
    ...(summary ? [] : [`${at}: no summary`]),
  ]
}

describe('the description of the API', () => {
  test('is OpenAPI 3.1 without a fault, at its address', async ({ site }) => {
    const { status, text, headers } = await (await site.as('visitor')).get('/api/openapi.json')
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json'])
    const document = JSON.parse(text) as Document
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).length).toBeGreaterThan(0)
    expect(faultsOf(document)).toEqual([])
  })

  test('has a place for each endpoint, with its scope', ({ db }) => {
    const endpoints = allEndpoints(db)
    const { paths } = openApi(endpoints, about) as Document
    for (const { path, method, scope } of endpoints) {
      const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method]
      expect([path, JSON.stringify(operation?.security)]).toEqual([path, expect.stringContaining(scope)])
    }
  })

  test('asks in a body for nothing that the address says', () => {
    const input = z.object({ slug: z.string(), title: z.string() })
    const rename = action({
      name: 'example.rename',
      about: journal,
      input,
      load: nothing,
      allow: () => true,
      run: async () => ({}),
    })
    const endpoint = writes({
      method: 'put',
      path: '/examples/:slug',
      summary: 'Rename',
      scope: 'example:write',
      action: rename,
      params: z.object({ slug: z.string() }),
      response: z.object({}),
      answer: () => ({}),
    })
    const { paths } = openApi([endpoint], about) as Document
    const body = paths['/examples/{slug}']?.put?.requestBody?.content['application/json']?.schema
    expect(body).toMatchObject({ properties: { title: { type: 'string' } }, required: ['title'] })
    expect(Object.keys(body?.properties as Json)).toEqual(['title'])
  })

  test('with a fault is noticed', () => {
    const broken = reads({
      path: '/things/:id/parts/:part',
      summary: 'Parts',
      scope: 'things:read',
      params: z.object({ id: z.string(), other: z.string() }),
      response: z.object({}),
      run: async () => ({}),
    })
    const document = openApi([broken], about) as Document
    expect(faultsOf(document)).toEqual([
      'get /things/{id}/parts/{part}: {part} is undeclared',
      'get /things/{id}/parts/{part}: other is not in the path',
    ])
    const twice = { ...document.paths, '/other': { get: { ...document.paths['/things/{id}/parts/{part}']?.get } } }
    expect(faultsOf({ ...document, paths: twice, more: { $ref: '#/components/nowhere' } })).toEqual(
      expect.arrayContaining(['operationId get-things-by-id-parts-by-part', '#/more: #/components/nowhere']),
    )
  })
})

/** The same shape, refusing what it does not name: an answer that says more than is declared is a leak. */
function strictly(shape: z.ZodType): z.ZodType {
  if (shape instanceof z.ZodObject)
    return z.strictObject(
      Object.fromEntries(Object.entries(shape.shape).map(([key, inner]) => [key, strictly(inner as z.ZodType)])),
    )
  if (shape instanceof z.ZodArray) return z.array(strictly(shape.element as z.ZodType))
  if (shape instanceof z.ZodNullable) return strictly(shape.unwrap() as z.ZodType).nullable()
  if (shape instanceof z.ZodOptional) return strictly(shape.unwrap() as z.ZodType).optional()
  return shape
}

test('every answer of the API has the shape that it declares, and says nothing more', async ({ db, site }) => {
  const rows = await prepareExamples(db, site)
  const reading = allEndpoints(db).filter(({ method }) => method === 'get')
  const { paths } = pathsOf(
    reading.map(({ path }) => `/api/v1${path}`),
    rows,
  )
  const browser = await site.as('visitor')
  for (const endpoint of reading) {
    const path = paths.get(`/api/v1${endpoint.path}`)
    // One without an example fails the table of permissions, with a sentence.
    if (!path) continue
    const { status, text } = await browser.get(path)
    expect([endpoint.path, status]).toEqual([endpoint.path, expect.toBeOneOf([200, 403, 404])])
    if (status === 200) expect([endpoint.path, faultsIn(endpoint, JSON.parse(text))]).toEqual([endpoint.path, []])
  }
})
const faultsIn = ({ response }: Endpoint, answer: unknown) =>
  strictly(response)
    .safeParse(answer)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

test('an answer that says more than it declares is noticed', () => {
  const endpoint = reads({
    path: '/people',
    summary: 'People',
    scope: 'people:read',
    response: z.object({ items: z.array(z.object({ name: z.string() })), next: z.string().nullable() }),
    run: async () => ({ items: [], next: null }),
  })
  expect(faultsIn(endpoint, { items: [{ name: 'Ada' }], next: null })).toEqual([])
  expect(faultsIn(endpoint, { items: [{ name: 'Ada', email: 'a@b.c' }], next: null })).toHaveLength(1)
  expect(faultsIn(endpoint, { items: [{ name: 1 }], next: null })).toHaveLength(1)
})
