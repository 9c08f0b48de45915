import { Choices, Select, Toggle } from '../../ui/form/choices.tsx'
import { Combobox } from '../../ui/form/combobox.tsx'
import { Field, LocalisedField, TextArea } from '../../ui/form/field.tsx'
import { FileField } from '../../ui/form/file-field.tsx'
import { Repeater } from '../../ui/form/repeater.tsx'
import { type Draft, Fieldset, Form } from '../../ui/form.tsx'
import type { Page } from '../../ui/page.ts'
import { type Content, sectorsOf } from './content.ts'
import { text } from './text.ts'

/** What somebody typed, with three mistakes in it. */
export function wrongDraft(page: Page, { organisations: [organisation] }: Content): Draft {
  const t = text(page.language)
  return {
    values: {
      name: { fr: '', en: organisation?.name.display },
      email: 'contact@',
      presentation: organisation?.description.fr,
      country: 'FR',
      sectors: organisation?.sectors,
      sites: organisation?.establishments,
      agree: 'on',
    },
    errors: { 'name.fr': t('mistakeName'), email: t('mistakeEmail'), kind: t('mistakeKind') },
  }
}

/** Every kind of field there is. */
export function EveryField({ page, draft }: { page: Page; draft: Draft }) {
  const t = text(page.language)
  const form = { page, draft }
  return (
    <Form
      {...form}
      action="/styleguide/form"
      button={t('send')}
      cancel={{ href: '/styleguide' }}
      savedAt="14:32"
      multipart
    >
      <Fieldset legend={t('who')} help={t('formsHow')}>
        <LocalisedField {...form} name="name" label={t('name')} help={t('nameHelp')} />
        <Field {...form} name="email" type="email" label={t('email')} />
        <Field {...form} name="password" type="password" label={t('password')} autocomplete="new-password" />
      </Fieldset>
      <Field {...form} name="budget" type="number" label={t('budget')} unit="€" min={0} optional />
      <Field {...form} name="on" type="date" label={t('on')} optional />
      <TextArea {...form} name="presentation" label={t('presentation')} maxlength={2000} lang="fr" />
      <LocalisedField {...form} name="pitch" label={t('pitch')} long rows={2} maxlength={200} optional />
      <Select
        {...form}
        name="country"
        label={t('country')}
        options={[
          {
            label: t('europe'),
            options: [
              { value: 'FR', label: t('france') },
              { value: 'BE', label: t('belgium') },
            ],
          },
          { label: t('america'), options: [{ value: 'CA', label: t('canada') }] },
        ]}
      />
      <Choices
        {...form}
        name="kind"
        label={t('kind')}
        options={[
          { value: 'job', label: t('job'), help: t('jobHelp') },
          { value: 'placement', label: t('placement') },
        ]}
      />
      <Choices
        {...form}
        name="sectors"
        many
        look="chips"
        label={t('sector')}
        options={sectorsOf(page.language).map(({ key, label }) => ({ value: key, label }))}
        optional
      />
      <Combobox {...form} name="skill" label={t('skill')} options={skills(page)} optional />
      <FileField
        {...form}
        name="file"
        label={t('file')}
        kinds={t('fileKinds')}
        accept=".pdf,image/*"
        most={5_000_000}
        optional
      />
      <Repeater
        {...form}
        name="sites"
        label={t('sites')}
        each={t('site')}
        empty={1}
        row={(row) => <Field {...form} name={`${row}.city`} label={t('city')} optional />}
        optional
      />
      <Toggle {...form} name="agree" label={t('agree')} />
      <Toggle {...form} name="digest" label={t('digest')} look="switch" optional />
    </Form>
  )
}
const skills = ({ language }: Page) =>
  (language === 'fr' ? ['Animation 3D', 'Compositing', 'Montage'] : ['3D animation', 'Compositing', 'Editing']).map(
    (label) => ({ value: label, label }),
  )
