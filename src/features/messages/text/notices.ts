import { featureText } from '../../../kernel/text.ts'

export const noticeText = featureText('messages.notices', {
  fr: {
    kindMessage: 'Messages qui vous sont écrits',
    kindClosed: 'Fin de vos conversations',
    kindReport: 'Conversations signalées à l’équipe',
    kindAccount: 'Sécurité et compte',
    kindAddress: 'Adresse à corriger',
    hello: 'Bonjour {{name}},',
    open: 'Ouvrir',
    answer: 'Lire et répondre',
    because: 'Vous recevez ce message parce que vous suivez : {{kind}}.',
    choose: 'Pour en recevoir moins : {{link}}',
    end: 'Pour ne plus en recevoir, sans vous connecter : {{link}}',
    mandatory: 'Les messages de cette sorte (« {{kind}} ») sont toujours envoyés.',
  },
  en: {
    kindMessage: 'Messages written to you',
    kindClosed: 'Conversations that end',
    kindReport: 'Conversations reported to the team',
    kindAccount: 'Security and account',
    kindAddress: 'Address to correct',
    hello: 'Hello {{name}},',
    open: 'Open',
    answer: 'Read and answer',
    because: 'You receive this message because you follow: {{kind}}.',
    choose: 'To receive fewer: {{link}}',
    end: 'To receive no more of them, without signing in: {{link}}',
    mandatory: 'Messages of this kind (“{{kind}}”) are always sent.',
  },
})
