import { sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '../../../db/writer.ts'
import type { PersonalData } from '../../../web/personal.ts'
import * as policy from '../policy.ts'
import {
  countOwnParts,
  everyOwnChoice,
  everyOwnNotice,
  ownConversations,
  ownWordsElsewhere,
} from '../queries/personal.ts'
import { mask, namesOf } from '../rules/masking.ts'
import { conversation, message, report } from '../tables.ts'
import { personalText } from '../text/personal.ts'
import { peopleFor } from './notify.ts'

/** What happens to the words of somebody who leaves: docs/decisions/018-messages.md */
export const messagesData: PersonalData = {
  key: 'messages',
  data: async (read, person) => ({
    conversations: await ownConversations(read, person),
    writtenInConversationsLeft: await ownWordsElsewhere(read, person),
    notifications: await everyOwnNotice(read, person),
    mailChoices: await everyOwnChoice(read, person),
  }),
  consequences: async (read, person, language) => {
    const t = personalText(language)
    const count = await countOwnParts(read, person)
    return [t('goesNotices'), ...(count ? [t('staysMessages', { count })] : [])]
  },
  erase: async (tx, { id, email }) => {
    const [person] = await peopleFor(tx, [id])
    await tx.removeAll(policy.conversationsOnlyOf(id))
    await maskNames(tx, id, namesOf({ name: person?.name ?? '', email }))
    await tx.updateAll(policy.messagesBy(id), undefined, { mailId: null })
    // Mails first: they are found by the notices that left in them.
    await tx.removeAll(policy.mailsCarrying(id))
    await tx.removeAll(policy.noticesFrom(id))
    await tx.removeAll(policy.deadAddressNamed(email))
    const nameless = { accountId: null, alias: null, revealedAt: null, onBehalfOf: null, organisationId: null }
    await tx.updateAll(policy.partsOf(id), undefined, nameless)
  },
}

const without = (column: PgColumn, pattern: string) => sql<string>`regexp_replace(${column}, ${pattern}, ${mask}, 'gi')`
/** In all that is kept of the conversations they took part in, whoever wrote it. */
async function maskNames(tx: Tx, id: string, pattern: string): Promise<void> {
  await tx.updateAll(policy.messagesAround(id), undefined, { text: without(message.text, pattern) })
  await tx.updateAll(policy.conversationsWith(id), undefined, { subject: without(conversation.subject, pattern) })
  await tx.updateAll(policy.conversationsWith(id), sql`${conversation.aboutTitle}::text ~* ${pattern}`, {
    aboutTitle: sql`regexp_replace(${conversation.aboutTitle}::text, ${pattern}, ${mask}, 'gi')::jsonb`,
  })
  await tx.updateAll(policy.reportsAround(id), undefined, { reason: without(report.reason, pattern) })
}
