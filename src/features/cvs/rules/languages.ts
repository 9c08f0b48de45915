import { type Language, languages } from '../../../kernel/language.ts'
import { nameKey } from './words.ts'

/** Languages that CVs name, as BCP 47. */
const spoken =
  'fr en de es it pt nl pl ro ru uk cs sk sl hr sr bs bg hu fi sv da nb no is et lv lt el tr ar he fa hi bn ta ur pa zh yue ja ko vi th id ms tl ka hy az kk uz eu br ca co gl oc cy ga gd lb sq mk mt sw am wo bm ln mg af eo la kab ber rcf gcf'.split(
    ' ',
  )
const display = Object.fromEntries(
  languages.map((language) => [language, new Intl.DisplayNames(language, { type: 'language', fallback: 'none' })]),
) as Record<Language, Intl.DisplayNames>

const nameOf = (code: string, language: Language): string | undefined => {
  try {
    return display[language].of(code)
  } catch {
    return undefined
  }
}
const native = (code: string): string | undefined => {
  try {
    return new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code)
  } catch {
    return undefined
  }
}
const more = {
  'langue des signes': 'fsl',
  'langue des signes francaise': 'fsl',
  lsf: 'fsl',
  mandarin: 'zh',
  farsi: 'fa',
  flamand: 'nl',
  norwegian: 'no',
  norvegien: 'no',
  castillan: 'es',
}
const codes: ReadonlyMap<string, string> = new Map([
  ...spoken.flatMap((code) =>
    [...languages.map((language) => nameOf(code, language)), native(code)]
      .filter((name) => name !== undefined)
      .map((name) => [nameKey(name), code] as const),
  ),
  ...Object.entries(more),
])
export const languageNames: readonly string[] = [...codes.keys()]

/** « Anglais », « English », « en », « eng » -> 'en'; null when it is no language we know. */
export function languageCode(written: string): string | null {
  const key = nameKey(written)
  const named = codes.get(key) ?? codes.get(key.split(' ')[0] ?? '')
  if (named) return named
  if (!/^[a-z]{2,3}(-[a-z]{2,4})?$/i.test(written.trim())) return null
  const code = Intl.getCanonicalLocales(bibliographic[key] ?? written.trim())[0]?.split('-')[0] ?? ''
  return nameOf(code, 'en') ? code : null
}
/** ISO 639-2 has two codes for some languages; the Europass of 2020 writes these. */
const bibliographic: Readonly<Record<string, string>> = {
  fre: 'fr',
  ger: 'de',
  dut: 'nl',
  gre: 'el',
  rum: 'ro',
  cze: 'cs',
  slo: 'sk',
  alb: 'sq',
  arm: 'hy',
  baq: 'eu',
  chi: 'zh',
  geo: 'ka',
  ice: 'is',
  mac: 'mk',
  may: 'ms',
  per: 'fa',
  wel: 'cy',
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1)
/** « Anglais »; the code itself when it has no name. */
export const languageName = (code: string, language: Language): string => capital(nameOf(code, language) ?? code)

/** The level of those who grew up with a language, as a resume says it. */
export const motherTongue: Readonly<Record<Language, string>> = { fr: 'Langue maternelle', en: 'Native speaker' }

export const fluencies = ['native', 'C2', 'C1', 'B2', 'B1', 'A2', 'A1'] as const
export type Fluency = (typeof fluencies)[number]
const spokenLevels: readonly [RegExp, Fluency][] = [
  [/\b(native|maternel(le)?|mother tongue|langue maternelle|bilingu(e|al))\b/, 'native'],
  [/\bc2\b|\bmastery\b|\bmaitrise\b/, 'C2'],
  [/\bc1\b|courant|fluent|full professional|avance|advanced|lu,? ecrit,? parle/, 'C1'],
  [/\bb2\b|professionnel|professional|operationnel|upper intermediate|\bbon(ne)?\b|\bgood\b|independant/, 'B2'],
  [/\bb1\b|intermediaire|intermediate|limited working|\bmoyen\b|conversation/, 'B1'],
  [/\ba2\b|elementa(ry|ire)|scolaire|\bbasic|\bbases\b/, 'A2'],
  [/\ba1\b|debutant|beginner|notions/, 'A1'],
]
/** « courant », « Native speaker », « B2 (TOEIC 890) » as a level of the European framework; null when nothing is said. */
export const fluencyOf = (written: string): Fluency | null => {
  const key = written.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return spokenLevels.find(([pattern]) => pattern.test(key))?.[1] ?? null
}
