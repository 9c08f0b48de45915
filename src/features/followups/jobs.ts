import type { Context } from '../../db/context.ts'
import type { Reader } from '../../db/reader.ts'
import type { Periodic, Reaction } from '../../web/feature.ts'
import { chase, release, tidyDigests } from './actions/digest.ts'
import { watchInvitations } from './actions/invitations.ts'
import { owedByPerson } from './queries/bearers.ts'

/** Every morning: one mail for each person whom something waits for, where today is the day for it. */
export const remind: Periodic = {
  name: 'followups.remind',
  cron: '30 7 * * *',
  run: async (context: Context, read: Reader) => {
    const { owed, left } = await owedByPerson(read, context.actor, context.now)
    if (left.length > 0) await release(context, { ids: left })
    for (const [userId, ids] of owed) await chase(context, { userId, ids })
    await watchInvitations(context, {})
    await tidyDigests(context, {})
  },
}

const after = (name: string, on: string): Reaction => ({
  name,
  on,
  run: async (context) => {
    await watchInvitations(context, {})
  },
})
export const invitationsWatched: readonly Reaction[] = [
  after('followups.after-invite', 'accounts.invite'),
  after('followups.after-resend', 'accounts.resendInvitation'),
  after('followups.after-withdraw', 'accounts.withdrawInvitation'),
  after('followups.after-accept', 'accounts.acceptInvitation'),
]
