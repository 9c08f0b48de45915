import type { Day } from './days.ts'
import type { Language } from './language.ts'

const locale = { fr: 'fr-FR', en: 'en-GB' } as const
const timeZone = 'Europe/Paris'
const remember = <Value>(make: (language: Language) => Value) => {
  const made = { fr: make('fr'), en: make('en') }
  return (language: Language) => made[language]
}
const numbers = remember((language) => new Intl.NumberFormat(locale[language]))
const days = remember((language) => new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone: 'UTC' }))
const weekdays = remember(
  (language) => new Intl.DateTimeFormat(locale[language], { dateStyle: 'full', timeZone: 'UTC' }),
)
const moments = remember(
  (language) => new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeStyle: 'short', timeZone }),
)
const lists = remember((language) => new Intl.ListFormat(locale[language], { type: 'conjunction' }))
const relatives = remember((language) => new Intl.RelativeTimeFormat(locale[language], { numeric: 'auto' }))
const collators = remember((language) => new Intl.Collator(locale[language], { sensitivity: 'base', numeric: true }))

/** 12400 -> « 12 400 », with the narrow no-break space of French typography. */
export const formatNumber = (value: number, language: Language) => numbers(language).format(value)
/** French says « 1er mars »: Intl does not. */
const ordinal = (date: string, language: Language) =>
  language === 'fr' ? date.replace(/(^|\s)1(?= \p{L})/u, '$11er') : date

/** « 3 mars 2027 » */
export const formatDay = (day: Day, language: Language) =>
  ordinal(days(language).format(new Date(`${day}T00:00:00Z`)), language)
/** « mercredi 3 mars 2027 » */
export const formatWeekday = (day: Day, language: Language) =>
  ordinal(weekdays(language).format(new Date(`${day}T00:00:00Z`)), language)
/** « 3 mars 2027 à 14:32 », in the cluster's time zone. */
export const formatMoment = (moment: Date, language: Language) => ordinal(moments(language).format(moment), language)
/** « jeux vidéo, cinéma et animation » */
export const formatList = (items: readonly string[], language: Language) => lists(language).format(items)
export const compareText = (language: Language) => collators(language).compare

/** « hier », « il y a 3 jours »; a full date when it is more than `most` days away. */
export function formatRelativeDay(day: Day, today: Day, language: Language, most = 30): string {
  const distance = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)
  return Math.abs(distance) > most ? formatDay(day, language) : relatives(language).format(distance, 'day')
}
