import type { Language } from '../kernel/language.ts'

/**
 * Runs in the browser: the texts of a page, all of them and those that claim to be in the page's language (a part in
 * another one says so by `lang`). Code, styles and what a template keeps for later are no texts.
 */
export function textsOf(): { all: string[]; own: string[] } {
  const { lang } = document.documentElement
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
  const all: string[] = []
  const own: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue?.trim()
    const element = node.parentElement
    if (!text || !element || element.closest('script, style, template, code, pre, kbd, textarea')) continue
    all.push(text)
    if (element.closest('[lang]')?.getAttribute('lang') === lang) own.push(text)
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const text = element.getAttribute(name)?.trim()
      if (!text) continue
      all.push(text)
      if (element.closest('[lang]')?.getAttribute('lang') === lang) own.push(text)
    }
  return { all, own }
}

const notTexts: readonly RegExp[] = [
  /\{\{\s*\w+\s*\}\}/,
  /\[object \w+\]/,
  /^(undefined|null|NaN|true|false)$/,
  /\bNaN\b/,
  /Invalid Date/,
  // What i18next says when it has no text: the key itself.
  /^[a-z]+([A-Z][a-z]+)+$/,
  /^(\w+[.:])?[a-z]+[A-Za-z]*_(one|other)$/,
  /^(kernel|ui|web|app|accounts|organisations|occupations|portal)\.(?!(csv|xlsx|xml|json|ya?ml|zip|pdf)$)[\w.]+$/,
]
/** What no reader should see: a key without its text, a hole that was not filled, a value that was none. */
export const leaksIn = (texts: readonly string[]): string[] =>
  texts.filter((text) => notTexts.some((pattern) => pattern.test(text)))

/** Words that give a language away and stand in hardly any name. */
const giveAways: Record<Language, RegExp> = {
  fr: /(?<![\p{L}’'-])(vous|votre|vos|nous|cette|ces|sont|êtes|avez|aucune?|toutes?|mais|chez|depuis|rechercher|retour|voir|ajouter|modifier|enregistrer|supprimer|annuler|publier|salariés?)(?![\p{L}’'-])/iu,
  en: /(?<![\p{L}’'-])(your|you|this|that|which|are|was|were|have|has|with|please|from|they|their|search|sign|add|edit|save|remove|cancel|back|employees)(?![\p{L}’'-])/iu,
}
/** Texts of the other language on a page of this one. */
export const foreignWords = (texts: readonly string[], language: Language): string[] => {
  const other = giveAways[language === 'fr' ? 'en' : 'fr']
  return [...new Set(texts.filter((text) => other.test(text.replace(/https?:\/\/\S+/g, ''))))]
}
