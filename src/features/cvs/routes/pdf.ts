import type { Web } from '../../../web/routing.tsx'
import type { Paper } from '../rules/paper.ts'
import { pdfOf } from '../rules/paper-pdf.ts'

/** Whoever's it is and whatever it is called, the file is named `cv.pdf`: a name travels further than a file. */
export async function answerPdf(c: Web, paper: Paper) {
  const { now, identity } = c.var.page
  const bytes = await pdfOf(paper, now, { name: identity.name })
  c.header('content-type', 'application/pdf')
  c.header('content-disposition', 'attachment; filename="cv.pdf"')
  return c.body(new Uint8Array(bytes))
}
