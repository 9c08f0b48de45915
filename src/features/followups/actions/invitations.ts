import { inArray } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { action } from '../../../db/action.ts'
import { dayOf } from '../../../kernel/days.ts'
import { invitation } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { renewInvitationDuty as kind, renewInvitationTitle as title } from '../rules/duties.ts'
import { person, team } from '../schema.ts'
import { followUp } from '../tables.ts'
import { cancel, owe, settle } from './owe.ts'

/**
 * Keeps what is owed about invitations in step with them, after each deed on one: accounts come before this feature and cannot
 * say it themselves. Doing it twice changes nothing.
 */
export const watchInvitations = action({
  name: 'followups.watch-invitations',
  about: followUp,
  input: z.object({}),
  load: async () => ({}),
  allow: policy.chase,
  run: async ({ tx, actor, now }) => {
    const owed = await tx.rows(policy.openOfKind(kind.key), { orderBy: [followUp.id] })
    const named = await tx.rows(policy.invitations(actor), {
      where: inArray(
        invitation.id,
        owed.map(({ aboutId }) => aboutId),
      ),
    })
    const { name: table } = getTableConfig(invitation)
    for (const { aboutId, dueOn } of owed.filter(({ aboutTable }) => aboutTable === table)) {
      const there = named.find(({ id }) => id === aboutId)
      const closing = { kind, about: { table: invitation, id: aboutId }, by: actor, now }
      if (!there || there.withdrawnAt) await cancel(tx, closing)
      // Sent again, it waits for another two weeks: the wait before is over.
      else if (there.acceptedAt || dayOf(there.expiresAt) !== dueOn) await settle(tx, closing)
    }
    for (const { id, invitedBy, expiresAt } of await tx.rows(policy.waitingInvitations(now), {
      orderBy: [invitation.id],
    }))
      await owe(tx, {
        kind,
        about: { table: invitation, id },
        debtor: invitedBy ? person(invitedBy) : team,
        creditor: team,
        title,
        href: '/accounts/invitations',
        dueOn: dayOf(expiresAt),
        deed: 'accounts.invite',
        by: actor,
        now,
        once: true,
      })
    return {}
  },
})
