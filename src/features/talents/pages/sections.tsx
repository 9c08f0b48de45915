import { Button, LinkButton } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chips.tsx'
import { Choices, Select, Toggle } from '../../../ui/form/choices.tsx'
import { Combobox } from '../../../ui/form/combobox.tsx'
import { Field, TextArea } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { Page, View } from '../../../ui/page.ts'
import { Section } from '../../../ui/record.tsx'
import type { OccupationChoice } from '../queries/choices.ts'
import type { OwnProfile } from '../queries/own.ts'
import type { List } from '../schema/input.ts'
import { skillLevels, workKinds } from '../schema/vocabulary.ts'
import { departmentName, departmentNames } from '../text/departments.ts'
import { text } from '../text/mine.ts'
import { words } from '../text/words.ts'
import { periodWords, skillWords, spokenWords } from './labels.ts'

export type MineProps = {
  page: Page
  own: OwnProfile
  occupations: readonly OccupationChoice[]
  looked: number
  waiting: number
  /** What later features show beside it. */
  panels: View[]
  /** The form that was sent and had a mistake, and what it held. */
  failed?: { readonly form: string; readonly draft: Draft } | undefined
}
export const draftOf = ({ failed }: MineProps, form: string, values: Draft['values']): Draft =>
  failed?.form === form ? failed.draft : { values, errors: {} }

export function Heading(props: MineProps) {
  const { page, own } = props
  const t = text(page.language)
  const { headline, summary, city, department, country, phone, ownEmail } = own
  const form = {
    page,
    draft: draftOf(props, 'heading', { headline, summary, city, department, country, phone, email: ownEmail }),
  }
  return (
    <Section id="heading" title={t('heading')}>
      <Form {...form} id="heading-form" action="/talents/mine/heading" button={t('saveButton')} hidden={{ country }}>
        <Field {...form} name="headline" label={t('headline')} help={t('headlineHelp')} maxlength={150} optional />
        <TextArea {...form} name="summary" label={t('summary')} rows={6} maxlength={4000} optional />
        <Field {...form} name="city" label={t('city')} autocomplete="address-level2" optional />
        <Select
          {...form}
          name="department"
          label={t('department')}
          options={[...new Set([...Object.keys(departmentNames), ...(department ? [department] : [])])]
            .sort()
            .map((value) => ({ value, label: departmentName(value) }))}
          optional
        />
        <Field {...form} name="phone" type="tel" label={t('phone')} help={t('phoneHelp')} optional />
        <Field {...form} name="email" type="email" label={t('email')} help={t('emailHelp')} optional />
      </Form>
    </Section>
  )
}

const shownChoices = 3
export function Occupations(props: MineProps) {
  const { page, own, occupations } = props
  const t = text(page.language)
  const idsOf = (relation: string) => own.occupations.filter((one) => one.relation === relation).map(({ id }) => id)
  const values = { held: idsOf('held'), sought: idsOf('sought') }
  const form = { page, draft: draftOf(props, 'occupations', values) }
  const kept = own.occupations.filter(({ id }) => !occupations.some((one) => one.id === id))
  const options = [
    ...occupations.map(({ id, title }) => ({ value: id, label: title })),
    ...kept.map(({ id, masculine }) => ({ value: id, label: masculine })),
  ]
  const rows = (relation: 'held' | 'sought', label: 'heldOne' | 'soughtOne') =>
    Array.from({ length: Math.max(shownChoices, values[relation].length + 1) }, (_, n) => (
      <Select
        {...form}
        name={`${relation}.${n}`}
        label={t(label, { n: n + 1 })}
        options={options}
        empty={t('none')}
        optional
      />
    ))
  return (
    <Section id="occupations" title={t('occupations')}>
      <Form {...form} id="occupations-form" action="/talents/mine/occupations" button={t('saveButton')}>
        <div class="columns">
          <div class="stack">{rows('held', 'heldOne')}</div>
          <div class="stack">{rows('sought', 'soughtOne')}</div>
        </div>
      </Form>
    </Section>
  )
}

type OrderProps = { page: Page; list: List; id: string; what: string; first: boolean; last: boolean; edits?: boolean }
/** Up, down, edit, remove: buttons with words for each row, so that a keyboard or a voice reaches them all. */
export function RowDeeds({ page, list, id, what, first, last, edits = true }: OrderProps) {
  const t = text(page.language)
  const move = (by: 'up' | 'down', label: string) => (
    <form method="post" action={page.href('/talents/mine/move')} class="press">
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="by" value={by} />
      <button class="btn btn-ghost btn-sm" type="submit" aria-label={label} title={label}>
        <Icon name={by === 'up' ? 'arrow-up' : 'arrow-down'} small />
      </button>
    </form>
  )
  return (
    <div class="actions">
      {!first && move('up', t('upOne', { what }))}
      {!last && move('down', t('downOne', { what }))}
      {edits && (
        <a
          class="btn btn-ghost btn-sm"
          href={page.href(`/talents/mine/${list}/${id}`)}
          aria-label={t('editOne', { what })}
        >
          {t('edit')}
        </a>
      )}
      <form method="post" action={page.href('/talents/mine/remove')} class="press">
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="id" value={id} />
        <button class="btn btn-ghost btn-sm" type="submit" aria-label={t('removeOne', { what })}>
          {t('remove')}
        </button>
      </form>
    </div>
  )
}

export function Skills(props: MineProps) {
  const { page, own } = props
  const t = text(page.language)
  const w = words(page.language)
  const levels = [0, ...skillLevels].map((level) => ({ value: String(level), label: w(`level-${level as 0}`) }))
  const form = { page, draft: draftOf(props, 'skill', {}) }
  return (
    <Section id="skills" title={t('skills')}>
      {own.skills.length === 0 ? (
        <p class="help">{t('noSkills')}</p>
      ) : (
        <ul class="own-rows">
          {own.skills.map((one, index) => {
            const what = skillWords(one, page.language)
            return (
              <li>
                <div>
                  <b>{what}</b> {!one.skillId && <Chip tone="waiting">{t('ownWords')}</Chip>}
                </div>
                <form method="post" action={page.href('/talents/mine/levels')} class="own-row-field">
                  <select name={`levels.${one.id}`} class="select" aria-label={t('levelOf', { skill: what })}>
                    {levels.map(({ value, label }) => (
                      <option value={value} selected={value === String(one.level ?? 0)}>
                        {label}
                      </option>
                    ))}
                  </select>
                  <Button small>{t('saveButton')}</Button>
                </form>
                <RowDeeds
                  page={page}
                  list="skill"
                  id={one.id}
                  what={what}
                  first={index === 0}
                  last={index === own.skills.length - 1}
                  edits={false}
                />
              </li>
            )
          })}
        </ul>
      )}
      <Form {...form} id="skill-form" action="/talents/mine/skill" button={t('addButton')} icon="plus">
        <Combobox
          {...form}
          name="name"
          idName="skillId"
          source="/talents/suggest/skills"
          label={t('addSkill')}
          help={t('skillHelp')}
        />
        <Select {...form} name="level" label={t('level')} options={levels.slice(1)} empty={w('level-0')} optional />
      </Form>
    </Section>
  )
}

type ListedRow = { readonly id: string; readonly what: string; readonly detail: string }
type ListedProps = {
  page: Page
  list: 'experience' | 'education' | 'achievement' | 'language' | 'link'
  rows: readonly ListedRow[]
}
function Listed({ page, list, rows }: ListedProps) {
  const t = text(page.language)
  return (
    <Section
      id={list}
      title={t(list)}
      more={
        <LinkButton page={page} small href={`/talents/mine/${list}/new`} icon="plus">
          {t(`new-${list}`)}
        </LinkButton>
      }
    >
      {rows.length === 0 ? (
        <p class="help">{t('nothingYet')}</p>
      ) : (
        <ul class="own-rows">
          {rows.map(({ id, what, detail }, index) => (
            <li>
              <div>
                <b>{what}</b>
                {detail && <p class="help">{detail}</p>}
              </div>
              <RowDeeds
                page={page}
                list={list}
                id={id}
                what={what}
                first={index === 0}
                last={index === rows.length - 1}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
const joined = (...words: readonly (string | null)[]) => words.filter(Boolean).join(' · ')
export function Lists({ page, own }: MineProps) {
  const w = words(page.language)
  const period = (one: { startsOn: string | null; endsOn: string | null }) =>
    periodWords(one.startsOn, one.endsOn, page.language)
  return (
    <>
      <Listed
        page={page}
        list="experience"
        rows={own.experiences.map((one) => ({
          id: one.id,
          what: one.title,
          detail: joined(one.organisationName, one.location, period(one)),
        }))}
      />
      <Listed
        page={page}
        list="education"
        rows={own.education.map((one) => ({
          id: one.id,
          what: one.area,
          detail: joined(one.diploma, one.institution, period(one)),
        }))}
      />
      <Listed
        page={page}
        list="language"
        rows={own.languages.map((one) => ({ id: one.id, what: spokenWords(one, page.language), detail: '' }))}
      />
      <Listed
        page={page}
        list="link"
        rows={own.links.map((one) => ({ id: one.id, what: one.label || w(`link-${one.kind}`), detail: one.url }))}
      />
      <Listed
        page={page}
        list="achievement"
        rows={own.achievements.map((one) => ({
          id: one.id,
          what: one.title,
          detail: joined(w(`achievement-${one.kind}`), one.issuer, one.date),
        }))}
      />
    </>
  )
}

export function Mobility(props: MineProps) {
  const { page, own } = props
  const t = text(page.language)
  const { mobility } = own
  const form = { page, draft: draftOf(props, 'mobility', { ...mobility, towns: mobility.towns.join(', ') }) }
  return (
    <Section id="mobility" title={t('mobility')}>
      <Form {...form} id="mobility-form" action="/talents/mine/mobility" button={t('saveButton')}>
        <Toggle {...form} name="wholeRegion" label={t('wholeRegion')} />
        <Choices
          {...form}
          name="departments"
          many
          look="chips"
          label={t('departments')}
          options={[...new Set([...Object.keys(departmentNames), ...mobility.departments])]
            .sort()
            .map((value) => ({ value, label: departmentName(value) }))}
          optional
        />
        <Field {...form} name="towns" label={t('towns')} help={t('townsHelp')} optional />
        <Field {...form} name="radiusKm" type="number" unit={t('km')} min={1} max={1000} label={t('radius')} optional />
        <Toggle {...form} name="remote" label={t('remote')} />
      </Form>
    </Section>
  )
}
export function Wishes(props: MineProps) {
  const { page, own } = props
  const t = text(page.language)
  const w = words(page.language)
  const form = { page, draft: draftOf(props, 'wishes', { availableOn: own.availableOn, workKinds: own.workKinds }) }
  return (
    <Section id="wishes" title={t('wishes')}>
      <Form {...form} id="wishes-form" action="/talents/mine/wishes" button={t('saveButton')}>
        <Field {...form} name="availableOn" type="date" label={t('availableOn')} optional />
        <Choices
          {...form}
          name="workKinds"
          many
          label={t('workKinds')}
          options={workKinds.map((value) => ({ value, label: w(`kind-${value}`) }))}
          optional
        />
      </Form>
    </Section>
  )
}
