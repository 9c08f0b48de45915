import { featureText } from '../../../kernel/text.ts'

/** Mails about who belongs to which organisation: subject and plain text. */
export const text = featureText('affiliations.mails', {
  fr: {
    requestSubject: '{{person}} souhaite rejoindre {{organisation}}',
    request:
      '{{person}} ({{email}}) demande à être rattaché à « {{organisation}} » comme : {{role}}.\n\n{{message}}\n\nRépondre : {{link}}',
    acceptedSubject: 'Vous avez rejoint {{organisation}}',
    accepted: 'Votre compte est rattaché à « {{organisation}} » comme : {{role}}.\n\nVos organisations : {{link}}',
    declinedSubject: 'Votre demande auprès de {{organisation}}',
    declined:
      'Votre demande de rattachement à « {{organisation}} » n’a pas été acceptée. Pour en savoir plus, adressez-vous à la personne qui représente l’organisation.',
    addedSubject: 'Vous êtes rattaché à {{organisation}}',
    added:
      '{{person}} a rattaché votre compte à « {{organisation}} » comme : {{role}}. Si ce n’est pas exact, vous pouvez quitter l’organisation.\n\nVos organisations : {{link}}',
    endedSubject: 'Votre rattachement à {{organisation}} est terminé',
    ended: 'Votre rattachement à « {{organisation}} » se termine le {{day}}.\n\nVos organisations : {{link}}',
    'role-representative': 'représentant ou représentante',
    'role-hr': 'ressources humaines',
    'role-employee': 'membre du personnel',
  },
  en: {
    requestSubject: '{{person}} would like to join {{organisation}}',
    request:
      '{{person}} ({{email}}) asks to be linked to “{{organisation}}” as: {{role}}.\n\n{{message}}\n\nAnswer: {{link}}',
    acceptedSubject: 'You have joined {{organisation}}',
    accepted: 'Your account is linked to “{{organisation}}” as: {{role}}.\n\nYour organisations: {{link}}',
    declinedSubject: 'Your request to {{organisation}}',
    declined:
      'Your request to be linked to “{{organisation}}” was not accepted. To find out more, please ask the person who represents the organisation.',
    addedSubject: 'You are linked to {{organisation}}',
    added:
      '{{person}} has linked your account to “{{organisation}}” as: {{role}}. If that is not right, you can leave the organisation.\n\nYour organisations: {{link}}',
    endedSubject: 'Your link to {{organisation}} has ended',
    ended: 'Your link to “{{organisation}}” ends on {{day}}.\n\nYour organisations: {{link}}',
    'role-representative': 'representative',
    'role-hr': 'human resources',
    'role-employee': 'member of staff',
  },
})
