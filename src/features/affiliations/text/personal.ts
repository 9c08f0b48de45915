import { featureText } from '../../../kernel/text.ts'

/** What the deletion of an account means for the organisations of its owner. */
export const text = featureText('affiliations.personal', {
  fr: {
    goesAffiliations_one: 'Votre rattachement à une organisation disparaît. Sa fiche reste dans l’annuaire.',
    goesAffiliations_other:
      'Vos {{count}} rattachements à des organisations disparaissent. Leurs fiches restent dans l’annuaire.',
    goesRequests_one: 'Votre demande de rattachement est retirée.',
    goesRequests_other: 'Vos {{count}} demandes de rattachement sont retirées.',
  },
  en: {
    goesAffiliations_one: 'Your link to an organisation disappears. Its entry stays in the directory.',
    goesAffiliations_other: 'Your {{count}} links to organisations disappear. Their entries stay in the directory.',
    goesRequests_one: 'Your request to join is withdrawn.',
    goesRequests_other: 'Your {{count}} requests to join are withdrawn.',
  },
})
