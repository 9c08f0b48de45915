import { featureText } from '../../../kernel/text.ts'

/** What is owed about sheets. */
export const dutyText = featureText('occupations.duties', {
  fr: {
    'review-sheet': 'Relire une fiche métier',
    reviewSheet: 'Relire la fiche «\u00a0{{title}}\u00a0»',
  },
  en: {
    'review-sheet': 'Review an occupation sheet',
    reviewSheet: 'Review the sheet “{{title}}”',
  },
})
