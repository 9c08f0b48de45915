import { featureText } from '../../../kernel/text.ts'

/** What organisations and the team owe those who ask. */
export const text = featureText('organisations.duties', {
  fr: {
    'answer-request': 'Répondre à une demande de rattachement',
    'decide-proposal': 'Décider d’une organisation proposée',
    answerRequest: 'Répondre à {{person}}, qui demande à rejoindre {{organisation}}',
    decideProposal: 'Publier ou refuser «\u00a0{{organisation}}\u00a0», organisation proposée',
  },
  en: {
    'answer-request': 'Answer a request to join',
    'decide-proposal': 'Decide on a proposed organisation',
    answerRequest: 'Answer {{person}}, who asks to join {{organisation}}',
    decideProposal: 'Publish or refuse “{{organisation}}”, a proposed organisation',
  },
})
