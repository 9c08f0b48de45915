import { featureText } from '../../../kernel/text.ts'

export const conversationText = featureText('messages.conversations', {
  fr: {
    gone: 'Une personne qui a quitté le site',
    wrote: '{{name}} vous a écrit : {{subject}}',
    closedTitle: 'Conversation terminée : {{subject}}',
    closedBody: '{{name}} a mis fin à cette conversation. Vous pouvez la relire ; pour y répondre, rouvrez-la.',
    closedBodyTeam: 'L’équipe a mis fin à cette conversation. Vous pouvez la relire.',
    isClosed:
      'Cette conversation est terminée : votre réponse n’a pas été envoyée. Rouvrez la conversation, puis envoyez-la de nouveau.',
    notInIt: 'Vous ne participez pas à cette conversation.',
    closedForGood:
      'L’équipe a mis fin à cette conversation : elle ne peut pas être rouverte. Écrivez à l’équipe si c’est une erreur.',
    reportedTitle: 'Une conversation a été signalée',
    reportedBody: 'Une des personnes qui y participent demande à l’équipe de la regarder.',
    reportedAlready: 'Vous avez déjà signalé cette conversation : l’équipe va la regarder.',
    alone: 'Il ne reste personne pour lire votre message : les autres ont quitté la conversation.',
  },
  en: {
    gone: 'Somebody who has left the site',
    wrote: '{{name}} wrote to you: {{subject}}',
    closedTitle: 'Conversation ended: {{subject}}',
    closedBody: '{{name}} has ended this conversation. You can read it again; to answer, reopen it.',
    closedBodyTeam: 'The team has ended this conversation. You can read it again.',
    isClosed: 'This conversation has ended: your answer was not sent. Reopen the conversation, then send it again.',
    notInIt: 'You do not take part in this conversation.',
    closedForGood:
      'The team has ended this conversation: it cannot be reopened. Write to the team if this is a mistake.',
    reportedTitle: 'A conversation has been reported',
    reportedBody: 'One of the people in it asks the team to look at it.',
    reportedAlready: 'You have already reported this conversation: the team will look at it.',
    alone: 'Nobody is left to read your message: the others have left the conversation.',
  },
})
