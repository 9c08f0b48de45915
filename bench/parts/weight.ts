import { gzipSync } from 'node:zlib'
import { stranger } from '../against.ts'
import { type Line, spread } from '../figures.ts'
import { ask } from '../load.ts'
import type { Stage } from '../stage.ts'

const kilobytes = (bytes: number) => bytes / 1000
const most = 120

const linked = (html: string) =>
  [...html.matchAll(/<script[^>]*\bsrc="([^"]+)"|<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
    ([, script, style]) => script ?? style ?? '',
  )

async function weigh(url: string, path: string) {
  const page = await ask({ url: url + path, cookie: stranger })
  if (page.status !== 200) return null
  const files = await Promise.all(linked(page.body).map((file) => ask({ url: url + file })))
  const packed = (text: string) => kilobytes(gzipSync(text).length)
  return { html: packed(page.body), files: files.reduce((sum, { body }) => sum + packed(body), 0) }
}

/** Script and style that a page asks for, compressed as they travel; the page itself apart. */
export async function weight(stage: Stage): Promise<Line[]> {
  const { url } = await stage.application()
  const database = await stage.database()
  const { rows } = await database
    .query(`select slug from occupation where origin = 'rome' order by slug limit 1`)
    .catch(() => ({ rows: [] }))
  const pages = [
    ['home', '/'],
    ['list', '/organisations'],
    ['occupation', `/occupations/${rows[0]?.slug}`],
  ] as const
  const lines: Line[] = []
  for (const [name, path] of pages) {
    const found = await weigh(url, path)
    if (!found) continue
    lines.push({
      what: `${name} page: script and style, gzipped`,
      ours: spread([found.files], ' kB'),
      other: `and ${spread([found.html], ' kB')} of HTML`,
      goal: `< ${most} kB`,
      met: found.files < most,
    })
  }
  return lines
}
