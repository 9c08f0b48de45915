import { featureText } from '../kernel/text.ts'

/** The disk or the bucket of the files does not do what it should. */
export const storageText = featureText('web.storage', {
  fr: {
    notKept:
      'Les fichiers ne peuvent pas être enregistrés en ce moment. Rien n’a été changé ; choisissez de nouveau le fichier dans quelques minutes.',
  },
  en: {
    notKept: 'Files cannot be kept at the moment. Nothing was changed; choose the file again in a few minutes.',
  },
})
