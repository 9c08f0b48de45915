import { Readable } from 'node:stream'
import { stream } from 'hono/streaming'
import { ZipFile } from 'yazl'
import { found, need, routes, type Web } from '../../../web/routing.tsx'
import { resumeOf, wholeExport } from '../actions/data.ts'
import * as policy from '../policy.ts'

async function archive(c: Web) {
  const { read, page } = c.var
  const zip = new ZipFile()
  for (const { name, open } of await wholeExport(read, page.actor, page.now)) {
    const content = await open()
    if (Buffer.isBuffer(content)) zip.addBuffer(content, name, { mtime: page.now })
    else zip.addReadStream(content as Readable, name, { mtime: page.now })
  }
  zip.end()
  return zip
}

export const outRoutes = () =>
  routes()
    .get('/cv/resume.json', async (c) => {
      need(c, policy.have, {})
      const { read, page } = c.var
      const resume = found(await resumeOf(read, page.actor, page.language))
      c.header('content-disposition', 'attachment; filename="resume.json"')
      c.header('content-type', 'application/json; charset=utf-8')
      return c.body(JSON.stringify(resume, null, 2))
    })
    .post('/cv/export', async (c) => {
      need(c, policy.have, {})
      const zip = await archive(c)
      c.header('content-type', 'application/zip')
      c.header('content-disposition', 'attachment; filename="cv.zip"')
      return stream(c, async (out) => {
        for await (const piece of Readable.from(zip.outputStream)) await out.write(piece as Uint8Array)
      })
    })
