import { type Day, dayOf } from '../../../kernel/days.ts'
import type { FollowUpKind } from '../../../web/duties.ts'
import { addWorkingDays } from '../../followups/rules/working-days.ts'
import { text } from '../text/duties.ts'

export const decideProposalDuty: FollowUpKind = {
  key: 'organisations.decide-proposal',
  label: (language) => text(language)('decide-proposal'),
  escalatesAfter: 7,
}

/** A week of work to answer. */
export const answerDay = (now: Date): Day => addWorkingDays(dayOf(now), 5)
export const decideProposalTitle = (said: { readonly organisation: string }) => ({
  fr: text('fr')('decideProposal', said),
  en: text('en')('decideProposal', said),
})
