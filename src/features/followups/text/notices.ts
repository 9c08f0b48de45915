import { featureText } from '../../../kernel/text.ts'

/** What people are told of. */
export const noticeText = featureText('followups.notices', {
  fr: {
    reminder: 'Ce qui vous attend\u00a0: un rappel',
    handedOver: 'Une demande qui vous est confiée',
    handedOverTitle: '{{who}} vous confie une demande',
  },
  en: {
    reminder: 'What is waiting for you: a reminder',
    handedOver: 'Something that is handed over to you',
    handedOverTitle: '{{who}} hands something over to you',
  },
})
