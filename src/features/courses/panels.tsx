import { formatNumber } from '../../kernel/format.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Section } from '../../ui/record.tsx'
import { panel } from '../../web/slots.ts'
import { occupationSlot } from '../occupations/schema/slots.ts'
import { sectorList } from '../organisations/queries/directory.ts'
import { organisationSlot } from '../organisations/schema/input.ts'
import { CourseItem, sectorsFor } from './pages/pieces.tsx'
import { SponsoredCourses } from './pages/sponsored.tsx'
import * as policy from './policy.ts'
import { leadingTo, taughtBy } from './queries/list.ts'
import { sponsoredBy } from './queries/sponsorships.ts'
import { suggestionsFor } from './queries/suggestions.ts'
import { text } from './text/pages.ts'
import { text as work } from './text/work.ts'

/** On a sheet: where one learns it. The team also sees what could be added. */
const forOccupation = panel(occupationSlot, async (read, page, sheet) => {
  const isTeam = policy.staffOnly(page.actor)
  const [rows, sectors, suggested] = await Promise.all([
    leadingTo(read, sheet.id),
    sectorList(read),
    isTeam && sheet.origin === 'own' ? suggestionsFor(read, page.actor, sheet.id) : [],
  ])
  if (rows.length === 0 && sheet.origin !== 'own') return null
  const t = text(page.language)
  const labels = sectorsFor(sectors, page.language)
  return (
    <Section
      id="courses"
      title={t('forCourse')}
      more={
        rows.length > 0 && (
          <a class="link" href={page.href(`/courses?occupation=${sheet.slug}`)}>
            {t('allFor')}
          </a>
        )
      }
    >
      {rows.length === 0 ? (
        <p class="help">
          {t('noneForOccupation')} <a href={page.href('/courses')}>{t('courses')}</a>
        </p>
      ) : (
        <div class="results is-rows">
          {rows.map((row) => (
            <CourseItem page={page} row={row} sectors={labels} />
          ))}
        </div>
      )}
      {suggested.length > 0 && (
        <p class="print:hidden">
          {work(page.language)('suggestionsOnSheet', { count: suggested.length })}{' '}
          <LinkButton page={page} href={`/courses/suggestions?occupation=${sheet.slug}`} look="quiet" small>
            {work(page.language)('decide')}
          </LinkButton>
        </p>
      )}
    </Section>
  )
})

/** On a school's page: what it teaches. */
const ofSchool = panel(organisationSlot, async (read, page, { id }) => {
  const [rows, sectors] = await Promise.all([taughtBy(read, id), sectorList(read)])
  if (rows.length === 0) return null
  const t = text(page.language)
  const labels = sectorsFor(sectors, page.language)
  return (
    <Section id="courses" title={`${t('ofSchool')} (${formatNumber(rows.length, page.language)})`}>
      <div class="results is-rows">
        {rows.map(({ schools, ...row }) => (
          <CourseItem
            page={page}
            row={schools.length > 1 ? { ...row, schools: schools.filter((one) => one.id !== id) } : row}
            sectors={labels}
          />
        ))}
      </div>
    </Section>
  )
})

/** On a company's page: the courses by which it stands. */
const ofSponsor = panel(organisationSlot, async (read, page, { id }) => {
  const rows = await sponsoredBy(read, page.actor, id)
  return rows.length === 0 ? null : <SponsoredCourses page={page} rows={rows} />
})

export const panels = [forOccupation, ofSchool, ofSponsor]
