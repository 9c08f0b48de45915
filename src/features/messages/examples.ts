import { z } from 'zod'
import { action, nothing } from '../../db/action.ts'
import type { Context } from '../../db/context.ts'
import type { Tx } from '../../db/writer.ts'
import type { NoticeKind } from '../../web/notice-kind.ts'
import { openConversation } from './actions/conversations.ts'
import type { NewConversation } from './schema.ts'
import { conversation } from './tables.ts'

/** What a later feature does in a deed of its own: notify, openConversation, sayIn... */
export const inDeed = <Output>(context: Context, run: (tx: Tx) => Promise<Output>): Promise<Output> =>
  action({
    name: 'examples.deed',
    about: conversation,
    input: z.object({}),
    load: nothing,
    allow: () => true,
    run: ({ tx }) => run(tx),
  })(context, {})

/** A kind of notice as a later feature declares it. */
export const exampleKind = (rhythm: NoticeKind['rhythm'] = 'at-once'): NoticeKind => ({
  kind: 'offers.expiring',
  label: (language) => (language === 'fr' ? 'Vos offres qui expirent' : 'Your offers that expire'),
  rhythm,
})

/** One person writes to another about a record. */
export const exampleConversation = (
  from: string,
  to: string,
  more: Partial<NewConversation> = {},
): NewConversation => ({
  subject: 'Un stage au printemps',
  about: {
    kind: 'talents.profile',
    id: '01900000-0000-7000-8000-000000000001',
    title: { fr: 'Profil de talent', en: 'Talent profile' },
    href: '/talents/exemple',
  },
  openedBy: from,
  participants: [{ accountId: from, onBehalfOf: 'Studio Arpège' }, { accountId: to }],
  text: 'Bonjour, votre profil nous intéresse.',
  ...more,
})

export const openExample = (context: Context, from: string, to: string, more: Partial<NewConversation> = {}) =>
  inDeed(context, (tx) => openConversation(tx, exampleConversation(from, to, more)))
