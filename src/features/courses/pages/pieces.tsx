import { formatList, formatNumber } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { inLanguage, type Localised, languageOf } from '../../../kernel/localised.ts'
import { ResultRow } from '../../../ui/card.tsx'
import { Chip, SectorChips, type Tone } from '../../../ui/chips.tsx'
import type { Page, View } from '../../../ui/page.ts'
import { Picture } from '../../../ui/picture.tsx'
import type { Sector } from '../../../ui/tint.ts'
import type { CourseRow } from '../queries/list.ts'
import { durationOf } from '../rules/course.ts'
import type { CourseState, Level, Rhythm } from '../schema/words.ts'
import { text } from '../text/pages.ts'

export type SectorRow = { readonly key: string; readonly label: Localised; readonly colour: string }
export type Sectors = ReadonlyMap<string, Sector>
/** Sectors as chips and pictures need them, in the reader's language. */
export const sectorsFor = (rows: readonly SectorRow[], language: Language): Sectors =>
  new Map(rows.map(({ key, label, colour }) => [key, { key, label: inLanguage(label, language), colour }]))
export const pick = (sectors: Sectors, keys: readonly string[]): Sector[] =>
  keys.flatMap((key) => sectors.get(key) ?? [])

/** A text for the public; French on an English page says so to screen readers. */
export function Worded({ page, text: words }: { page: Page; text: Localised }): View {
  const lang = languageOf(words, page.language)
  const said = inLanguage(words, page.language)
  return lang === page.language ? said : <span lang={lang}>{said}</span>
}

export const levelName = (level: Level | null, language: Language) => text(language)(`level-${level ?? 'none'}`)
export function rhythmName(rhythms: readonly Rhythm[], language: Language): string | null {
  const [first] = rhythms
  return first ? text(language)(rhythms.length > 1 ? 'rhythm-both' : `rhythm-${first}`) : null
}
/** « 2 ans et 6 mois » */
export function durationName(months: number | null, language: Language): string | null {
  if (months === null) return null
  const t = text(language)
  const duration = durationOf(months)
  const years = t('years', { count: duration.years })
  const rest = t('months', { count: duration.months })
  if (duration.years === 0) return rest
  return duration.months === 0 ? years : t('yearsAndMonths', { years, months: rest })
}
export function amountOf(cents: number, language: Language): string {
  if (cents === 0) return text(language)('free')
  const euros = formatNumber(cents / 100, language)
  return text(language)('costYear', { amount: language === 'fr' ? `${euros}\u00a0€` : `€${euros}` })
}
export const schoolNames = (schools: readonly { readonly displayName: string }[], language: Language) =>
  formatList(
    schools.map((one) => one.displayName),
    language,
  )

const tones: Record<CourseState, Tone> = { draft: 'neutral', submitted: 'waiting', published: 'good', withdrawn: 'bad' }
export const StateChip = ({ page, state }: { page: Page; state: CourseState }) => (
  <Chip tone={tones[state]}>{text(page.language)(`state-${state}`)}</Chip>
)

type RowProps = {
  page: Page
  row: Omit<CourseRow, 'schools'> & { readonly schools?: CourseRow['schools'] }
  sectors: Sectors
  end?: View
  lead?: View
}
/** One course in a list: what it gives, where, how long. */
export function CourseItem({ page, row, sectors, end, lead }: RowProps) {
  const { language } = page
  const own = pick(sectors, row.sectors)
  return (
    <ResultRow
      page={page}
      href={`/courses/${row.slug}`}
      title={<Worded page={page} text={row.title} />}
      picture={<Picture id={row.id} colour={own[0]?.colour ?? 'slate'} shape="square" />}
      lead={lead ?? (inLanguage(row.summary, language) && <Worded page={page} text={row.summary} />)}
      facts={[
        row.schools && schoolNames(row.schools, language),
        row.town,
        row.level !== null && levelName(row.level, language),
        durationName(row.months, language),
        rhythmName(row.rhythms, language),
      ]}
      chips={<SectorChips page={page} sectors={own} />}
      end={end}
    />
  )
}
