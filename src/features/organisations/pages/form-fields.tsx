import { Choices, Select, Toggle } from '../../../ui/form/choices.tsx'
import { Field, LocalisedField } from '../../../ui/form/field.tsx'
import { Repeater } from '../../../ui/form/repeater.tsx'
import { type Draft, Fieldset } from '../../../ui/form.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Sector } from '../../../ui/tint.ts'
import { kinds, type ShieldedField, visibilities } from '../schema/input.ts'
import { text as words } from '../text/directory.ts'
import { text } from '../text/form.ts'

export type FieldsProps = { page: Page; draft: Draft; sectors: readonly Sector[] }

/** Who sees a field, beside the field. */
function SeenBy({ page, draft, field, label }: { page: Page; draft: Draft; field: ShieldedField; label: string }) {
  const t = words(page.language)
  return (
    <Select
      page={page}
      draft={draft}
      name={`visibility.${field}`}
      label={text(page.language)('seenBy', { field: label })}
      optional
      empty={t('visibility-public')}
      options={visibilities.slice(1).map((value) => ({ value, label: t(`visibility-${value}`) }))}
    />
  )
}

function Identity({ page, draft }: FieldsProps) {
  const t = text(page.language)
  const w = words(page.language)
  const form = { page, draft }
  return (
    <Fieldset legend={t('identity')}>
      <Field {...form} name="legalName" label={w('legalName')} autocomplete="organization" />
      <Field {...form} name="displayName" label={t('displayName')} help={t('displayNameHelp')} optional />
      <Select
        {...form}
        name="kind"
        label={w('kind')}
        options={kinds.map((kind) => ({ value: kind, label: w(`kind-${kind}`) }))}
      />
      <Field
        {...form}
        name="siren"
        label={w('siren')}
        help={t('sirenHelp')}
        inputmode="numeric"
        width="medium"
        optional
      />
      <Field
        {...form}
        name="registrationCountry"
        label={t('registrationCountry')}
        help={t('registrationCountryHelp')}
        width="short"
        optional
      />
      <Field
        {...form}
        name="registrationNumber"
        label={t('registrationNumber')}
        help={t('registrationNumberHelp')}
        width="medium"
        optional
      />
      <Field {...form} name="foundedYear" label={t('foundedYear')} type="number" optional />
    </Fieldset>
  )
}

function Presentation({ page, draft, sectors }: FieldsProps) {
  const t = text(page.language)
  const form = { page, draft }
  return (
    <Fieldset legend={t('presentation')}>
      <Choices
        {...form}
        name="sectors"
        label={t('sectors')}
        many
        look="chips"
        optional
        options={sectors.map(({ key, label }) => ({ value: key, label }))}
      />
      <LocalisedField {...form} name="summary" label={t('summary')} help={t('summaryHelp')} />
      <LocalisedField
        {...form}
        name="description"
        label={t('description')}
        help={t('descriptionHelp')}
        long
        rows={10}
        maxlength={12000}
        optional
      />
    </Fieldset>
  )
}

function Contact({ page, draft }: FieldsProps) {
  const t = text(page.language)
  const w = words(page.language)
  const form = { page, draft }
  return (
    <Fieldset legend={t('contact')}>
      <Field {...form} name="website" label={t('website')} type="url" optional />
      <Field {...form} name="email" label={w('email')} type="email" optional />
      <SeenBy {...form} field="email" label={w('email')} />
      <Field {...form} name="phone" label={w('phone')} type="tel" optional />
      <SeenBy {...form} field="phone" label={w('phone')} />
      <Field {...form} name="emailDomains" label={t('emailDomains')} help={t('emailDomainsHelp')} optional />
    </Fieldset>
  )
}

function Establishment({ page, draft, row }: { page: Page; draft: Draft; row: string }) {
  const t = text(page.language)
  const form = { page, draft }
  const id = draft.values
  return (
    <>
      <input type="hidden" name={`${row}.id`} value={idAt(id, row)} />
      <Field {...form} name={`${row}.name`} label={t('establishmentName')} optional />
      <Field {...form} name={`${row}.siret`} label={t('siret')} inputmode="numeric" width="medium" optional />
      <Field {...form} name={`${row}.address`} label={t('address')} optional />
      <div class="columns">
        <Field {...form} name={`${row}.postcode`} label={t('postcode')} width="short" optional />
        <Field {...form} name={`${row}.city`} label={t('city')} />
      </div>
      <Field {...form} name={`${row}.country`} label={t('country')} help={t('countryHelp')} width="short" optional />
      <div class="columns">
        <Field
          {...form}
          name={`${row}.latitude`}
          label={t('latitude')}
          help={t('pointHelp')}
          inputmode="decimal"
          width="short"
          optional
        />
        <Field {...form} name={`${row}.longitude`} label={t('longitude')} inputmode="decimal" width="short" optional />
      </div>
      <Toggle {...form} name={`${row}.isHeadquarters`} label={t('isHeadquarters')} optional />
    </>
  )
}
/** The id of a row that is there already; empty for a new one. */
function idAt(values: Draft['values'], row: string): string {
  const [group = '', place = ''] = row.split('.')
  const found = (values[group] as Readonly<Record<string, { id?: unknown }>> | undefined)?.[place]?.id
  return typeof found === 'string' ? found : ''
}

function Parts({ page, draft }: FieldsProps) {
  const t = text(page.language)
  const form = { page, draft }
  return (
    <>
      <Repeater
        {...form}
        name="establishments"
        label={t('establishments')}
        each={t('establishment')}
        add={t('addEstablishment')}
        empty={1}
        optional
        row={(row) => <Establishment {...form} row={row} />}
      />
      <Repeater
        {...form}
        name="headCounts"
        label={t('headCounts')}
        each={t('headCount')}
        add={t('addHeadCount')}
        empty={1}
        optional
        row={(row) => (
          <div class="columns">
            <Field {...form} name={`${row}.year`} label={t('headCount')} type="number" />
            <Field {...form} name={`${row}.people`} label={t('people')} type="number" min={0} />
          </div>
        )}
      />
      <SeenBy {...form} field="headCounts" label={words(page.language)('headCounts')} />
    </>
  )
}
/** Everything that describes an organisation, in four groups. */
export const Fields = (props: FieldsProps) => (
  <>
    <Identity {...props} />
    <Presentation {...props} />
    <Contact {...props} />
    <Parts {...props} />
  </>
)
