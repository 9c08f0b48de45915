import type { PersonalData } from '../../../web/personal.ts'
import * as policy from '../policy.ts'
import { myAffiliations } from '../queries/people.ts'
import { everyRequestOf } from '../queries/requests.ts'
import { text } from '../text/personal.ts'

/** What affiliations know about a person: where they work and have worked, and what they asked for. */
export const affiliationData: PersonalData = {
  key: 'affiliations',
  data: async (read, person) => ({
    affiliations: (await myAffiliations(read, person)).map(({ displayName, role, title, startsOn, endsOn }) => ({
      ...{ organisation: displayName, role, title, startsOn, endsOn },
    })),
    requests: (await everyRequestOf(read, person)).map(
      ({ displayName, role, message, state, createdAt, answeredAt }) => ({
        ...{ organisation: displayName, role, message, state, createdAt, answeredAt },
      }),
    ),
  }),
  consequences: async (read, person, language) => {
    const t = text(language)
    const [affiliations, requests] = await Promise.all([myAffiliations(read, person), everyRequestOf(read, person)])
    const waiting = requests.filter(({ state }) => state === 'waiting').length
    return [
      ...(affiliations.length ? [t('goesAffiliations', { count: affiliations.length })] : []),
      ...(waiting ? [t('goesRequests', { count: waiting })] : []),
    ]
  },
  erase: async (tx, { id }) => {
    await tx.removeAll(policy.requestsOf(id))
    await tx.removeAll(policy.affiliationsOf(id))
  },
}
