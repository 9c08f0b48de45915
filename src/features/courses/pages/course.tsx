import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { inLanguage, languageOf } from '../../../kernel/localised.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { Aside } from '../../../ui/card.tsx'
import { SectorChips } from '../../../ui/chips.tsx'
import type { Fact } from '../../../ui/facts.tsx'
import type { HistoryEntry } from '../../../ui/history.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page, View } from '../../../ui/page.ts'
import { Picture } from '../../../ui/picture.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { PublicRecord, Section } from '../../../ui/record.tsx'
import { titleIn, wordingIn } from '../../occupations/rules/titles.ts'
import * as policy from '../policy.ts'
import type { CourseRecord } from '../queries/course.ts'
import type { CourseRow } from '../queries/list.ts'
import type { Sponsorship } from '../queries/sponsorships.ts'
import { text } from '../text/pages.ts'
import { text as work } from '../text/work.ts'
import { Insertions, Labels, Productions, Sponsors } from './course-parts.tsx'
import { courseJsonLd } from './json-ld.ts'
import { amountOf, CourseItem, durationName, levelName, pick, rhythmName, type Sectors, Worded } from './pieces.tsx'

type Props = {
  page: Page
  course: CourseRecord
  sectors: Sectors
  sponsors: readonly Sponsorship[]
  akin: readonly (CourseRow & { readonly shared: number })[]
  history: readonly HistoryEntry[]
  /** For its school: why the team has sent it back. */
  reason: string | null
}
type Shown = Pick<Props, 'page' | 'course'>

function factsOf({ page, course }: Shown): Fact[] {
  const t = text(page.language)
  const { language } = page
  return [
    {
      label: t(course.schools.length > 1 ? 'schools' : 'school'),
      value: course.schools.length > 0 && (
        <ul class="grid list-none gap-1 p-0">
          {course.schools.map((one) => (
            <li>
              <a href={page.href(`/organisations/${one.slug}`)}>{one.displayName}</a>
            </li>
          ))}
        </ul>
      ),
    },
    { label: t('town'), value: placeOf(course) },
    { label: t('diploma'), value: course.diploma },
    { label: t('level'), value: course.level !== null && levelName(course.level, language) },
    { label: t('european'), value: course.level !== null && t('europeanValue', { level: course.level }) },
    { label: t('rncp'), value: course.rncp },
    { label: t('duration'), value: durationName(course.months, language) },
    { label: t('rhythm'), value: rhythmName(course.rhythms, language) },
    { label: t('cost'), value: <Cost page={page} course={course} /> },
    {
      label: t('website'),
      value: course.website && (
        <a href={course.website} rel="noopener external">
          {t('toWebsite')}
        </a>
      ),
    },
  ].filter(({ label }) => label !== t('cost') || course.costCents !== null || course.costNote.fr !== '')
}
const placeOf = ({ place, town }: CourseRecord) =>
  place ? [place.name, [place.postcode, place.city].filter(Boolean).join(' ')].filter(Boolean).join(', ') : town
const Cost = ({ page, course }: Shown) => (
  <>
    {course.costCents !== null && <p>{amountOf(course.costCents, page.language)}</p>}
    {course.costNote.fr && (
      <p class="help">
        <Worded page={page} text={course.costNote} />
      </p>
    )}
  </>
)

function Notices({ page, course, reason }: Pick<Props, 'page' | 'course' | 'reason'>) {
  const t = text(page.language)
  if (course.state === 'published')
    return course.unseenSince && policy.acknowledge(page.actor, course) ? (
      <Notice tone="waiting">
        <p>{t('unseenNotice', { day: formatDay(dayOf(course.unseenSince), page.language) })}</p>
        <Press page={page} action={`/courses/${course.slug}/acknowledge`} icon="check" small>
          {work(page.language)('acknowledge')}
        </Press>
      </Notice>
    ) : null
  return (
    <Notice tone="waiting">
      <p>{reason ? t('sentBackNotice', { reason }) : t(`${course.state}Notice`)}</p>
    </Notice>
  )
}

/** The deeds of the school and of the team; the same rules as the actions' show them. */
function Deeds({ page, course }: Shown) {
  const t = text(page.language)
  const w = work(page.language)
  const { actor } = page
  const path = `/courses/${course.slug}`
  if (!policy.edit(actor, course)) return null
  const isTeam = policy.publish(actor, course)
  return (
    <>
      <LinkButton page={page} href={`${path}/edit`} icon="pencil">
        {t('edit')}
      </LinkButton>
      {course.state === 'draft' && !isTeam && (
        <Press page={page} action={`${path}/submit`} look="primary" icon="send">
          {w('submit')}
        </Press>
      )}
      {course.state === 'withdrawn' && !isTeam && (
        <Press page={page} action={`${path}/reopen`} icon="undo-2">
          {w('reopen')}
        </Press>
      )}
      {isTeam && course.state === 'submitted' && (
        <LinkButton page={page} href={`${path}/send-back`} icon="undo-2">
          {w('sendBack')}
        </LinkButton>
      )}
      {course.state !== 'withdrawn' && (
        <LinkButton page={page} href={`${path}/withdraw`} look="quiet" icon="archive">
          {w('withdraw')}
        </LinkButton>
      )}
      {isTeam && course.state !== 'published' && (
        <Press page={page} action={`${path}/publish`} look="primary" icon="check">
          {w('publish')}
        </Press>
      )}
    </>
  )
}

function Next({ page, course }: Shown) {
  const t = text(page.language)
  const [school] = course.schools
  if (!school) return null
  return (
    <>
      <p>{t('contactIntro')}</p>
      <LinkButton page={page} href={`/organisations/${school.slug}`} look="primary" icon="building">
        {t('contactSchool')}
      </LinkButton>
    </>
  )
}

const Occupations = ({ page, course }: Shown) => {
  const t = text(page.language)
  return (
    <Section id="occupations" title={t('leadsTo')}>
      <p class="help mb-3 print:hidden">{t('leadsToIntro')}</p>
      <ul class="grid list-none gap-3 p-0">
        {course.occupations.map((one) => {
          const title = titleIn(one, page.language)
          const summary = wordingIn(one.summary, page.language)
          return (
            <li>
              <a class="font-semibold" href={page.href(`/occupations/${one.slug}`)} lang={title.lang}>
                {title.text}
              </a>
              {summary && (
                <p class="help" lang={summary.lang}>
                  {firstSentence(summary.text)}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
const firstSentence = (written: string) => /^.*?[.!?](?=\s|$)/.exec(written)?.[0] ?? written

const Skills = ({ page, course }: Shown) => (
  <Section id="skills" title={text(page.language)('taught')}>
    <ul class="chips">
      {course.skills.map(({ slug, label }) => {
        const said = wordingIn(label, page.language)
        return (
          <li>
            <a class="chip" href={page.href(`/skills/${slug}`)} lang={said?.lang}>
              {said?.text ?? slug}
            </a>
          </li>
        )
      })}
    </ul>
  </Section>
)

function Description({ page, course }: Shown) {
  const said = inLanguage(course.description, page.language)
  const lang = languageOf(course.description, page.language)
  return said ? (
    <Prose text={said} lang={lang === page.language ? undefined : lang} />
  ) : (
    <p class="help">{text(page.language)('noDescription')}</p>
  )
}

const Akin = ({ page, akin, sectors }: Pick<Props, 'page' | 'akin' | 'sectors'>): View => {
  const t = text(page.language)
  return (
    <Section id="akin" title={t('akin')}>
      <div class="results is-rows">
        {akin.map((row) => (
          <CourseItem page={page} row={row} sectors={sectors} lead={t('akinShared', { count: row.shared })} />
        ))}
      </div>
    </Section>
  )
}

/** /courses/:slug */
export function CoursePage(props: Props) {
  const { page, course, sectors, sponsors, akin, history, reason } = props
  const t = text(page.language)
  const own = pick(sectors, course.sectors)
  const shown = { page, course }
  const summary = inLanguage(course.summary, page.language)
  const admission = inLanguage(course.admission, page.language)
  const admissionLang = languageOf(course.admission, page.language)
  return (
    <PublicRecord
      page={page}
      kind={course.diploma || t('course')}
      title={inLanguage(course.title, page.language)}
      current="courses"
      trail={[{ href: '/courses', label: t('courses') }]}
      description={summary.slice(0, 300) || undefined}
      noindex={course.state !== 'published'}
      jsonLd={courseJsonLd(page, course)}
      sectors={own}
      picture={<Picture id={course.id} colour={own[0]?.colour ?? 'slate'} shape="banner" />}
      chips={<SectorChips page={page} sectors={own} />}
      lead={summary && <p lang={languageOf(course.summary, page.language)}>{summary}</p>}
      actions={<Deeds {...shown} />}
      facts={factsOf(shown)}
      next={<Next {...shown} />}
      aside={<SponsorAside {...shown} />}
      history={history}
    >
      <Notices page={page} course={course} reason={reason} />
      <Section id="about" title={t('about')}>
        <Description {...shown} />
      </Section>
      {admission && (
        <Section id="admission" title={t('admission')}>
          <Prose text={admission} lang={admissionLang === page.language ? undefined : admissionLang} />
        </Section>
      )}
      {course.occupations.length > 0 && <Occupations {...shown} />}
      {course.skills.length > 0 && <Skills {...shown} />}
      {course.productions.length > 0 && <Productions {...shown} />}
      {course.insertions.length > 0 && <Insertions {...shown} />}
      {sponsors.length > 0 && <Sponsors page={page} course={course} sponsors={sponsors} />}
      {course.labels.length > 0 && <Labels {...shown} />}
      {akin.length > 0 && <Akin page={page} akin={akin} sectors={sectors} />}
    </PublicRecord>
  )
}

/** Whoever speaks for an organisation is told that it could help. */
function SponsorAside({ page, course }: Shown) {
  if (course.state !== 'published' || !policy.offerSponsorship(page.actor, course)) return null
  const w = work(page.language)
  return (
    <Aside title={w('sponsorTitle')}>
      <p>{w('sponsorIntro')}</p>
      <p>
        <LinkButton page={page} href={`/courses/${course.slug}/sponsor`} icon="handshake" small>
          {text(page.language)('sponsor')}
        </LinkButton>
      </p>
    </Aside>
  )
}
