import { featureText } from '../../../kernel/text.ts'

/** What is owed about things of features before this one, which cannot call it. */
export const dutyText = featureText('followups.duties', {
  fr: {
    'renew-invitation': 'Renouveler ou retirer une invitation',
    renewInvitation: 'Renouveler ou retirer une invitation à laquelle personne n’a répondu',
  },
  en: {
    'renew-invitation': 'Renew or withdraw an invitation',
    renewInvitation: 'Renew or withdraw an invitation that nobody has answered',
  },
})
