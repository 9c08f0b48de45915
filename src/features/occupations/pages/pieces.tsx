import type { Child } from 'hono/jsx'
import { otherLanguage } from '../../../kernel/language.ts'
import { Chip } from '../../../ui/chips.tsx'
import type { Page } from '../../../ui/page.ts'
import { type Tab, Tabs } from '../../../ui/tabs.tsx'
import type { Sector } from '../../../ui/tint.ts'
import { listIn, type Titled, titleIn, wordingIn } from '../rules/titles.ts'
import type { OccupationState, Worded, WordedLists } from '../tables/vocabulary.ts'
import { text } from '../text/pages.ts'

/** A title that is not in the page's language says so to screen readers. */
export const Title = ({ page, sheet }: { page: Page; sheet: Titled }) => {
  const { text: title, lang } = titleIn(sheet, page.language)
  return <Lang page={page} lang={lang} text={title} />
}
export const Wording = ({ page, wording }: { page: Page; wording: Worded }) => {
  const found = wordingIn(wording, page.language)
  return found ? <Lang page={page} {...found} /> : null
}
const Lang = ({ page, text: words, lang }: { page: Page; text: string; lang: string }): Child =>
  lang === page.language ? words : <span lang={lang}>{words}</span>

/** Said once above a text that the reader's language does not have. */
export const OtherLanguage = ({ page, wording }: { page: Page; wording: Worded | WordedLists }) => {
  const t = text(page.language)
  const isOther = 'fr' in wording || 'en' in wording ? missing(wording, page) : false
  return isOther ? <p class="help">{t('onlyIn', { language: t(`language-${otherLanguage(page.language)}`) })}</p> : null
}
const missing = (wording: Worded | WordedLists, page: Page) => {
  const found =
    typeof (wording.fr ?? wording.en) === 'string'
      ? wordingIn(wording as Worded, page.language)
      : listIn(wording as WordedLists, page.language)
  return found !== null && found.lang !== page.language
}

const tones = { draft: 'waiting', published: 'good', archived: 'neutral' } as const
/** Only what is not public needs to be said. */
export const StateChip = ({ page, state }: { page: Page; state: OccupationState }) =>
  state === 'published' ? null : <Chip tone={tones[state]}>{text(page.language)(`state-${state}`)}</Chip>

export type Counts = { readonly own: number; readonly rome: number; readonly esco: number }
/** The three collections: our sheets, the repertories, the skills. */
export const Collections = ({
  page,
  current,
  counts,
}: {
  page: Page
  current: 'own' | 'reference' | 'skills'
  counts: Counts
}) => {
  const t = text(page.language)
  const tabs: Tab[] = [
    { href: '/occupations', label: t('ownTab'), count: counts.own, current: current === 'own' },
    {
      href: '/occupations/reference',
      label: t('referenceTab'),
      count: counts.rome + counts.esco,
      current: current === 'reference',
    },
    { href: '/skills', label: t('skillsTab'), current: current === 'skills' },
  ]
  return <Tabs page={page} label={t('tabs')} tabs={tabs} />
}

/** The sectors of a record as the kit wants them, in the record's order. */
export const sectorsOf = (keys: readonly string[], all: readonly Sector[]): Sector[] =>
  keys.flatMap((key) => all.find((one) => one.key === key) ?? [])

export const Corrected = ({ page, q, corrected }: { page: Page; q: string; corrected: string | null }): Child =>
  corrected ? <p class="help mb-4">{text(page.language)('corrected', { q, corrected })}</p> : null
