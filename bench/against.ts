import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { port } from './application.ts'
import { type BarePage, rowOf } from './bare-page.ts'
import { type Line, median, spread } from './figures.ts'
import { ask, compared, oneByOne, type Side } from './load.ts'
import type { Stage } from './stage.ts'

/** A page to measure: how the application serves it, and the one query that a bare handler would ask. */
export type Measured = {
  readonly name: string
  readonly path: string
  readonly sql: string
  readonly values?: readonly unknown[]
}
/** A cookie that the application does not know: a visitor whose page is made and not kept. */
export const stranger = 'bench=1'
const peerPort = port + 1
const bytes = (text: string) => Buffer.byteLength(text)

/** The bare page: as many rows, as many bytes as the application's. */
async function peerPage(index: number, { sql, values = [] }: Measured, html: string, databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query(sql, [...values])
  await client.end()
  const bare = rows.reduce((sum: number, row) => sum + bytes(rowOf(row, '')), 0)
  const at = html.indexOf('<main')
  const [head, tail] = [html.slice(0, at), html.slice(html.indexOf('</main>'))]
  const missing = Math.max(0, bytes(html) - bytes(head) - bytes(tail) - bare)
  const filling = 'x'.repeat(Math.round(missing / Math.max(1, rows.length)))
  return { path: `/${index}`, sql, values, head, tail, filling } satisfies BarePage
}

async function openPeer(databaseUrl: string, pages: readonly BarePage[]) {
  const child = fork(fileURLToPath(new URL('peer.ts', import.meta.url)), { stdio: 'inherit' })
  child.send({ databaseUrl, port: peerPort, pages })
  await once(child, 'message')
  return () => child.kill()
}

const half = 'half of the bare handler'
async function lineOf(name: string, side: Side, all: Awaited<ReturnType<typeof compared>>, bare: string) {
  const { perSecond, p50, p99 } = all(side.name)
  const other = all(bare)
  const alone = await oneByOne(side)
  const share = median(perSecond) / median(other.perSecond)
  return [
    {
      what: `${name}: requests/s, 20 connections`,
      ours: spread(perSecond),
      other: `${spread(other.perSecond)}: ${(share * 100).toFixed(0)} %`,
      goal: half,
      met: share >= 0.5,
    },
    {
      what: '— p50, p99',
      ours: `${spread(p50, ' ms')}, ${spread(p99, ' ms')}`,
      other: `${spread(other.p50, ' ms')}, ${spread(other.p99, ' ms')}`,
    },
    {
      what: '— one by one: p50, p99',
      ours: `${spread([alone.p50], ' ms')}, ${spread([alone.p99], ' ms')}`,
      goal: '< 10 ms, < 50 ms',
      met: alone.p50 < 10 && alone.p99 < 50,
    },
  ] satisfies Line[]
}

/** Every page as visitors get it, made anew, and (with a member's cookie) signed in; each against its bare handler. */
export async function againstBare(stage: Stage, pages: readonly Measured[], member?: string): Promise<Line[]> {
  const { url, databaseUrl } = await stage.application()
  const html = await Promise.all(pages.map(({ path }) => ask({ url: url + path, cookie: stranger })))
  const missing = pages.filter((_, index) => html[index]?.status !== 200)
  if (missing.length > 0)
    return missing.map(({ name, path }) => ({ what: name, ours: `skipped: ${path} is not there yet` }))
  const bare = await Promise.all(
    pages.map((page, index) => peerPage(index, page, html[index]?.body ?? '', databaseUrl)),
  )
  const closePeer = await openPeer(databaseUrl, bare)
  try {
    const sides = pages.flatMap(({ path }, index) => [
      { name: `kept ${index}`, url: url + path },
      { name: `made ${index}`, url: url + path, cookie: stranger },
      ...(member ? [{ name: `member ${index}`, url: url + path, cookie: member }] : []),
      { name: `bare ${index}`, url: `http://localhost:${peerPort}/${index}` },
    ])
    const all = await compared(sides)
    pages.forEach(({ name }, index) => {
      if (median(all(`made ${index}`).perSecond) > median(all(`bare ${index}`).perSecond))
        throw new Error(
          `${name}: the bare handler is slower than our page made anew, so its query is a bad one to compare with`,
        )
    })
    const lines: Line[] = []
    for (const side of sides) {
      const [who = '', index = ''] = side.name.split(' ')
      const name = `${pages[Number(index)]?.name} ${{ kept: '(visitor)', made: '(made anew)', member: '(member)' }[who]}`
      if (who !== 'bare') lines.push(...(await lineOf(name, side, all, `bare ${index}`)))
    }
    return lines
  } finally {
    closePeer()
  }
}
