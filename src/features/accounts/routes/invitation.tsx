import { isSignedIn } from '../../../kernel/actor.ts'
import { blank, type Draft } from '../../../ui/form.tsx'
import { formValues } from '../../../web/form-values.ts'
import { routes, show, submit, type Web } from '../../../web/routing.tsx'
import { acceptInvitation } from '../actions/invitations.ts'
import type { Accounts } from '../auth.ts'
import { type Behind, InvitationGone, InvitationPage } from '../pages/invitation.tsx'
import { invitationBehind } from '../queries/people.ts'
import { roleName } from '../text/account.ts'
import { staffText } from '../text/staff.ts'
import { limited, succeeded } from './browser.ts'

const behind = (c: Web, token: string) => (token ? invitationBehind(c.var.read, token, c.var.page.now) : null)
const view = (c: Web, draft: Draft, token: string, invitation: Behind) => (
  <InvitationPage page={c.var.page} draft={draft} token={token} invitation={invitation} />
)
const gone = (c: Web) => show(c, <InvitationGone page={c.var.page} />, 410)

/** What the accepted invitation has done, in a sentence for the next page. */
function sentence(c: Web, { isKnown, role }: Behind): string {
  const t = staffText(c.var.page.language)
  return isKnown ? t('acceptedKnown', { role: roleName(role, c.var.page.language) }) : t('accepted')
}

export const invitationRoutes = (accounts: Accounts) =>
  routes()
    .get('/invitation', async (c) => {
      const token = c.req.query('token') ?? ''
      const invitation = await behind(c, token)
      if (!invitation) return gone(c)
      return show(c, view(c, { ...blank, values: { name: invitation.name } }, token, invitation))
    })
    .post('/invitation', async (c) => {
      const { token: sent } = await formValues(c)
      const token = typeof sent === 'string' ? sent : ''
      // Counted before the link is looked up: nobody tries links without end.
      return submit<Behind | null>(c, {
        extra: { token },
        write: (context, values) =>
          limited(c, accounts, [], async () => {
            const invitation = await behind(c, token)
            if (!invitation) return null
            await acceptInvitation(context, values)
            await succeeded(c, accounts, [])
            return invitation
          }),
        done: (invitation) => {
          if (!invitation) return `/invitation?token=${encodeURIComponent(token)}`
          return isSignedIn(c.var.page.actor) ? '/account' : '/sign-in'
        },
        notice: (invitation) => (invitation ? sentence(c, invitation) : ''),
        again: async (draft) => {
          const invitation = await behind(c, token)
          return invitation ? view(c, draft, token, invitation) : <InvitationGone page={c.var.page} />
        },
      })
    })
