// What a page costs at the least: a bare handler that runs one prepared query and joins strings to a page of the same size.
import { createServer } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { type PeerSetting, rowOf } from './bare-page.ts'

function servePages({ databaseUrl, port, pages }: PeerSetting) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 })
  pool.on('error', () => {}) // the database goes first when the run ends
  const app = new Hono()
  for (const { path, sql, values, head, tail, filling } of pages)
    app.get(path, async (c) => {
      const { rows } = await pool.query({ name: path, text: sql, values: [...values] })
      let body = head
      for (const row of rows) body += rowOf(row, filling)
      return c.html(body + tail)
    })
  const server = createAdaptorServer({ fetch: app.fetch, createServer })
  server.listen(port, () => process.send?.('ready'))
}

process.on('message', (setting: PeerSetting) => servePages(setting))
process.on('disconnect', () => process.exit(0))
