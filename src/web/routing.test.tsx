import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { Forbidden, Invalid, NotFound, Refused } from '../kernel/errors.ts'
import { Field } from '../ui/form/field.tsx'
import { blank, type Draft, Form } from '../ui/form.tsx'
import { examplePage } from '../ui/testing-page.ts'
import { type Env, found, need, press, submit } from './routing.tsx'

const page = examplePage({ language: 'en', href: (path) => `/en${path}` })
const view = (draft: Draft) => (
  <Form page={page} draft={draft} action="/things" button="Save">
    <Field page={page} draft={draft} name="name" label="Name" />
  </Form>
)

/** A form whose deed ends as told. */
function posting(deed: (values: unknown) => unknown) {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('page', page)
    await next()
  })
  app.post('/things/:id', (c) =>
    submit(c, {
      extra: { id: c.req.param('id') },
      write: async (_context, values) => deed(values),
      done: () => '/things/made',
      notice: () => 'C’est fait',
      again: view,
    }),
  )
  app.post('/pressed', (c) => press(c, { write: async (_context, values) => deed(values), done: () => '/things' }))
  app.onError((error, c) => c.text(error.constructor.name, 500))
  return (fields: Record<string, string>, path = '/things/7') =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields) })
}

describe('a posted form', () => {
  test('that was written leads to another page in the same language, which says it once', async () => {
    const answer = await posting(() => ({}))({ name: 'Ada' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/things/made'])
    expect(answer.headers.get('set-cookie')).toMatch(
      /^notice=C%E2%80%99est%20fait; Max-Age=60; Path=\/; HttpOnly; SameSite=Lax/,
    )
  })
  test('gives what the address says precedence over what it says itself', async () => {
    let given: unknown
    await posting((values) => {
      given = values
    })({ name: 'Ada', id: '8' })
    expect(given).toEqual({ name: 'Ada', id: '7' })
  })
  test('with mistakes comes back with what was typed and a message for each', async () => {
    const answer = await posting(() => {
      throw new Invalid({ name: 'Write a longer name.' })
    })({ name: '<A>' })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('value="&lt;A&gt;"')
    expect(text).toContain('Write a longer name.')
  })
  test('that a rule refuses comes back with the reason on top', async () => {
    const answer = await posting(() => {
      throw new Refused('The offer is filled.')
    })({ name: 'Ada' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('The offer is filled.')
  })
  test.for([new NotFound(), new Forbidden(), new Error('defect')])('leaves %s to the error page', async (error) => {
    const answer = await posting(() => {
      throw error
    })({})
    expect(await answer.text()).toBe(error.constructor.name)
  })
})

test('a button that is refused is an error page, for there is no form to show again', async () => {
  const refused = posting(() => {
    throw new Refused('No.')
  })
  expect(await (await refused({}, '/pressed')).text()).toBe('Refused')
  expect((await posting(() => ({}))({}, '/pressed')).headers.get('location')).toBe('/en/things')
})

test('what is not found, and what is not allowed, is thrown', () => {
  expect(found({ id: 1 })).toEqual({ id: 1 })
  for (const nothing of [null, undefined]) expect(() => found(nothing)).toThrow(NotFound)
  const c = { var: { page } } as never
  expect(() => need(c, () => false, blank)).toThrow(Forbidden)
  expect(() => need(c, () => true, blank)).not.toThrow()
})
