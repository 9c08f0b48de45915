import { isSignedIn } from '../../kernel/actor.ts'
import type { Feature } from '../../web/feature.ts'
import { routes } from '../../web/routing.tsx'
import { messagesData } from './actions/personal.ts'
import { digests, forgetting } from './jobs.ts'
import * as policy from './policy.ts'
import { ownDeadAddress } from './queries/addresses.ts'
import { unreadConversations } from './queries/conversations.ts'
import { unreadNotices } from './queries/notices.ts'
import { addressRoutes } from './routes/addresses.tsx'
import { messagesApi } from './routes/api.ts'
import { conversationRoutes, gate } from './routes/conversations.tsx'
import { type Kinds, noticeRoutes, unsubscribeRoutes } from './routes/notices.tsx'
import { noticeKinds } from './schema.ts'
import { addressText } from './text/addresses.ts'
import { pageText } from './text/pages.ts'

/** `kinds`: the notices of all features, which are known when all features are. */
export const messagesFeature = (kinds: Kinds): Feature => ({
  key: 'messages',
  routes: routes()
    .route('/', gate('/messages/*', '/notices/*'))
    .route('/', addressRoutes)
    .route('/', conversationRoutes)
    .route('/', noticeRoutes(kinds))
    .route('/', unsubscribeRoutes(kinds)),
  api: messagesApi,
  menu: [
    { key: 'messages', href: '/messages', label: (language) => pageText(language)('messages'), allow: isSignedIn },
    { key: 'notices', href: '/notices', label: (language) => pageText(language)('notices'), allow: isSignedIn },
    {
      key: 'reports',
      href: '/messages/reports',
      label: (language) => pageText(language)('reportsTitle'),
      allow: policy.seeReports,
    },
    {
      key: 'addresses',
      href: '/messages/addresses',
      label: (language) => addressText(language)('listTitle'),
      allow: policy.seeAddresses,
    },
  ],
  alarms: [
    async (read, actor, language) => {
      const dead = await ownDeadAddress(read, actor)
      const t = addressText(language)
      return dead && { text: t('alarm', { address: dead.address }), href: '/notices/address', label: t('alarmDo') }
    },
  ],
  bells: [
    {
      href: '/messages',
      icon: 'mail',
      label: (language, count) =>
        count ? pageText(language)('messagesBell', { count }) : pageText(language)('messagesBellNone'),
      count: unreadConversations,
    },
    {
      href: '/notices',
      icon: 'bell',
      label: (language, count) =>
        count ? pageText(language)('noticesBell', { count }) : pageText(language)('noticesBellNone'),
      count: unreadNotices,
    },
  ],
  periodic: [digests(kinds), forgetting],
  personal: [messagesData],
  notices: Object.values(noticeKinds),
})
