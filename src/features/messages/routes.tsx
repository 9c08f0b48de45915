import type { Feature } from '../../web/feature.ts'
import { routes } from '../../web/routing.tsx'
import { noticeKinds } from './schema.ts'

export const messagesFeature: Feature = {
  key: 'messages',
  routes: routes(),
  notices: Object.values(noticeKinds),
}
