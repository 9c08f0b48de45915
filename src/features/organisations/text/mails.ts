import { featureText } from '../../../kernel/text.ts'

/** Mails about organisations: subject and plain text. */
export const text = featureText('organisations.mails', {
  fr: {
    hello: 'Bonjour {{name}},',
    proposalSubject: 'Organisation proposée : {{organisation}}',
    proposal: '{{person}} propose d’ajouter « {{organisation}} » à l’annuaire.\n\nRelire et décider : {{link}}',
    publishedSubject: '{{organisation}} est dans l’annuaire',
    published:
      'L’organisation que vous avez proposée, « {{organisation}} », est publiée. Merci.\n\nSa fiche : {{link}}',
    refusedSubject: 'Votre proposition : {{organisation}}',
    refused:
      'L’équipe n’a pas publié l’organisation que vous avez proposée, « {{organisation}} ».\n\nSa raison : {{reason}}',
  },
  en: {
    hello: 'Hello {{name}},',
    proposalSubject: 'Organisation suggested: {{organisation}}',
    proposal: '{{person}} suggests adding “{{organisation}}” to the directory.\n\nRead and decide: {{link}}',
    publishedSubject: '{{organisation}} is in the directory',
    published:
      'The organisation you suggested, “{{organisation}}”, has been published. Thank you.\n\nIts page: {{link}}',
    refusedSubject: 'Your suggestion: {{organisation}}',
    refused: 'The team has not published the organisation you suggested, “{{organisation}}”.\n\nIts reason: {{reason}}',
  },
})
