import { featureText } from '../../../kernel/text.ts'

export const dataText = featureText('cvs.data', {
  fr: {
    goesCvs_one: 'Votre CV disparaît, avec ses liens.',
    goesCvs_other: 'Vos {{count}} CV disparaissent, avec leurs liens.',
    goesLinks_one: 'Un lien que vous avez donné cesse de s’ouvrir.',
    goesLinks_other: '{{count}} liens que vous avez donnés cessent de s’ouvrir.',
  },
  en: {
    goesCvs_one: 'Your CV disappears, with its links.',
    goesCvs_other: 'Your {{count}} CVs disappear, with their links.',
    goesLinks_one: 'One link that you gave stops opening.',
    goesLinks_other: '{{count}} links that you gave stop opening.',
  },
})
