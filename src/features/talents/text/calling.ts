import { featureText } from '../../../kernel/text.ts'

export const text = featureText('talents.calling', { fr: { talent: 'Talent' }, en: { talent: 'Talent' } })
