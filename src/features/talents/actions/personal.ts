import { eq } from 'drizzle-orm'
import type { PersonalData } from '../../../web/personal.ts'
import * as policy from '../policy.ts'
import { everythingOf, photoOf } from '../queries/own.ts'
import { contact, savedSearch, skillProposal } from '../tables/dealings.ts'
import { text } from '../text/mine.ts'
import { eraseProfile } from './erase.ts'

/** What this feature knows about a person: their profile, who looked at it, what they asked of others. */
export const talentData: PersonalData = {
  key: 'talents',
  data: async (read, person) => {
    const { own, content, sent, received, searches, proposals, seen, left } = await everythingOf(read, person)
    return {
      settings: own ?? {},
      profile: content ?? {},
      looksAtMyProfile: seen,
      looksAtOthers: left.map(({ lookedOn, organisationId }) => ({ lookedOn, organisationId })),
      contactRequestsReceived: received.map(({ profileId: _p, fromId: _f, ...row }) => row),
      // Somebody else's profile is theirs: only what was written, and under which name they stood then.
      contactRequestsSent: sent.map(({ profileId: _p, ...row }) => row),
      savedSearches: searches,
      proposedSkills: proposals,
    }
  },
  files: async (read, person) => {
    const photo = await photoOf(read, person)
    return photo ? [{ name: 'photo.webp', open: async () => photo.webp }] : []
  },
  consequences: async (read, person, language) => {
    const t = text(language)
    const own = await read.one(policy.ownProfile(person))
    return own ? [t('consequence'), t('consequenceStays')] : []
  },
  erase: async (tx, { id }, now) => {
    const own = await tx.one(policy.profileOf(id))
    if (own) await eraseProfile(tx, own, now)
    await tx.removeAll(policy.everything(contact), eq(contact.fromId, id))
    await tx.removeAll(policy.everything(savedSearch), eq(savedSearch.userId, id))
    await tx.updateAll(policy.everything(skillProposal), eq(skillProposal.answeredBy, id), { answeredBy: null })
  },
}
