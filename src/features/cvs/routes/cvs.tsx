import { html } from 'hono/html'
import { Invalid, Refused, TooMany } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { formValues } from '../../../web/form-values.ts'
import { press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { createCv, createLink, deleteCv, revokeLink, saveCv } from '../actions/cvs.ts'
import { SharedCv } from '../pages/by-link.tsx'
import { CvEditor, CvPreview } from '../pages/editor.tsx'
import { LinkMade } from '../pages/links.tsx'
import { CvList, DeleteCv, NewCv } from '../pages/list.tsx'
import { cvList, linksOfCv, waitingImport } from '../queries/cvs.ts'
import { type CvChoice, entriesOf, ordered, paperOf } from '../rules/paper.ts'
import { type CvPart, cvInput } from '../schema/cv.ts'
import { linkText } from '../text/links.ts'
import { pageText } from '../text/pages.ts'
import { cvOf, idOf, ownHolder } from './asked.ts'
import { answerPdf } from './pdf.ts'

const words = (c: Web) => pageText(c.var.page.language)

async function list(c: Web) {
  const { page, read } = c.var
  const [cvs, holder, waiting] = await Promise.all([
    cvList(read, page.actor, page.now),
    ownHolder(c),
    waitingImport(read, page.actor),
  ])
  return show(c, <CvList page={page} cvs={cvs} hasProfile={holder.row !== null} waiting={waiting} />)
}

/** What a form that is not saved asks for; a form that is not whole shows what was saved. */
function choiceIn(values: Draft['values'], saved: CvChoice): CvChoice {
  const asked = cvInput.safeParse({ ...values, name: '-', move: undefined }).data
  return asked ? { ...asked, layout: { parts: asked.parts, contact: asked.contact } } : saved
}
const valuesOf = (one: CvChoice & { readonly name: string }) => ({
  name: one.name,
  title: one.title,
  intro: one.intro,
  language: one.language,
  design: one.design,
  contact: [...one.layout.contact],
})

async function editor(c: Web, draft?: Draft, linkDraft: Draft = blank) {
  const { page, read } = c.var
  const one = await cvOf(c)
  const [holder, links] = await Promise.all([ownHolder(c), linksOfCv(read, page.actor, one.id, page.now)])
  const choice = draft ? choiceIn(draft.values, one) : one
  const rows = new Map<CvPart, ReturnType<typeof entriesOf>>(
    choice.layout.parts.map(({ part, order }) => [part, ordered(entriesOf(holder, part, choice.language), order)]),
  )
  return (
    <CvEditor
      page={page}
      id={one.id}
      name={one.name}
      draft={draft ?? { values: valuesOf(one), errors: {} }}
      layout={choice.layout}
      rows={rows}
      paper={paperOf(holder, choice)}
      links={links}
      linkDraft={linkDraft}
    />
  )
}

/** The CV as the form has it now: nothing is saved. */
async function preview(c: Web) {
  const [one, holder, values] = [await cvOf(c), await ownHolder(c), await formValues(c)]
  const paper = paperOf(holder, choiceIn(values, one))
  return c.html(html`${<CvPreview page={c.var.page} paper={paper} />}`)
}

/** The address is on this page and on no other: 201, which Turbo shows as it is. */
async function makeLink(c: Web) {
  const { page, context } = c.var
  const values = await formValues(c)
  const one = await cvOf(c)
  try {
    const { url, endsOn } = await createLink(context, { ...values, id: one.id })
    return show(c, <LinkMade page={page} cvId={one.id} name={one.name} url={url} endsOn={endsOn} />, 201)
  } catch (error) {
    if (error instanceof Invalid) return show(c, await editor(c, undefined, { values, errors: error.errors }), 422)
    if (error instanceof Refused && !(error instanceof TooMany))
      return show(c, await editor(c, undefined, { values, errors: { '': error.message } }), 409)
    throw error
  }
}

export const cvRoutes = () =>
  routes()
    .get('/cv', list)
    .get('/cv/new', (c) => {
      const draft = { values: { language: c.var.page.language, design: 'sober' }, errors: {} }
      return show(c, <NewCv page={c.var.page} draft={draft} />)
    })
    .post('/cv', (c) =>
      submit(c, {
        write: createCv,
        done: ({ id }) => `/cv/${id}`,
        notice: () => words(c)('created'),
        again: (draft) => <NewCv page={c.var.page} draft={draft} />,
      }),
    )
    .get('/cv/:id', async (c) => show(c, await editor(c)))
    .post('/cv/:id', async (c) =>
      submit(c, {
        extra: { id: idOf(c) },
        write: saveCv,
        done: ({ id }) => `/cv/${id}`,
        notice: () => words(c)('saved'),
        again: (draft) => editor(c, draft),
      }),
    )
    .post('/cv/:id/preview', preview)
    .get('/cv/:id/view', async (c) => {
      const one = await cvOf(c)
      const paper = paperOf(await ownHolder(c), one)
      return show(c, <SharedCv page={c.var.page} paper={paper} pdf={`/cv/${one.id}/pdf`} back={`/cv/${one.id}`} />)
    })
    .get('/cv/:id/pdf', async (c) => {
      const one = await cvOf(c)
      return answerPdf(c, paperOf(await ownHolder(c), one))
    })
    .get('/cv/:id/delete', async (c) => {
      const { id, name } = await cvOf(c)
      return show(c, <DeleteCv page={c.var.page} id={id} name={name} />)
    })
    .post('/cv/:id/delete', (c) =>
      press(c, {
        extra: { id: idOf(c) },
        write: deleteCv,
        done: () => '/cv',
        notice: () => words(c)('deleted'),
      }),
    )
    .post('/cv/:id/links', makeLink)
    .post('/cv/:id/links/:link/revoke', (c) =>
      press(c, {
        extra: { id: idOf(c), linkId: c.req.param('link') },
        write: revokeLink,
        done: ({ id }) => `/cv/${id}#links`,
        notice: (_, language: Language) => linkText(language)('revoked'),
      }),
    )
