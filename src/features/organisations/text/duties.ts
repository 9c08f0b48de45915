import { featureText } from '../../../kernel/text.ts'

/** What organisations and the team owe those who ask. */
export const text = featureText('organisations.duties', {
  fr: {
    'decide-proposal': 'Décider d’une organisation proposée',
    decideProposal: 'Publier ou refuser «\u00a0{{organisation}}\u00a0», organisation proposée',
  },
  en: {
    'decide-proposal': 'Decide on a proposed organisation',
    decideProposal: 'Publish or refuse “{{organisation}}”, a proposed organisation',
  },
})
