import { featureText } from '../../../kernel/text.ts'

/** What people are told of. */
export const noticeText = featureText('followups.notices', {
  fr: {
    reminder: 'Rappels de ce qui vous attend',
    handedOver: 'Demandes qui vous sont confiées',
    handedOverTitle: '{{who}} vous confie une demande',
  },
  en: {
    reminder: 'Reminders of what is waiting for you',
    handedOver: 'What is handed over to you',
    handedOverTitle: '{{who}} hands something over to you',
  },
})
