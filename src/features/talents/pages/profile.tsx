import type { Child } from 'hono/jsx'
import { isSignedIn } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { formatDay, formatList } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Chip, Chips } from '../../../ui/chips.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { Prose } from '../../../ui/prose.tsx'
import { PublicRecord, Section } from '../../../ui/record.tsx'
import { titleIn, wordingIn } from '../../occupations/rules/titles.ts'
import type { ProfileRecord } from '../queries/profile.ts'
import { calledIn } from '../rules/calling.ts'
import { type Shown, titlesOf } from '../rules/cut.ts'
import type { HeldExperience, HeldSkill } from '../rules/whole.ts'
import { departmentName } from '../text/departments.ts'
import { text } from '../text/find.ts'
import { words } from '../text/words.ts'
import { availableWords, foreign, mobilityWords, partialWords, periodWords, skillWords, spokenWords } from './labels.ts'

type ShownProps = { page: Page; shown: Shown }
const langOf = (page: Page, shown: Shown) => foreign(shown.writtenIn, page.language)
export const Headline = ({ page, shown }: ShownProps) =>
  shown.headline ? <p lang={langOf(page, shown)}>{shown.headline}</p> : null
/** Links that people give lead out of the site: nothing of it goes with them. */
const Out = ({ href, children }: { href: string; children?: Child }) => (
  <a class="link" href={href} rel="noopener noreferrer nofollow ugc" target="_blank">
    {children}
  </a>
)

function Skills({ page, shown }: ShownProps) {
  const w = words(page.language)
  const levels = [4, 3, 2, 1, null] as const
  const skillLang = (one: HeldSkill) => {
    const wording = one.name ? null : wordingIn(one.label, page.language)
    return foreign(wording?.lang ?? shown.writtenIn, page.language)
  }
  const groups = levels
    .map((level) => ({ level, skills: shown.skills.filter((one) => one.level === level) }))
    .filter(({ skills }) => skills.length > 0)
  return (
    <dl class="facts">
      {groups.map(({ level, skills }) => (
        <div>
          <dt>{w(`level-${level ?? 0}`)}</dt>
          <dd>
            <Chips>
              {skills.map((one) =>
                one.slug ? (
                  <a class="chip" href={page.href(`/skills/${one.slug}`)} lang={skillLang(one)}>
                    {skillWords(one, page.language)}
                  </a>
                ) : (
                  <Chip>
                    <span lang={skillLang(one)}>{skillWords(one, page.language)}</span>
                  </Chip>
                ),
              )}
            </Chips>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Employer({ page, one, anonymous }: { page: Page; one: HeldExperience; anonymous: boolean }) {
  if (one.organisation)
    return (
      <a class="link" href={page.href(`/organisations/${one.organisation.slug}`)}>
        {one.organisationName || one.organisation.name}
      </a>
    )
  if (one.organisationName) return one.url ? <Out href={one.url}>{one.organisationName}</Out> : one.organisationName
  return anonymous ? <i>{text(page.language)('employerHidden')}</i> : null
}
type EntryProps = {
  lang: Language | undefined
  title: Child
  facts: readonly Child[]
  description?: string
  highlights?: readonly string[]
}
const Entry = ({ lang, title, facts, description = '', highlights = [] }: EntryProps) => (
  <article class="entry">
    <h3 lang={lang}>{title}</h3>
    <ul class="meta">
      {facts.filter(Boolean).map((fact) => (
        <li>{fact}</li>
      ))}
    </ul>
    {description && <Prose text={description} lang={lang} />}
    {highlights.length > 0 && (
      <ul class="list-disc pl-5" lang={lang}>
        {highlights.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    )}
  </article>
)

const Experiences = ({ page, shown }: ShownProps) => (
  <>
    {shown.experiences.map((one) => (
      <Entry
        lang={langOf(page, shown)}
        title={one.title}
        facts={[
          one.kind !== 'work' && words(page.language)(`experience-${one.kind}`),
          (one.organisationName || one.organisation || shown.name === null) && (
            <Employer page={page} one={one} anonymous={shown.name === null} />
          ),
          one.location,
          periodWords(one.startsOn, one.endsOn, page.language),
        ]}
        description={one.description}
        highlights={one.highlights}
      />
    ))}
  </>
)
const Educations = ({ page, shown }: ShownProps) => (
  <>
    {shown.education.map((one) => (
      <Entry
        lang={langOf(page, shown)}
        title={one.area}
        facts={[
          one.diploma && <span lang={langOf(page, shown)}>{one.diploma}</span>,
          one.institution && (one.url ? <Out href={one.url}>{one.institution}</Out> : one.institution),
          periodWords(one.startsOn, one.endsOn, page.language),
          one.score,
        ]}
        description={one.description}
        highlights={one.courses}
      />
    ))}
  </>
)
const Achievements = ({ page, shown }: ShownProps) => (
  <>
    {shown.achievements.map((one) => (
      <Entry
        lang={langOf(page, shown)}
        title={one.url ? <Out href={one.url}>{one.title}</Out> : one.title}
        facts={[
          words(page.language)(`achievement-${one.kind}`),
          one.issuer,
          one.date && partialWords(one.date, page.language),
          one.keywords.length > 0 && <span lang={langOf(page, shown)}>{formatList(one.keywords, page.language)}</span>,
        ]}
        description={one.summary}
      />
    ))}
  </>
)
const Links = ({ page, shown }: ShownProps) => (
  <ul class="stack">
    {shown.links.map((one) => (
      <li>
        <Out href={one.url}>{one.label || words(page.language)(`link-${one.kind}`)}</Out>{' '}
        <span class="help">{one.username || new URL(one.url).hostname}</span>
      </li>
    ))}
  </ul>
)
const Files = ({ page, shown }: ShownProps) => (
  <ul class="stack">
    {shown.files.map((one) => (
      <li>
        <a class="link" href={page.href(`/talents/${shown.code}/files/${one.id}`)}>
          {one.title}
        </a>
      </li>
    ))}
  </ul>
)

/** The sections of a profile: a part that is not shown leaves nothing, not even its title. */
export function ProfileSections({ page, shown }: ShownProps) {
  const t = text(page.language)
  const sections = [
    {
      id: 'about',
      title: t('about'),
      is: shown.summary !== '',
      view: <Prose text={shown.summary} lang={langOf(page, shown)} />,
    },
    { id: 'skills', title: t('skills'), is: shown.skills.length > 0, view: <Skills page={page} shown={shown} /> },
    {
      id: 'experiences',
      title: t('experiences'),
      is: shown.experiences.length > 0,
      view: <Experiences page={page} shown={shown} />,
    },
    {
      id: 'education',
      title: t('education'),
      is: shown.education.length > 0,
      view: <Educations page={page} shown={shown} />,
    },
    {
      id: 'achievements',
      title: t('achievements'),
      is: shown.achievements.length > 0,
      view: <Achievements page={page} shown={shown} />,
    },
    { id: 'links', title: t('links'), is: shown.links.length > 0, view: <Links page={page} shown={shown} /> },
    { id: 'files', title: t('files'), is: shown.files.length > 0, view: <Files page={page} shown={shown} /> },
  ]
  return (
    <>
      {sections
        .filter(({ is }) => is)
        .map(({ id, title, view }) => (
          <Section id={id} title={title}>
            {view}
          </Section>
        ))}
    </>
  )
}

export function factsOf(page: Page, shown: Shown) {
  const t = text(page.language)
  const w = words(page.language)
  const titles = (relation: 'held' | 'sought') =>
    shown.occupations
      .filter((one) => one.relation === relation)
      .map((one) => (
        <a
          class="link"
          href={page.href(`/occupations/${one.slug}`)}
          lang={foreign(titleIn(one, page.language).lang, page.language)}
        >
          {titlesOf(one, shown.titleForm)[page.language]}
        </a>
      ))
  const stacked = (items: readonly Child[]) => (items.length > 0 ? items.map((item) => <div>{item}</div>) : null)
  return [
    { label: t('available'), value: availableWords(shown.availableOn, dayOf(page.now), page.language) },
    {
      label: t('contracts'),
      value: shown.workKinds.length
        ? formatList(
            shown.workKinds.map((kind) => w(`kind-${kind}`)),
            page.language,
          )
        : null,
    },
    { label: t('held'), value: stacked(titles('held')) },
    { label: t('sought'), value: stacked(titles('sought')) },
    {
      label: t('town'),
      value: [shown.city, shown.department && departmentName(shown.department)].filter(Boolean).join(', '),
    },
    { label: t('mobility'), value: mobilityWords(shown.mobility, page.language) },
    { label: t('languages'), value: stacked(shown.languages.map((one) => spokenWords(one, page.language))) },
    {
      label: t('email'),
      value: shown.email && (
        <a class="link" href={`mailto:${shown.email}`}>
          {shown.email}
        </a>
      ),
    },
    { label: t('phone'), value: shown.phone },
  ]
}

function NextStep({ page, record }: { page: Page; record: ProfileRecord }) {
  const t = text(page.language)
  const { request, shown, isOwn, mayAsk } = record
  if (isOwn)
    return (
      <>
        <p>{t('own')}</p>
        <LinkButton page={page} href="/talents/mine" icon="pencil">
          {t('ownEdit')}
        </LinkButton>
      </>
    )
  if (request?.state === 'waiting')
    return <p>{t('askAgain', { day: formatDay(dayOf(request.createdAt), page.language) })}</p>
  if (request?.state === 'accepted') return <p>{t('askAccepted')}</p>
  return mayAsk ? (
    <>
      {request?.state === 'declined' && <p>{t('askDeclined')}</p>}
      <LinkButton page={page} look="primary" href={`/talents/${shown.code}/contact`} icon="send">
        {t('ask')}
      </LinkButton>
      <p class="help">{t('traced')}</p>
    </>
  ) : (
    <>
      <p>{t('membersOnly')}</p>
      {!isSignedIn(page.actor) && (
        <LinkButton page={page} href={`/sign-in?next=${encodeURIComponent(`/talents/${shown.code}`)}`}>
          {t('signIn')}
        </LinkButton>
      )}
    </>
  )
}

/** /talents/:code */
export function ProfilePage({ page, record }: { page: Page; record: ProfileRecord }) {
  const t = text(page.language)
  const { shown } = record
  const called = calledIn(shown, page.language)
  return (
    <PublicRecord
      page={page}
      title={called}
      kind={t(shown.name === null ? 'anonymous' : 'profile')}
      lead={<Headline page={page} shown={shown} />}
      description={shown.headline || called}
      // A search engine keeps copies that nobody can take back: only what is open to everybody, and said to be.
      noindex={shown.visibility !== 'public' || shown.name === null}
      current="talents"
      trail={[{ href: '/talents', label: t('talents') }]}
      picture={
        shown.photoHash ? (
          <img
            class="avatar is-large"
            src={page.href(`/talents/${shown.code}/photo.webp?v=${shown.photoHash.slice(0, 8)}`)}
            alt=""
            width="72"
            height="72"
          />
        ) : undefined
      }
      facts={factsOf(page, shown)}
      next={<NextStep page={page} record={record} />}
    >
      {shown.name === null && (
        <Notice>
          <p>{t('anonymousHelp')}</p>
        </Notice>
      )}
      <ProfileSections page={page} shown={shown} />
      <p class="help">{t('updated', { day: formatDay(dayOf(shown.changedAt), page.language) })}</p>
    </PublicRecord>
  )
}
