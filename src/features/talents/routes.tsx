import { isSignedIn, isStaff } from '../../kernel/actor.ts'
import type { Feature } from '../../web/feature.ts'
import { routes } from '../../web/routing.tsx'
import { talentData } from './actions/personal.ts'
import { alerting, following, tending } from './jobs.ts'
import { panels } from './panels.tsx'
import { sitemap, talentSource } from './queries/finding.ts'
import { countPublic } from './queries/list.ts'
import { endpoints } from './routes/api.ts'
import { listRoutes } from './routes/list.tsx'
import { mineRoutes } from './routes/mine.tsx'
import { profileRoutes } from './routes/profile.tsx'
import { answerDuty, talentNotices } from './schema/notices.ts'
import { text as dealings } from './text/dealings.ts'
import { text } from './text/find.ts'
import { text as mine } from './text/mine.ts'

/** Profiles of people, and finding them. */
export const talentsFeature: Feature = {
  key: 'talents',
  routes: routes().route('/', listRoutes).route('/', mineRoutes).route('/', profileRoutes),
  api: endpoints,
  doors: [{ key: 'talents', href: '/talents', label: (language) => text(language)('talents') }],
  menu: [
    { key: 'talent-profile', href: '/talents/mine', label: (language) => mine(language)('mine'), allow: isSignedIn },
    {
      key: 'talent-proposals',
      href: '/talents/proposals',
      label: (language) => dealings(language)('proposals'),
      allow: isStaff,
    },
  ],
  panels,
  reactions: following,
  periodic: [tending, alerting],
  home: [
    {
      key: 'talents',
      href: '/talents',
      label: (language) => text(language)('talents'),
      promise: (language) => text(language)('promise'),
      figure: countPublic,
      unit: (language, count) => text(language)('unit', { count }),
    },
  ],
  search: [talentSource],
  sitemap: [sitemap],
  personal: [talentData],
  notices: Object.values(talentNotices),
  followUps: [answerDuty],
}
