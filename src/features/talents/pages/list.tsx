import { isMember, isSignedIn } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { formatList, formatNumber } from '../../../kernel/format.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ResultRow } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Toggle } from '../../../ui/form/choices.tsx'
import { Combobox } from '../../../ui/form/combobox.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { blank, Form } from '../../../ui/form.tsx'
import { Frame, Heading } from '../../../ui/frame.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { Filter } from '../../../ui/list/types.ts'
import { List } from '../../../ui/list.tsx'
import { type ListState, listHref, listQuery } from '../../../ui/list-state.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { wordingOf } from '../../occupations/rules/titles.ts'
import type { OccupationChoice, SkillChoice } from '../queries/choices.ts'
import { mostCounted, type TalentList, type TalentRow } from '../queries/list.ts'
import { calledOn } from '../rules/calling.ts'
import { matchOf } from '../rules/matching.ts'
import { regionDepartments } from '../rules/places.ts'
import { availabilities } from '../schema/search.ts'
import { workKinds } from '../schema/vocabulary.ts'
import { departmentName } from '../text/departments.ts'
import { text } from '../text/find.ts'
import { words } from '../text/words.ts'
import { availableWords, foreign, isSoon, languageName } from './labels.ts'

type ListPageProps = {
  page: Page
  state: ListState
  found: TalentList
  occupations: readonly OccupationChoice[]
  /** The skills asked for, in the order in which they were asked. */
  skills: readonly SkillChoice[]
  /** What was typed to be added and is no skill of the list. */
  unknown: string | null
}

function filtersOf({ page, state, found, occupations }: ListPageProps): Filter[] {
  const t = text(page.language)
  const w = words(page.language)
  const of = (name: keyof TalentList['counts']) => found.counts[name]
  /** Values that somebody has, those that are chosen, and what they are called; counted when the question is narrow enough. */
  const options = (
    name: Parameters<typeof of>[0],
    known: readonly string[],
    label: (value: string) => string,
    all = false,
  ) => {
    const counts = of(name)
    const chosen = state.filters.getAll(name)
    const values = [...new Set([...known, ...(counts?.keys() ?? []), ...chosen])]
    return values
      .filter((value) => all || !counts || (counts.get(value) ?? 0) > 0 || chosen.includes(value))
      .map((value) => ({ value, label: label(value), ...(counts && { count: counts.get(value) ?? 0 }) }))
  }
  const titles = new Map(occupations.map(({ slug, title }) => [slug, title]))
  return [
    {
      name: 'occupation',
      label: t('occupation'),
      kind: 'many',
      prominent: true,
      options: options('occupation', [...titles.keys()], (slug) => titles.get(slug) ?? slug).filter(({ value }) =>
        titles.has(value),
      ),
    },
    {
      name: 'place',
      label: t('place'),
      kind: 'many',
      prominent: true,
      options: options('place', regionDepartments, departmentName).toSorted((one, other) =>
        one.value < other.value ? -1 : 1,
      ),
    },
    {
      name: 'available',
      label: t('available'),
      kind: 'choice',
      prominent: true,
      options: options('available', availabilities, (value) => w(`available-${value as 'now'}`), true),
    },
    {
      name: 'kind',
      label: t('kind'),
      kind: 'many',
      options: options('kind', workKinds, (value) => w(`kind-${value as 'freelance'}`), true),
    },
    {
      name: 'language',
      label: t('language'),
      kind: 'many',
      options: options('language', found.counts.language ? [] : ['fr', 'en'], (value) =>
        languageName(value.split(':')[0] ?? '', page.language),
      ),
    },
    {
      name: 'remote',
      label: t('remoteFilter'),
      kind: 'many',
      options: options('remote', ['yes'], () => t('remoteYes'), true),
    },
  ]
}

type RowProps = { page: Page; row: TalentRow; skills: readonly SkillChoice[] }
/** What of the skills asked for is there, and what is not: in words, not in stars. */
function Matched({ page, row, skills }: RowProps) {
  if (skills.length === 0) return null
  const t = text(page.language)
  const { matched, missing } = matchOf(
    skills.map(({ id }) => id),
    row.skills,
  )
  const names = new Map(skills.map(({ id, label }) => [id, wordingOf(label, page.language)]))
  return (
    <p class="help">
      {missing.length === 0
        ? t('allMatched')
        : `${t('matched', { count: matched.length, of: skills.length })} · ${t('missing', {
            skills: formatList(
              missing.map((id) => names.get(id) ?? ''),
              page.language,
            ),
          })}`}
    </p>
  )
}
export function TalentLine({ page, row, skills }: RowProps) {
  const w = words(page.language)
  const { face } = row
  const today = dayOf(page.now)
  const called = calledOn(face, page.language)
  const available = availableWords(face.availableOn, today, page.language)
  return (
    <ResultRow
      page={page}
      href={`/talents/${row.code}`}
      title={called}
      picture={
        <Avatar
          name={face.name ?? '?'}
          id={row.code}
          picture={face.photoHash ? `/talents/${row.code}/photo.webp?v=${face.photoHash.slice(0, 8)}` : undefined}
        />
      }
      lead={
        face.headline ? (
          <span lang={foreign(face.writtenIn, page.language)}>{face.headline}</span>
        ) : (
          face.occupations.map((one) => one[page.language]).join(', ')
        )
      }
      facts={[face.city, ...face.workKinds.map((kind) => w(`kind-${kind}`)).slice(0, 3)]}
      chips={<Matched page={page} row={row} skills={skills} />}
      end={available && <Chip tone={isSoon(face.availableOn, today) ? 'good' : 'neutral'}>{available}</Chip>}
    />
  )
}

/** The skills asked for as chips to take away, and a field that adds one more. */
function AskedSkills({ page, state, skills, unknown }: ListPageProps) {
  const t = text(page.language)
  const query = new URLSearchParams(listQuery(state))
  return (
    <div class="stack">
      <form method="get" action={page.href('/talents')} class="flex flex-wrap gap-3 items-end">
        {[...query].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="grow max-w-md">
          <Combobox
            page={page}
            draft={{ values: { addSkill: unknown ?? '' }, errors: unknown ? { addSkill: t('unknownSkill') } : {} }}
            name="addSkill"
            idName="skillId"
            source="/talents/suggest/skills"
            label={t('addSkill')}
            help={t('addSkillHelp')}
          />
        </div>
        <Button icon="plus">{t('addSkillButton')}</Button>
      </form>
      {skills.length > 0 && (
        <div class="flex flex-wrap gap-2 items-center">
          <span class="help">{t('skillsAsked')}</span>
          {skills.map(({ id, label }) => (
            <a
              class="chip"
              href={page.href(listHref('/talents', state, { drop: ['skill', id] }))}
              aria-label={t('removeSkill', { skill: wordingOf(label, page.language) })}
            >
              {wordingOf(label, page.language)}
              <Icon name="x" small />
            </a>
          ))}
        </div>
      )}
    </div>
  )
}
function SaveSearch({ page, state }: ListPageProps) {
  const t = text(page.language)
  const asked = listQuery({ ...state, page: 1 })
  return (
    <details>
      <summary>{t('save')}</summary>
      <Form
        page={page}
        draft={{ values: { name: state.q }, errors: {} }}
        action="/talents/searches"
        button={t('saveButton')}
        hidden={{ asked }}
        id="save"
      >
        <Field
          page={page}
          draft={{ ...blank, values: { name: state.q } }}
          name="name"
          label={t('saveName')}
          maxlength={120}
        />
        <Toggle page={page} draft={{ ...blank, values: { alert: true } }} name="alert" label={t('saveAlert')} />
      </Form>
    </details>
  )
}

function Actions({ page }: { page: Page }) {
  const t = text(page.language)
  return isSignedIn(page.actor) ? (
    <>
      {isMember(page.actor) && (
        <LinkButton page={page} look="quiet" href="/talents/searches" icon="bookmark">
          {t('savedSearches')}
        </LinkButton>
      )}
      {isMember(page.actor) && (
        <LinkButton page={page} look="quiet" href="/talents/contacts" icon="send">
          {t('sent')}
        </LinkButton>
      )}
      <LinkButton page={page} href="/talents/mine" icon="id-card" look="primary">
        {t('mine')}
      </LinkButton>
    </>
  ) : null
}

/** /talents */
export function TalentListPage(props: ListPageProps) {
  const { page, state, found, skills } = props
  const t = text(page.language)
  const member = isMember(page.actor)
  return (
    <Frame
      page={page}
      title={t('talents')}
      description={t('description')}
      current="talents"
      noindex={state.q !== '' || state.filters.size > 0}
    >
      <Heading title={t('talents')} intro={t(member ? 'intro' : 'introVisitor')} actions={<Actions page={page} />} />
      <div class="grid gap-4 pb-5 md:grid-cols-[1fr_auto]">
        <AskedSkills {...props} />
        {member && page.actor.id && <SaveSearch {...props} />}
      </div>
      <List
        page={page}
        path="/talents"
        state={state}
        total={found.total}
        rows={found.rows}
        counted={
          found.total > mostCounted
            ? t('moreThan', { number: formatNumber(mostCounted, page.language) })
            : t('counted', { count: found.total, number: formatNumber(found.total, page.language) })
        }
        searchLabel={t('searchLabel')}
        filters={filtersOf(props)}
        sorts={[
          { key: 'relevance', label: t('byRelevance') },
          { key: 'recent', label: t('byRecent') },
          { key: 'available', label: t('byAvailable') },
        ]}
        exports={{ csv: '/talents/export.csv', xlsx: '/talents/export.xlsx' }}
        view={{
          kind: 'rows',
          render: (row) => (
            <>
              {row === found.rows[0] && <Corrected page={page} found={found} />}
              <TalentLine page={page} row={row} skills={skills} />
            </>
          ),
        }}
        empty={
          <Empty title={t('empty')} icon="users">
            {t(member ? 'emptyHow' : 'emptyVisitor')}
          </Empty>
        }
      />
    </Frame>
  )
}
function Corrected({ page, found }: { page: Page; found: TalentList }) {
  const t = text(page.language)
  return (
    <>
      {found.corrected && (
        <Notice>
          <p>{t('corrected', { words: found.corrected })}</p>
        </Notice>
      )}
      {found.total > mostCounted && (
        <p class="help">{t('tooMany', { most: formatNumber(mostCounted, page.language) })}</p>
      )}
    </>
  )
}
