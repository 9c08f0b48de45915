import { addDays, type Day } from '../../../kernel/days.ts'
import { formatDay, formatList } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { wordingOf } from '../../occupations/rules/titles.ts'
import type { HeldLanguage, HeldSkill } from '../rules/whole.ts'
import type { Mobility } from '../schema/vocabulary.ts'
import { departmentName } from '../text/departments.ts'
import { words } from '../text/words.ts'

const named = new Map<Language, Intl.DisplayNames>()
const names = (language: Language) => {
  const known = named.get(language) ?? new Intl.DisplayNames([language], { type: 'language' })
  named.set(language, known)
  return known
}
/** « anglais », 'English'; what cannot be named stays as it is. */
export function languageName(code: string, language: Language): string {
  try {
    return names(language).of(code) ?? code
  } catch {
    return code
  }
}
export const spokenWords = ({ code, name, level }: HeldLanguage, language: Language) => {
  const said = code ? languageName(code, language) : name
  const capital = said.charAt(0).toLocaleUpperCase(language) + said.slice(1)
  return level ? `${capital} – ${words(language)(`cefr-${level}`)}` : capital
}
/** The languages that a form offers; others are written by hand. */
export const commonLanguages = [
  'fr',
  'en',
  'es',
  'de',
  'it',
  'pt',
  'nl',
  'pl',
  'ro',
  'el',
  'cs',
  'hu',
  'uk',
  'ru',
  'tr',
  'ar',
  'fa',
  'hi',
  'zh',
  'ja',
  'ko',
  'vi',
  'ca',
  'oc',
  'fsl',
] as const

const monthly = new Map<string, Intl.DateTimeFormat>()
const monthFormat = (language: Language, day: boolean) => {
  const key = `${language}${day}`
  const options = { year: 'numeric', month: 'long', timeZone: 'UTC', ...(day && { day: 'numeric' as const }) } as const
  const known = monthly.get(key) ?? new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', options)
  monthly.set(key, known)
  return known
}
/** « 2019 », « septembre 2019 », « 2 septembre 2019 »: as precise as it was written. */
export const partialWords = (written: string, language: Language) =>
  written.length === 4
    ? written
    : monthFormat(language, written.length === 10).format(
        new Date(`${written.padEnd(10, '-01').slice(0, 10)}T00:00:00Z`),
      )

export function periodWords(startsOn: string | null, endsOn: string | null, language: Language): string {
  const t = words(language)
  const [from, to] = [startsOn && partialWords(startsOn, language), endsOn && partialWords(endsOn, language)]
  if (from && to) return from === to ? from : t('fromTo', { from, to })
  if (from) return t('since', { from })
  return to ? t('until', { to }) : ''
}
export function availableWords(availableOn: Day | null, today: Day, language: Language): string {
  if (!availableOn) return ''
  const t = words(language)
  if (availableOn <= today) return t('available-now')
  // A far day in the past of a search's month says less than the day itself.
  return t('availableOn', { day: formatDay(availableOn, language) })
}
export const isSoon = (availableOn: Day | null, today: Day) => availableOn !== null && availableOn <= addDays(today, 31)

export function mobilityWords(mobility: Mobility, language: Language): string {
  const t = words(language)
  const said = [
    ...mobility.towns,
    ...mobility.departments.map(departmentName),
    ...(mobility.wholeRegion ? [t('wholeRegion')] : []),
    ...(mobility.radiusKm ? [t('radius', { km: mobility.radiusKm })] : []),
    ...(mobility.remote ? [t('remote')] : []),
  ]
  return said.length ? formatList(said, language) : ''
}
/** `lang` of words that are not in the page's language; nothing where they are. */
export const foreign = (lang: Language | undefined, language: Language) => (lang === language ? undefined : lang)
export const skillWords = ({ name, label }: Pick<HeldSkill, 'name' | 'label'>, language: Language) =>
  name || wordingOf(label, language)
