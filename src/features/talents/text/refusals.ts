import { featureText } from '../../../kernel/text.ts'

/** What somebody who fills in a profile may have got wrong. */
export const text = featureText('talents.refusals', {
  fr: {
    month: 'Écrivez une année ou un mois, par exemple 2019 ou 2019-09.',
    day: 'Écrivez un jour, par exemple 2026-09-01.',
    period: 'La fin précède le début : vérifiez les deux dates.',
    skill: 'Choisissez une compétence de la liste, ou écrivez la vôtre.',
    language: 'Choisissez une langue, ou écrivez son nom.',
  },
  en: {
    month: 'Write a year or a month, for example 2019 or 2019-09.',
    day: 'Write a day, for example 2026-09-01.',
    period: 'It ends before it begins: check both dates.',
    skill: 'Choose a skill of the list, or write your own.',
    language: 'Choose a language, or write its name.',
  },
})
