import { featureText } from '../../../kernel/text.ts'

/** What organisations owe those who ask to join. */
export const text = featureText('affiliations.duties', {
  fr: {
    'answer-request': 'Répondre à une demande de rattachement',
    answerRequest: 'Répondre à {{person}}, qui demande à rejoindre {{organisation}}',
  },
  en: {
    'answer-request': 'Answer a request to join',
    answerRequest: 'Answer {{person}}, who asks to join {{organisation}}',
  },
})
