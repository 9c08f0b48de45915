import { createServer, type Server } from 'node:http'
import { createServer as createProbe } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'
import { CannotStart, reasonOf } from '../db/cannot-start.ts'

type App = { readonly fetch: (request: Request) => Response | Promise<Response> }

const taken = (port: number, error: NodeJS.ErrnoException) =>
  error.code === 'EADDRINUSE'
    ? new CannotStart(
        `PORT ${port} is already used by another program; give another one, for example PORT=${port + 1}.`,
      )
    : new CannotStart(`PORT ${port} cannot be used (${reasonOf(error)}); give another one, for example PORT=3000.`)

/** Before the slow part of a start: whether the port can be had at all. */
export const checkPort = (port: number) =>
  new Promise<void>((done, fail) => {
    const probe = createProbe().once('error', (error: NodeJS.ErrnoException) => fail(taken(port, error)))
    probe.listen(port, () => probe.close(() => done()))
  })

export type Serving = {
  /** Accepts nothing new and lets requests finish, for `patience` milliseconds at most. */
  readonly stop: (patience: number) => Promise<void>
}

export function serve(app: App, port: number): Promise<Serving> {
  const server = createAdaptorServer({ fetch: app.fetch, createServer }) as Server
  // Longer than the idle time of usual proxies: they must be the ones to close.
  server.keepAliveTimeout = 75_000
  server.requestTimeout = 60_000
  const stop = async (patience: number) => {
    const closed = new Promise<void>((done) => server.close(() => done()))
    const open = { yes: true }
    closed.then(() => {
      open.yes = false
    })
    for (const until = performance.now() + patience; open.yes && performance.now() < until; ) {
      server.closeIdleConnections()
      await Promise.race([closed, pause(50)])
    }
    if (open.yes) server.closeAllConnections()
  }
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(taken(port, error)))
    server.listen(port, () => done({ stop }))
  })
}
