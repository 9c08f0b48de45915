import type { Language } from '../../../kernel/language.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { type Titled, titleOf } from '../../occupations/rules/titles.ts'
import type { SuggestionPage } from '../queries/suggestions.ts'
import type { Reason } from '../rules/suggestion.ts'
import { text as words } from '../text/pages.ts'
import { text } from '../text/work.ts'
import { CourseItem, type Sectors } from './pieces.tsx'

const mostNames = 4
function named(names: readonly string[], language: Language): string {
  const shown = names.slice(0, mostNames).join(', ')
  return names.length > mostNames
    ? text(language)('moreNames', { names: shown, count: names.length - mostNames })
    : shown
}
/** « 5 compétences en commun : … » */
export function reasonInWords(reason: Reason, language: Language): string {
  const t = text(language)
  if (reason.kind === 'skills')
    return t('reason-skills', { count: reason.names.length, names: named(reason.names, language) })
  if (reason.kind === 'words') return t('reason-words', { words: reason.words.join(' ') })
  return t(`reason-${reason.kind}`, { code: reason.code, via: reason.via })
}

type Sheet = Titled & { readonly id: string; readonly slug: string }
type Props = {
  page: Page
  sheets: readonly Sheet[]
  sheet: Sheet | null
  found: SuggestionPage | null
  sectors: Sectors
}
const Chooser = ({ page, sheets, sheet }: Pick<Props, 'page' | 'sheets' | 'sheet'>) => {
  const t = text(page.language)
  return (
    <form method="get" action={page.href('/courses/suggestions')} class="actions">
      <label for="suggestion-sheet">{t('chooseOccupation')}</label>
      <select id="suggestion-sheet" class="select" name="occupation">
        {sheets.map((one) => (
          <option value={one.slug} selected={one.slug === sheet?.slug}>
            {titleOf(one, page.language)}
          </option>
        ))}
      </select>
      <button class="btn" type="submit">
        {t('choose')}
      </button>
    </form>
  )
}

type One = SuggestionPage['open'][number]
const Decision = ({ page, one, sheet }: { page: Page; one: One; sheet: Sheet }) => {
  const t = text(page.language)
  const hidden = { courseId: one.courseId, occupationId: sheet.id }
  const which = <span class="sr-only"> {one.course.title.fr}</span>
  return (
    <div class="actions">
      <Press page={page} action="/courses/suggestions/accept" hidden={hidden} icon="check" look="primary" small>
        {t('accept')}
        {which}
      </Press>
      <Press page={page} action="/courses/suggestions/refuse" hidden={hidden} icon="x" look="quiet" small>
        {t('refuse')}
        {which}
      </Press>
    </div>
  )
}

/** /courses/suggestions */
export function SuggestionsPage({ page, sheets, sheet, found, sectors }: Props) {
  const t = text(page.language)
  return (
    <PlainPage
      page={page}
      title={t('suggestionsTitle')}
      intro={t('suggestionsIntro')}
      current="courses"
      noindex
      trail={[
        { href: '/courses', label: words(page.language)('courses') },
        { href: '/courses/team', label: t('team') },
      ]}
    >
      <div class="stack">
        <Chooser page={page} sheets={sheets} sheet={sheet} />
        {sheet && found && (
          <section class="stack">
            <h2>{t('suggestionsFor', { title: titleOf(sheet, page.language) })}</h2>
            {found.open.length === 0 ? (
              <Empty
                title={t('noSuggestion')}
                icon="circle-check"
                action={
                  <LinkButton page={page} href={`/occupations/${sheet.slug}`}>
                    {titleOf(sheet, page.language)}
                  </LinkButton>
                }
              >
                {t('noSuggestionHow')}
              </Empty>
            ) : (
              <div class="results is-rows">
                {found.open.map((one) => (
                  <CourseItem
                    page={page}
                    row={one.course}
                    sectors={sectors}
                    lead={one.reasons.map((reason) => reasonInWords(reason, page.language)).join('\u00a0; ')}
                    end={<Decision page={page} one={one} sheet={sheet} />}
                  />
                ))}
              </div>
            )}
            {found.refused.length > 0 && (
              <section>
                <h3>{t('decided')}</h3>
                <ul class="grid list-none gap-2 p-0">
                  {found.refused.map(({ course, courseId }) => (
                    <li class="actions">
                      <a href={page.href(`/courses/${course.slug}`)}>{course.title.fr}</a>
                      <Press
                        page={page}
                        action="/courses/suggestions/reconsider"
                        hidden={{ courseId, occupationId: sheet.id }}
                        look="quiet"
                        icon="undo-2"
                        small
                      >
                        {t('reconsider')}
                        <span class="sr-only"> {course.title.fr}</span>
                      </Press>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </section>
        )}
      </div>
    </PlainPage>
  )
}
