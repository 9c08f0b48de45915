import i18next from 'i18next'
import { type Language, languages } from './language.ts'

const i18n = i18next.createInstance()
i18n.init({
  lng: 'fr',
  fallbackLng: 'fr',
  initAsync: false,
  returnEmptyString: true,
  resources: {},
  interpolation: { escapeValue: false },
})

type Texts = Record<string, string>
type Singular<Key> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key
type Holes<Text> = Text extends `${string}{{${infer Hole}}}${infer Rest}` ? Hole | Holes<Rest> : never
type Count<Fr extends Texts, Key extends string> = `${Key}_other` extends keyof Fr ? 'count' : never
type HolesOf<Fr extends Texts, Key extends string> =
  | Holes<Fr[keyof Fr & (Key | `${Key}_one` | `${Key}_other`)]>
  | Count<Fr, Key>
type Values<Hole extends string> = [Hole] extends [never] ? [] : [Readonly<Record<Hole, string | number>>]

/**
 * The texts of one feature. French is the source: English must have the same keys, and a call must fill every {{hole}}.
 * A key that ends in `_one` / `_other` is a plural: it is called by its stem, with `count`.
 */
export function featureText<const Fr extends Texts>(feature: string, texts: { fr: Fr; en: Record<keyof Fr, string> }) {
  for (const language of languages) i18n.addResourceBundle(language, feature, texts[language], true, true)
  const inLanguage = (language: Language) => {
    const own: Texts = texts[language]
    const translate = i18n.getFixedT(language, feature) as (key: string, values: object) => string
    return <Key extends Singular<keyof Fr> & string>(key: Key, ...values: Values<HolesOf<Fr, Key>>): string => {
      // A page has hundreds of texts without a hole or a plural: there is nothing to work out in them.
      const found = values[0] === undefined ? own[key] : undefined
      return found ?? translate(key, { ...values[0] })
    }
  }
  const all = { fr: inLanguage('fr'), en: inLanguage('en') }
  return (language: Language) => all[language]
}
