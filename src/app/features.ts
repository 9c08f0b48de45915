import type { Accounts } from '../features/accounts/auth.ts'
import { accountsFeature } from '../features/accounts/routes.tsx'
import { affiliationsFeature } from '../features/affiliations/routes.tsx'
import { coursesFeature } from '../features/courses/routes.tsx'
import { cvsFeature } from '../features/cvs/routes.tsx'
import { documentsFeature } from '../features/documents/routes.tsx'
import { followupsFeature } from '../features/followups/routes.tsx'
import { messagesFeature } from '../features/messages/routes.tsx'
import { occupationsFeature } from '../features/occupations/routes.tsx'
import { organisationImportsFeature } from '../features/organisation-imports/routes.tsx'
import { organisationsFeature } from '../features/organisations/routes.tsx'
import { portalFeature } from '../features/portal/routes.tsx'
import { repertoriesFeature } from '../features/repertories/routes.tsx'
import { talentsFeature } from '../features/talents/routes.tsx'
import { learnDuties } from '../web/duties.ts'
import type { Feature } from '../web/feature.ts'

export type Services = { readonly accounts: Accounts }

/** The features in their one order: later ones know earlier ones, never the other way round. */
export function featureList({ accounts }: Services): readonly Feature[] {
  // The page of preferences shows the notices of all features, later ones too.
  const kinds = () => all.flatMap(({ notices = [] }) => notices)
  const features: readonly Feature[] = [
    accountsFeature(accounts),
    documentsFeature,
    messagesFeature(kinds),
    followupsFeature,
    organisationsFeature,
    affiliationsFeature,
    organisationImportsFeature,
    occupationsFeature,
    repertoriesFeature,
    coursesFeature,
    talentsFeature,
    cvsFeature,
  ]
  learnDuties(features)
  const all: readonly Feature[] = [...features, portalFeature(features)]
  return all
}

/** Action -> the queues of the reactions to it. */
export function reactionsOf(features: readonly Feature[]): ReadonlyMap<string, readonly string[]> {
  const reactions = new Map<string, string[]>()
  for (const reaction of features.flatMap((feature) => feature.reactions ?? []))
    reactions.set(reaction.on, [...(reactions.get(reaction.on) ?? []), reaction.name])
  return reactions
}
