import { Choices, Select } from '../../../ui/form/choices.tsx'
import { Combobox } from '../../../ui/form/combobox.tsx'
import { Field, LocalisedField } from '../../../ui/form/field.tsx'
import { Repeater } from '../../../ui/form/repeater.tsx'
import { type Draft, Fieldset } from '../../../ui/form.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Sector } from '../../../ui/tint.ts'
import type { Place } from '../queries/names.ts'
import { levels, rhythms } from '../schema/words.ts'
import { text as words } from '../text/pages.ts'
import { text } from '../text/work.ts'

type Option = { readonly value: string; readonly label: string }
export type FieldsProps = {
  page: Page
  draft: Draft
  sectors: readonly Sector[]
  /** The schools that the reader may choose: a representative's own. The team names any of the directory. */
  schools: readonly Option[]
  /** Places of the schools of the course, or of those that the reader represents. */
  places: readonly Place[]
  occupations: readonly Option[]
  isTeam: boolean
  /** An existing course keeps its schools unless the team changes them. */
  isNew: boolean
}

function Identity({ page, draft }: FieldsProps) {
  const t = text(page.language)
  const w = words(page.language)
  const form = { page, draft }
  return (
    <Fieldset legend={t('identity')}>
      <LocalisedField {...form} name="title" label={t('title')} help={t('titleHelp')} />
      <LocalisedField
        {...form}
        name="summary"
        label={t('summary')}
        help={t('summaryHelp')}
        long
        rows={3}
        maxlength={400}
        optional
      />
      <LocalisedField
        {...form}
        name="description"
        label={t('descriptionField')}
        help={t('descriptionHelp')}
        long
        rows={8}
        maxlength={12000}
        optional
      />
      <Field {...form} name="diploma" label={t('diploma')} help={t('diplomaHelp')} width="medium" optional />
      <Select
        {...form}
        name="level"
        label={w('level')}
        empty={t('noLevel')}
        optional
        options={levels.map((level) => ({ value: String(level), label: w(`level-${level}`) }))}
      />
      <Field {...form} name="rncp" label={w('rncp')} help={t('rncpHelp')} inputmode="numeric" width="short" optional />
      <Field {...form} name="months" label={t('months')} unit={t('monthsUnit')} type="number" min={1} optional />
      <Choices
        {...form}
        name="rhythms"
        label={w('rhythm')}
        help={t('rhythmHelp')}
        many
        optional
        options={rhythms.map((one) => ({ value: one, label: w(`rhythm-${one}`) }))}
      />
    </Fieldset>
  )
}

function Entering({ page, draft }: FieldsProps) {
  const t = text(page.language)
  const form = { page, draft }
  return (
    <Fieldset legend={t('entering')}>
      <LocalisedField
        {...form}
        name="admission"
        label={words(page.language)('admission')}
        help={t('admissionHelp')}
        long
        rows={4}
        maxlength={2000}
        optional
      />
      <Field
        {...form}
        name="cost"
        label={t('costField')}
        help={t('costHelp')}
        unit="€"
        inputmode="decimal"
        width="short"
        optional
      />
      <LocalisedField {...form} name="costNote" label={t('costNote')} help={t('costNoteHelp')} optional />
    </Fieldset>
  )
}

function Where({ page, draft, schools, places, isTeam, isNew }: FieldsProps) {
  const t = text(page.language)
  const form = { page, draft }
  return (
    <Fieldset legend={t('place')}>
      {isTeam && (
        <Repeater
          {...form}
          name="schools"
          label={t('schoolField')}
          help={t('schoolHelp')}
          each={t('schoolField')}
          empty={1}
          most={10}
          row={(row) => (
            <Combobox
              {...form}
              name={`${row}.name`}
              label={t('schoolField')}
              source="/courses/suggest/schools"
              optional
            />
          )}
        />
      )}
      {!isTeam && isNew && <Select {...form} name="schools" label={t('schoolField')} options={schools} />}
      {places.length > 0 && (
        <Select
          {...form}
          name="establishmentId"
          label={t('establishment')}
          help={t('establishmentHelp')}
          empty={t('noEstablishment')}
          optional
          options={places.map(({ id, name, city }) => ({
            value: id,
            label: name ? `${name}, ${city}` : city,
          }))}
        />
      )}
      <Field {...form} name="town" label={t('town')} help={t('townHelp')} width="medium" optional />
      <Field {...form} name="website" label={t('websiteField')} type="url" optional />
    </Fieldset>
  )
}

function Goal({ page, draft, sectors, occupations }: FieldsProps) {
  const t = text(page.language)
  const form = { page, draft }
  return (
    <Fieldset legend={t('goal')}>
      <Choices
        {...form}
        name="sectors"
        label={t('sectors')}
        many
        look="chips"
        optional
        options={sectors.map(({ key, label }) => ({ value: key, label }))}
      />
      <Repeater
        {...form}
        name="occupations"
        label={t('occupationsField')}
        help={t('occupationsHelp')}
        each={t('occupationEach')}
        add={t('addOccupation')}
        optional
        most={40}
        row={(row) => (
          <Combobox {...form} name={`${row}.name`} label={t('occupationEach')} options={occupations} optional />
        )}
      />
      <Repeater
        {...form}
        name="skills"
        label={t('skillsField')}
        help={t('skillsHelp')}
        each={t('skillEach')}
        add={t('addSkill')}
        optional
        most={80}
        row={(row) => (
          <Combobox {...form} name={`${row}.name`} label={t('skillEach')} source="/skills/suggest" optional />
        )}
      />
    </Fieldset>
  )
}

function Outcomes({ page, draft }: FieldsProps) {
  const t = text(page.language)
  const form = { page, draft }
  return (
    <>
      <Repeater
        {...form}
        name="productions"
        label={t('productionsField')}
        help={t('productionsHelp')}
        each={t('productionEach')}
        add={t('addProduction')}
        empty={1}
        optional
        row={(row) => (
          <>
            <Field {...form} name={`${row}.title`} label={t('productionTitle')} optional />
            <Field {...form} name={`${row}.year`} label={t('year')} type="number" optional />
            <Field {...form} name={`${row}.url`} label={t('url')} type="url" optional />
          </>
        )}
      />
      <Repeater
        {...form}
        name="insertions"
        label={t('insertionsField')}
        help={t('insertionsHelp')}
        each={t('insertionEach')}
        add={t('addInsertion')}
        empty={1}
        optional
        row={(row) => (
          <>
            <div class="columns">
              <Field {...form} name={`${row}.year`} label={t('year')} type="number" optional />
              <Field
                {...form}
                name={`${row}.rate`}
                label={t('rate')}
                unit="%"
                type="number"
                min={0}
                max={100}
                optional
              />
              <Field {...form} name={`${row}.sample`} label={t('sample')} type="number" min={1} optional />
            </div>
            <LocalisedField {...form} name={`${row}.source`} label={t('source')} help={t('sourceHelp')} optional />
          </>
        )}
      />
    </>
  )
}

/** Everything that describes a course, by question. */
export const Fields = (props: FieldsProps) => (
  <>
    <Identity {...props} />
    <Entering {...props} />
    <Where {...props} />
    <Goal {...props} />
    <Outcomes {...props} />
  </>
)
