import { featureText } from '../../../kernel/text.ts'

/** Sentences with which a deed about people and organisations is refused. */
export const text = featureText('affiliations.refusals', {
  fr: {
    dayWrong: 'Écrivez une date, par exemple 2026-03-31.',
    alreadyAsked: 'Votre demande est déjà en attente.',
    alreadyThere: 'Cette personne a déjà ce rôle dans l’organisation.',
    answered: 'Cette demande a déjà reçu une réponse.',
    noAccount: 'Personne n’a de compte avec cette adresse. Invitez d’abord cette personne à créer un compte.',
    endBeforeStart: 'La fin ne peut pas précéder le début.',
    ended: 'Ce rattachement est déjà terminé.',
    lastRepresentative:
      'C’est la dernière personne qui représente l’organisation. Nommez d’abord quelqu’un d’autre, ou adressez-vous à l’équipe.',
    notPublished: 'On ne peut rejoindre que des organisations publiées.',
  },
  en: {
    dayWrong: 'Write a date, for example 2026-03-31.',
    alreadyAsked: 'Your request is already waiting.',
    alreadyThere: 'This person already has this role in the organisation.',
    answered: 'This request has already been answered.',
    noAccount: 'Nobody has an account with this address. First invite this person to create one.',
    endBeforeStart: 'The end cannot come before the beginning.',
    ended: 'This affiliation has already ended.',
    lastRepresentative:
      'This is the last person who represents the organisation. First appoint somebody else, or write to the team.',
    notPublished: 'Only published organisations can be joined.',
  },
})
