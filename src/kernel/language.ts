/** The languages of the product. French is the source, English is complete (BCP 47 tags). */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)
export const otherLanguage = (language: Language): Language => (language === 'fr' ? 'en' : 'fr')
