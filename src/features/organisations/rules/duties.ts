import { type Day, dayOf } from '../../../kernel/days.ts'
import type { FollowUpKind } from '../../../web/duties.ts'
import { addWorkingDays } from '../../followups/rules/working-days.ts'
import { text } from '../text/duties.ts'

/** Only representatives may answer: HR would be reminded of what it cannot do. */
export const answerRequestDuty: FollowUpKind = {
  key: 'organisations.answer-request',
  label: (language) => text(language)('answer-request'),
  escalatesAfter: 7,
  roles: ['representative'],
}
export const decideProposalDuty: FollowUpKind = {
  key: 'organisations.decide-proposal',
  label: (language) => text(language)('decide-proposal'),
  escalatesAfter: 7,
}
export const organisationDuties = [answerRequestDuty, decideProposalDuty] as const

/** A week of work to answer. */
export const answerDay = (now: Date): Day => addWorkingDays(dayOf(now), 5)
export const inBoth = (key: 'answerRequest' | 'decideProposal', said: { person: string; organisation: string }) => ({
  fr: text('fr')(key, said),
  en: text('en')(key, said),
})
