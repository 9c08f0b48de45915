import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { checkPort, serve } from './serve.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}

test('a stop lets a request finish and takes no new one', async () => {
  const port = await freePort()
  const answer = Promise.withResolvers<Response>()
  const asked = Promise.withResolvers<void>()
  const app = {
    fetch: () => {
      asked.resolve()
      return answer.promise
    },
  }
  const serving = await serve(app, port)
  const request = fetch(`http://localhost:${port}/`)
  await asked.promise
  const stopped = serving.stop(5000)
  await pause(20)
  await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow()
  answer.resolve(new Response('finished'))
  expect(await (await request).text()).toBe('finished')
  await stopped
})

test('a request that does not end is cut off in the end', async () => {
  const port = await freePort()
  const serving = await serve({ fetch: () => new Promise<Response>(() => {}) }, port)
  const request = fetch(`http://localhost:${port}/`).catch(() => 'cut off')
  await pause(50)
  await serving.stop(100)
  expect(await request).toBe('cut off')
})

test('a port that is taken is said in a sentence', async () => {
  const port = await freePort()
  const serving = await serve({ fetch: () => new Response('') }, port)
  const sentence = `PORT ${port} is already used by another program; give another one, for example PORT=${port + 1}.`
  await expect(checkPort(port)).rejects.toThrow(sentence)
  await expect(serve({ fetch: () => new Response('') }, port)).rejects.toThrow(sentence)
  await serving.stop(100)
  await checkPort(port)
})
