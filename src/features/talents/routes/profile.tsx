import { dayOf } from '../../../kernel/days.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { answerFile } from '../../../web/file-answer.ts'
import { found, need, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { answerable, documentIn } from '../../documents/queries/files.ts'
import { askContact, leaveTrace, withdrawContact } from '../actions/contacts.ts'
import { answerProposal } from '../actions/proposals.ts'
import { AskPage, SentPage } from '../pages/contact.tsx'
import { ProfilePage } from '../pages/profile.tsx'
import { ProposalsPage } from '../pages/proposals.tsx'
import * as policy from '../policy.ts'
import { proposals } from '../queries/choices.ts'
import { organisationNames } from '../queries/own.ts'
import { contactsSent, fileFor, hasLooked, photoFor, profileFor } from '../queries/profile.ts'
import { text as dealings } from '../text/dealings.ts'
import { text } from '../text/find.ts'

const words = (c: Web) => text(c.var.page.language)
const codeOf = (c: Web) => c.req.param('code') ?? ''
const recordOf = async (c: Web) => found(await profileFor(c.var.read, c.var.page.actor, codeOf(c)))

async function profile(c: Web) {
  const { page, read, context } = c.var
  const record = await recordOf(c)
  const { shown, leavesTrace } = record
  if (leavesTrace && !(await hasLooked(read, page.actor, shown.id, dayOf(page.now))))
    await leaveTrace(context, { code: shown.code })
  return show(c, <ProfilePage page={page} record={record} />)
}
async function photo(c: Web) {
  const { webp } = found(await photoFor(c.var.read, c.var.page.actor, codeOf(c)))
  // Never kept by anything between us and the reader: who may see it can change at any moment.
  c.header('cache-control', 'private, no-store')
  c.header('content-disposition', 'inline; filename="photo.webp"')
  return c.body(new Uint8Array(webp), 200, { 'content-type': 'image/webp' })
}
async function file(c: Web) {
  const { read, page } = c.var
  const row = found(await fileFor(read, page.actor, codeOf(c), c.req.param('id') ?? ''))
  return answerFile(
    c,
    answerable(read, found(await documentIn(read, policy.documentsNamed([row.documentId]), row.documentId))),
  )
}
async function ask(c: Web, draft: Draft = blank) {
  const { page, read } = c.var
  const record = await recordOf(c)
  need(c, () => record.mayAsk, null)
  const ids = page.actor.affiliations.map(({ organisationId }) => organisationId)
  return <AskPage page={page} record={record} draft={draft} organisations={await organisationNames(read, ids)} />
}
async function proposed(c: Web, failed?: { id: string; draft: Draft }) {
  need(c, policy.keepSkills, null)
  return <ProposalsPage page={c.var.page} rows={await proposals(c.var.read, c.var.page.actor)} failed={failed} />
}

export const profileRoutes = routes()
  .get('/talents/contacts', async (c) => {
    need(c, policy.recruit, null)
    return show(c, <SentPage page={c.var.page} rows={await contactsSent(c.var.read, c.var.page.actor)} />)
  })
  .post('/talents/contacts/:id/withdraw', (c) =>
    press(c, {
      extra: { id: c.req.param('id') },
      write: withdrawContact,
      done: () => '/talents/contacts',
      notice: () => words(c)('withdrawn'),
    }),
  )
  .get('/talents/proposals', async (c) => show(c, await proposed(c)))
  .post('/talents/proposals/:id', (c) =>
    submit(c, {
      extra: { id: c.req.param('id') },
      write: answerProposal,
      done: () => '/talents/proposals',
      notice: () => dealings(c.var.page.language)('proposalDone'),
      again: (draft) => proposed(c, { id: c.req.param('id'), draft }),
    }),
  )
  .get('/talents/:code{[0-9a-f]{12}}', profile)
  .get('/talents/:code{[0-9a-f]{12}}/photo.webp', photo)
  .get('/talents/:code{[0-9a-f]{12}}/files/:id', file)
  .get('/talents/:code{[0-9a-f]{12}}/contact', async (c) => show(c, await ask(c)))
  .post('/talents/:code{[0-9a-f]{12}}/contact', (c) =>
    submit(c, {
      extra: { code: codeOf(c) },
      write: askContact,
      done: () => `/talents/${codeOf(c)}`,
      notice: () => words(c)('asked'),
      again: (draft) => ask(c, draft),
    }),
  )
