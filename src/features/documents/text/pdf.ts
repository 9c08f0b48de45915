import { featureText } from '../../../kernel/text.ts'

export const pdfText = featureText('documents.pdf', {
  fr: { page: 'page {{n}} sur {{count}}' },
  en: { page: 'page {{n}} of {{count}}' },
})
