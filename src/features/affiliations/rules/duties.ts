import type { FollowUpKind } from '../../../web/duties.ts'
import { text } from '../text/duties.ts'

/** Only representatives may answer: HR would be reminded of what it cannot do. */
export const answerRequestDuty: FollowUpKind = {
  key: 'affiliations.answer-request',
  label: (language) => text(language)('answer-request'),
  escalatesAfter: 7,
  roles: ['representative'],
}
export const answerRequestTitle = (said: { readonly person: string; readonly organisation: string }) => ({
  fr: text('fr')('answerRequest', said),
  en: text('en')('answerRequest', said),
})
