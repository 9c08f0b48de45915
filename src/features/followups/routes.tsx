import { isSignedIn } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/days.ts'
import type { Feature } from '../../web/feature.ts'
import { routes } from '../../web/routing.tsx'
import { followUpData } from './actions/personal.ts'
import { invitationsWatched, remind } from './jobs.ts'
import { waitingCount } from './queries/lists.ts'
import { followUpsApi } from './routes/api.ts'
import { listRoutes } from './routes/lists.tsx'
import { recordRoutes } from './routes/record.tsx'
import { renewInvitationDuty } from './rules/duties.ts'
import { followUpNotices } from './schema.ts'
import { text } from './text/pages.ts'

/** Who owes what to whom, until when. */
export const followupsFeature: Feature = {
  key: 'followups',
  // Lists first: /followups/awaited is no follow-up.
  routes: routes().route('/', listRoutes).route('/', recordRoutes),
  api: followUpsApi,
  menu: [{ key: 'followups', href: '/followups', label: (language) => text(language)('menu'), allow: isSignedIn }],
  bells: [
    {
      href: '/followups',
      icon: 'clipboard-check',
      label: (language, count) => (count ? text(language)('bell', { count }) : text(language)('bellNone')),
      count: (read, actor) => waitingCount(read, actor, dayOf(new Date())),
    },
  ],
  notices: Object.values(followUpNotices),
  reactions: invitationsWatched,
  periodic: [remind],
  personal: [followUpData],
  followUps: [renewInvitationDuty],
}
