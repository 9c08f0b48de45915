import type { Language } from '../../../kernel/language.ts'
import { featureText } from '../../../kernel/text.ts'

export const text = featureText('talents.files', {
  fr: {
    purpose: 'Fichiers d’un profil de talent',
    files: 'Fichiers',
    title: 'Nom du fichier, tel qu’il paraît',
    file: 'Fichier',
    kinds: 'PDF ou image',
    add: 'Ajouter le fichier',
    help: 'Un portfolio, une attestation. Le nom du fichier d’origine se voit au téléchargement.',
  },
  en: {
    purpose: 'Files of a talent profile',
    files: 'Files',
    title: 'Name of the file, as it appears',
    file: 'File',
    kinds: 'PDF or picture',
    add: 'Add the file',
    help: 'A portfolio, a certificate. The name of the original file is seen when it is downloaded.',
  },
})
export const filesLabel = (language: Language) => text(language)('purpose')
