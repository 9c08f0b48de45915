import { featureText } from '../../../kernel/text.ts'

/** Why a deed on a follow-up was refused. */
export const refusals = featureText('followups.refusals', {
  fr: {
    dayWrong: 'Cette date n’existe pas. Écrivez-la ainsi\u00a0: 2027-03-31.',
    howNeeded: 'Dites en quelques mots comment cela a été fait.',
    whenNeeded: 'Choisissez une durée ou une date.',
    past: 'Choisissez un jour à venir.',
    far: 'Reportez de 60 jours au plus.',
    closed: 'Cette demande est déjà close\u00a0: il n’y a plus rien à faire.',
    stranger:
      'Cette personne ne fait pas partie de la même organisation ni de l’équipe\u00a0: choisissez quelqu’un de la liste.',
    same: 'Cette demande attend déjà cette personne.',
    notSnoozed: 'Cette demande n’est pas reportée.',
    linkGone: 'Ce lien n’est plus valable. Connectez-vous pour voir ce qui vous attend.',
    againPast: 'Choisissez un jour de rappel à venir.',
  },
  en: {
    dayWrong: 'There is no such day. Write it like this: 2027-03-31.',
    howNeeded: 'Say in a few words how it was done.',
    whenNeeded: 'Choose a number of days or a date.',
    past: 'Choose a day to come.',
    far: 'Snooze for at most 60 days.',
    closed: 'This follow-up is already closed: there is nothing left to do.',
    stranger: 'This person belongs neither to the same organisation nor to the team: choose somebody from the list.',
    same: 'This follow-up is already waiting for this person.',
    notSnoozed: 'This follow-up is not snoozed.',
    linkGone: 'This link no longer works. Sign in to see what is waiting for you.',
    againPast: 'Choose a day to come for the next call.',
  },
})
