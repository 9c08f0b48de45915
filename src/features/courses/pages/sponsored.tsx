import { formatList } from '../../../kernel/format.ts'
import type { Page } from '../../../ui/page.ts'
import { Section } from '../../../ui/record.tsx'
import type { Sponsorship } from '../queries/sponsorships.ts'
import { text } from '../text/pages.ts'
import { levelName, Worded } from './pieces.tsx'

/** The courses that an organisation sponsors, on its page. */
export function SponsoredCourses({ page, rows }: { page: Page; rows: readonly Sponsorship[] }) {
  const t = text(page.language)
  return (
    <Section id="sponsored-courses" title={t('sponsoredCourses')}>
      <ul class="grid list-none gap-3 p-0">
        {rows.map((one) => (
          <li>
            <a class="font-semibold" href={page.href(`/courses/${one.courseSlug}`)}>
              <Worded page={page} text={one.courseTitle} />
            </a>{' '}
            <span class="help">
              {[one.courseLevel !== null && levelName(one.courseLevel, page.language), one.courseTown]
                .filter(Boolean)
                .join(', ')}
            </span>
            <p class="help">
              {formatList(
                one.commitments.map((each) => t(`commitment-${each}`)),
                page.language,
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
