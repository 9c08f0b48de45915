import type { Language } from './language.ts'

/** A text that the public reads. French is required; English falls back to it. */
export type Localised = { readonly fr: string; readonly en?: string | undefined }

/** The text in the reader's language, or in French when it has not been translated. */
export const inLanguage = (text: Localised, language: Language): string => text[language] || text.fr

/** The language in which `inLanguage` really answered: a page marks French text on an English page with `lang`. */
export const languageOf = (text: Localised, language: Language): Language => (text[language] ? language : 'fr')
