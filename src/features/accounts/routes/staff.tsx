import { z } from 'zod'
import { Forbidden, NotFound, Refused } from '../../../kernel/errors.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { listWindow, parseListState } from '../../../ui/list-state.ts'
import { csvFile, xlsxFile } from '../../../web/export.ts'
import { found, goTo, need, press, routes, show, submit, type Web } from '../../../web/routing.tsx'
import { invite, resendInvitation, withdrawInvitation } from '../actions/invitations.ts'
import { resendMail } from '../actions/outbox.ts'
import { changeRole } from '../actions/people.ts'
import type { Accounts } from '../auth.ts'
import { emlOf } from '../pages/staff/eml.ts'
import { InvitationsPage, InvitePage } from '../pages/staff/invitations.tsx'
import { type Mail, MailPage, MailsPage } from '../pages/staff/mails.tsx'
import { PeoplePage, personColumns } from '../pages/staff/people.tsx'
import { PersonPage } from '../pages/staff/person.tsx'
import * as policy from '../policy.ts'
import { mailById, mails } from '../queries/mails.ts'
import { everyPerson, invitations, people, peopleSorts, personById, roleCounts } from '../queries/people.ts'
import { canReadMail } from '../rules/standing.ts'
import { accountSlot } from '../schema.ts'
import { roleName } from '../text/account.ts'
import { staffText } from '../text/staff.ts'

const list = '/accounts/invitations'
const wordsOf = (c: Web) => staffText(c.var.page.language)
const idOf = (written: string | undefined): string => {
  if (!z.uuid().safeParse(written).success) throw new NotFound()
  return written as string
}
const idAt = (c: Web) => idOf(c.req.param('id'))
const askedPeople = (c: Web) => parseListState(c.var.page.query, { filters: ['role'], sorts: peopleSorts })

function exported(c: Web) {
  need(c, policy.seePeople, {})
  const { read, page } = c.var
  const name = wordsOf(c)('people').toLowerCase()
  return [c, name, personColumns(page.language), everyPerson(read, page.actor, askedPeople(c))] as const
}

async function personPage(c: Web, draft?: Draft) {
  need(c, policy.seePeople, {})
  const { read, page, hang } = c.var
  const person = found(await personById(read, page.actor, idAt(c)))
  const panels = await hang(accountSlot, person)
  const shown = draft ?? { ...blank, values: { role: person.role } }
  return <PersonPage page={page} draft={shown} person={person} panels={panels} />
}

const peopleRoutes = routes()
  .get('/accounts', async (c) => {
    need(c, policy.seePeople, {})
    const { read, page } = c.var
    const state = askedPeople(c)
    const [{ rows, total }, counts] = await Promise.all([
      people(read, page.actor, state, listWindow(state)),
      roleCounts(read, page.actor),
    ])
    return show(c, <PeoplePage page={page} state={state} rows={rows} total={total} counts={counts} />)
  })
  .get('/accounts/export.csv', (c) => csvFile(...exported(c)))
  .get('/accounts/export.xlsx', (c) => xlsxFile(...exported(c)))

const invitationRoutes = routes()
  .get(list, async (c) => {
    need(c, policy.invite, {})
    const { read, page } = c.var
    const state = parseListState(page.query, { filters: ['state'], sorts: ['-sent'] })
    const { rows, total } = await invitations(read, page.actor, state, page.now, listWindow(state))
    return show(c, <InvitationsPage page={page} state={state} rows={rows} total={total} />)
  })
  .get(`${list}/new`, (c) => {
    need(c, policy.invite, {})
    const draft = { ...blank, values: { role: 'person', language: 'fr' } }
    return show(c, <InvitePage page={c.var.page} draft={draft} />)
  })
  .post(list, (c) =>
    submit(c, {
      write: invite,
      done: () => list,
      notice: ({ email }) => wordsOf(c)('invited', { email: email ?? '' }),
      again: (draft) => <InvitePage page={c.var.page} draft={draft} />,
    }),
  )
  .post(`${list}/:id/resend`, (c) =>
    press(c, {
      extra: { id: idAt(c) },
      write: resendInvitation,
      done: () => list,
      notice: () => wordsOf(c)('resent'),
    }),
  )
  .post(`${list}/:id/withdraw`, (c) =>
    press(c, {
      extra: { id: idAt(c) },
      write: withdrawInvitation,
      done: () => list,
      notice: () => wordsOf(c)('withdrawn'),
    }),
  )

const personRoutes = routes()
  .get('/accounts/:id', async (c) => show(c, await personPage(c)))
  .post('/accounts/:id/role', (c) => {
    const id = idAt(c)
    return submit(c, {
      extra: { id },
      write: changeRole,
      done: () => `/accounts/${id}`,
      notice: ({ name, role }, language) => wordsOf(c)('roleChanged', { name, role: roleName(role, language) }),
      again: (draft) => personPage(c, draft),
    })
  })

const mailAt = async (c: Web, id: string) => {
  need(c, policy.seeMails, {})
  return found(await mailById(c.var.read, c.var.page.actor, id))
}
/** Where mails leave, a link that opens an account is its recipient's alone. In a demo the outbox is the mailbox. */
const mailRoutes = (accounts: Accounts) => {
  const isHidden = (mail: Mail) => !canReadMail(mail, accounts.mailsLeave)
  const mailPage = (c: Web, mail: Mail, refusal: string | null = null) => (
    <MailPage page={c.var.page} mail={mail} isHidden={isHidden(mail)} refusal={refusal} />
  )
  return routes()
    .get('/outbox', async (c) => {
      need(c, policy.seeMails, {})
      const { read, page } = c.var
      const state = parseListState(page.query, { filters: ['state'], sorts: ['-written'] })
      const { limit, offset } = listWindow(state)
      const { rows, total } = await mails(read, page.actor, state, limit, offset)
      return show(c, <MailsPage page={page} state={state} rows={rows} total={total} />)
    })
    .get('/outbox/:file{[0-9a-f-]+\\.eml}', async (c) => {
      const mail = await mailAt(c, idOf(c.req.param('file').replace(/\.eml$/, '')))
      if (isHidden(mail)) throw new Forbidden()
      c.header('content-disposition', `attachment; filename="${mail.id}.eml"`)
      const bytes = new Uint8Array(await emlOf(mail, c.var.page.origin))
      return c.body(bytes, 200, { 'content-type': 'message/rfc822' })
    })
    .get('/outbox/:id', async (c) => show(c, mailPage(c, await mailAt(c, idAt(c)))))
    .post('/outbox/:id/again', async (c) => {
      const id = idAt(c)
      try {
        await resendMail(c.var.context, { id })
        return goTo(c, `/outbox/${id}`, wordsOf(c)('againDone'))
      } catch (error) {
        if (error instanceof Refused) return show(c, mailPage(c, await mailAt(c, id), error.message), 409)
        throw error
      }
    })
}

export const staffRoutes = (accounts: Accounts) =>
  routes()
    .route('/', peopleRoutes)
    .route('/', invitationRoutes)
    .route('/', personRoutes)
    .route('/', mailRoutes(accounts))
