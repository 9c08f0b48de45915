import { featureText } from '../../../kernel/text.ts'

export const mailsText = featureText('messages.mails', {
  fr: {
    above: 'Pour répondre, écrivez au-dessus de cette ligne',
    subject: 'Re: {{subject}}',
    noSubject: 'Votre message',
    hello: 'Bonjour,',
    unknown:
      'Nous avons bien reçu votre message, mais l’adresse à laquelle il a été envoyé ne correspond à aucune conversation : elle est incomplète ou n’est plus valable. Personne ne l’a lu.',
    wrongSender:
      'Nous avons bien reçu votre message, mais il vient d’une autre adresse que celle à laquelle nous vous avions écrit. Pour que personne ne puisse répondre à votre place, il n’a pas été transmis.',
    wrongSenderHow: 'Répondez depuis l’adresse de votre compte, ou directement sur le site.',
    closed:
      'Nous avons bien reçu votre message, mais la conversation est terminée : il n’a pas été transmis. Rouvrez-la sur le site pour y écrire.',
    closedByTeam:
      'Nous avons bien reçu votre message, mais l’équipe a mis fin à cette conversation : il n’a pas été transmis.',
    left: 'Nous avons bien reçu votre message, mais vous avez quitté cette conversation : il n’a pas été transmis.',
    alone:
      'Nous avons bien reçu votre message, mais plus personne d’autre ne participe à cette conversation : il n’a pas été transmis.',
    empty:
      'Nous avons bien reçu votre message, mais nous n’y avons trouvé aucun texte au-dessus du message cité. Rien n’a été transmis.',
    long: 'Nous avons bien reçu votre message, mais il dépasse {{most}} caractères. Il n’a pas été transmis.',
    toConversation: 'Ouvrir la conversation',
    toSite: 'Ouvrir mes messages',
    automatic: 'Ceci est une réponse automatique : il est inutile d’y répondre.',
    attachments_one: '[Une pièce jointe n’a pas été transmise.]',
    attachments_other: '[{{count}} pièces jointes n’ont pas été transmises.]',
  },
  en: {
    above: 'To answer, write above this line',
    subject: 'Re: {{subject}}',
    noSubject: 'Your message',
    hello: 'Hello,',
    unknown:
      'We received your message, but the address to which it was sent belongs to no conversation: it is incomplete or no longer valid. Nobody has read it.',
    wrongSender:
      'We received your message, but it comes from another address than the one to which we had written. So that nobody can answer in your place, it was not passed on.',
    wrongSenderHow: 'Answer from the address of your account, or directly on the site.',
    closed:
      'We received your message, but the conversation has ended: it was not passed on. Reopen it on the site to write in it.',
    closedByTeam: 'We received your message, but the team has ended this conversation: it was not passed on.',
    left: 'We received your message, but you have left this conversation: it was not passed on.',
    alone: 'We received your message, but nobody else is in this conversation any more: it was not passed on.',
    empty: 'We received your message, but found no text in it above the quoted message. Nothing was passed on.',
    long: 'We received your message, but it has more than {{most}} characters. It was not passed on.',
    toConversation: 'Open the conversation',
    toSite: 'Open my messages',
    automatic: 'This is an automatic answer: there is no need to answer it.',
    attachments_one: '[One attachment was not passed on.]',
    attachments_other: '[{{count}} attachments were not passed on.]',
  },
})
