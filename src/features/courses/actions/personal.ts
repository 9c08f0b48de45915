import type { PersonalData } from '../../../web/personal.ts'
import * as policy from '../policy.ts'
import { courseImport, courseSponsorship } from '../tables.ts'

/** What courses know about a person: sponsorships that they proposed or answered, and files that they handed in. */
export const courseData: PersonalData = {
  key: 'courses',
  data: async (read, { id }) => {
    if (id === null) return {}
    const [sponsorships, imports] = await Promise.all([
      read.rows(policy.sponsorshipsOfPerson(id), { orderBy: [courseSponsorship.createdAt, courseSponsorship.id] }),
      read.rows(policy.importsOfPerson(id), { orderBy: [courseImport.createdAt, courseImport.id] }),
    ])
    return {
      sponsorships: sponsorships.map(({ courseId, organisationId, state, proposerId, createdAt, answeredAt }) => ({
        ...{ courseId, organisationId, state, createdAt, answeredAt },
        proposedByMe: proposerId === id,
      })),
      imports: imports.map(({ fileName, createdAt, state }) => ({ fileName, createdAt, state })),
    }
  },
  /** What was done for an organisation or the team stays theirs. */
  consequences: async () => [],
  /** Every mention of a person here is a reference that empties itself when the account goes. */
  erase: async () => {},
}
