import { folded } from './words.ts'

/** '2019', '2019-03' or '2019-03-01', as in JSON Resume. */
export type PartialDay = string
export type Span = {
  readonly startDate?: PartialDay
  readonly endDate?: PartialDay
  readonly isCurrent: boolean
  readonly from: number
  readonly to: number
}

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'janvier janv jan january',
    'fevrier fevr fev feb february',
    'mars mar march',
    'avril avr apr april',
    'mai may',
    'juin jun june',
    'juillet juil jul july',
    'aout aug august',
    'septembre sept sep september',
    'octobre oct october',
    'novembre nov november',
    'decembre dec december',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)
const monthNames = Object.keys(months)
  .sort((one, other) => other.length - one.length)
  .join('|')
const year = '(?:19|20)\\d{2}'
/** 03/2019, 3.2019, 12/03/2019, 2019-03(-12), mars 2019, 12 mars 2019, 2019 */
const day = `(?:\\d{1,2}[/.]\\d{1,2}[/.]${year}|\\d{1,2}[/.]${year}|${year}-\\d{2}(?:-\\d{2})?|(?:\\d{1,2}(?:er|st|nd|rd|th)? )?(?:${monthNames})\\.? ${year}|${year})`
const monthOnly = `(?:${monthNames})\\.?`
const now = "(?:aujourd'hui|present|actuel(?:lement)?|ce jour|maintenant|en cours|now|today|current|ongoing|date)"
const between = "\\s*(?:-|–|—|→|a|au|to|jusqu'(?:a|au)|until|till)\\s*"
const range = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:de|du|from)\\s+)?(${day}|${monthOnly}(?=${between}${day}))${between}(?:la )?(${day}|${now})(?![\\p{L}\\p{N}])`,
  'gu',
)
const since = new RegExp(`(?<![\\p{L}])(?:depuis|since|des)\\s+(?:le\\s+)?(${day})(?![\\p{L}\\p{N}])`, 'gu')
const alone = new RegExp(`(?<![\\p{L}\\p{N}/.-])(${day})(?![\\p{L}\\p{N}/.-]|\\s*(?:h|€|eur|k))`, 'gu')

const two = (number: number | string) => String(number).padStart(2, '0')
const isMonth = (month: number) => month >= 1 && month <= 12

/** One date in its many writings; null when it is none. Day before month, as everywhere but in the United States. */
export function partialDay(written: string): PartialDay | null {
  const text = folded(written).replace(/\s+/g, ' ').trim()
  const iso = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text)
  if (iso) return iso[2] && !isMonth(Number(iso[2])) ? null : text
  const full = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
  if (full) return isMonth(Number(full[2])) ? `${full[3]}-${two(full[2] as string)}-${two(full[1] as string)}` : null
  const short = /^(\d{1,2})[/.](\d{4})$/.exec(text)
  if (short) return isMonth(Number(short[1])) ? `${short[2]}-${two(short[1] as string)}` : null
  const worded = /^(?:(\d{1,2})(?:er|st|nd|rd|th)? )?([a-z]+)\.? (\d{4})$/.exec(text)
  const month = worded && months[worded[2] as string]
  if (!worded || !month) return null
  return `${worded[3]}-${two(month)}${worded[1] ? `-${two(worded[1])}` : ''}`
}

/** The folded line has the places of the line itself when no letter changed its length. */
const evenly = (line: string) => {
  const text = [...line].map((letter) => (folded(letter).length === letter.length ? folded(letter) : letter)).join('')
  return text.length === line.length ? text : line.toLowerCase()
}
const endOf = (written: string) => (new RegExp(`^${now}$`, 'u').test(written) ? null : partialDay(written))

/** The first period or date of a line: « mars 2019 – aujourd’hui », « de 09/2015 à 06/2018 », « depuis 2020 », « 2014 ». */
export function spanIn(line: string): Span | null {
  const text = evenly(line.normalize('NFC'))
  for (const match of text.matchAll(range)) {
    const [whole, first = '', last = ''] = match
    const endDate = endOf(last)
    const startDate = partialDay(first) ?? partialDay(`${first.replace('.', '')} ${endDate?.slice(0, 4) ?? ''}`)
    if (!startDate || (endDate && endDate.slice(0, 4) < startDate.slice(0, 4))) continue
    const place = { from: match.index, to: match.index + whole.length }
    return endDate ? { startDate, endDate, isCurrent: false, ...place } : { startDate, isCurrent: true, ...place }
  }
  for (const match of text.matchAll(since)) {
    const startDate = partialDay(match[1] ?? '')
    if (startDate) return { startDate, isCurrent: true, from: match.index, to: match.index + match[0].length }
  }
  for (const match of text.matchAll(alone)) {
    const endDate = partialDay(match[1] ?? '')
    if (endDate) return { endDate, isCurrent: false, from: match.index, to: match.index + match[0].length }
  }
  return null
}
