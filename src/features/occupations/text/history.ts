import { featureText } from '../../../kernel/text.ts'

/** What the history of a sheet says of each deed. */
export const historyText = featureText('occupations.history', {
  fr: {
    system: 'Passerelle',
    somebody: 'Une personne dont le compte a été supprimé',
    'occupations.create': 'a écrit la fiche',
    'occupations.edit': 'a modifié la fiche',
    'occupations.publish': 'a publié la fiche',
    'occupations.unpublish': 'a repassé la fiche en brouillon',
    'occupations.archive': 'a archivé la fiche',
    'occupations.review': 'a relu la fiche',
    imported: 'a mis à jour la fiche par un import',
    other: 'a agi sur la fiche',
    changed: 'modifiées',
    state: 'État',
  },
  en: {
    system: 'Passerelle',
    somebody: 'A person whose account has been deleted',
    'occupations.create': 'wrote the sheet',
    'occupations.edit': 'edited the sheet',
    'occupations.publish': 'published the sheet',
    'occupations.unpublish': 'took the sheet back to draft',
    'occupations.archive': 'archived the sheet',
    'occupations.review': 'reviewed the sheet',
    imported: 'updated the sheet with an import',
    other: 'acted on the sheet',
    changed: 'changed',
    state: 'State',
  },
})
