import { isSignedIn } from '../../kernel/actor.ts'
import type { Feature } from '../../web/feature.ts'
import { affiliationData } from './actions/personal.ts'
import { merged, stragglers } from './jobs.ts'
import { panels } from './panels.tsx'
import { duties } from './queries/duties.ts'
import { affiliationApi } from './routes/api.ts'
import { peopleRoutes } from './routes/people.tsx'
import { answerRequestDuty } from './rules/duties.ts'
import { text } from './text/people.ts'

export const affiliationsFeature: Feature = {
  key: 'affiliations',
  routes: peopleRoutes,
  api: affiliationApi,
  menu: [
    {
      key: 'my-organisations',
      href: '/organisations/mine',
      label: (language) => text(language)('mine'),
      allow: isSignedIn,
    },
  ],
  panels,
  reactions: [merged],
  periodic: [stragglers],
  personal: [affiliationData],
  followUps: [answerRequestDuty],
  duties,
}
