import type { Child } from 'hono/jsx'
import { Select } from '../../../ui/form/choices.tsx'
import { Combobox } from '../../../ui/form/combobox.tsx'
import { Field, TextArea } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { achievementKinds, cefrLevels, experienceKinds, linkKinds } from '../schema/vocabulary.ts'
import { text } from '../text/mine.ts'
import { words } from '../text/words.ts'
import { commonLanguages, languageName } from './labels.ts'

export const formLists = ['experience', 'education', 'achievement', 'language', 'link'] as const
export type FormList = (typeof formLists)[number]
type Fields = { page: Page; draft: Draft }

function Period({ page, draft }: Fields) {
  const t = text(page.language)
  const form = { page, draft }
  return (
    <div class="columns">
      <Field {...form} name="startsOn" label={t('startsOn')} help={t('monthHelp')} width="medium" optional />
      <Field {...form} name="endsOn" label={t('endsOn')} help={t('endHelp')} width="medium" optional />
    </div>
  )
}
function ExperienceFields(form: Fields) {
  const t = text(form.page.language)
  const w = words(form.page.language)
  return (
    <>
      <Select
        {...form}
        name="kind"
        label={t('kind')}
        options={experienceKinds.map((value) => ({ value, label: w(`experience-${value}`) }))}
      />
      <Field {...form} name="title" label={t('title')} />
      <Combobox
        {...form}
        name="organisationName"
        idName="organisationId"
        source="/talents/suggest/organisations"
        label={t('organisation')}
        help={t('organisationHelp')}
        optional
      />
      <Field {...form} name="location" label={t('location')} optional />
      <Period {...form} />
      <TextArea {...form} name="description" label={t('description')} rows={6} maxlength={5000} optional />
      <TextArea {...form} name="highlights" label={t('highlights')} help={t('oneALine')} rows={4} optional />
      <Field {...form} name="url" type="url" label={t('url')} optional />
    </>
  )
}
function EducationFields(form: Fields) {
  const t = text(form.page.language)
  return (
    <>
      <Combobox
        {...form}
        name="area"
        idName="courseId"
        source="/talents/suggest/courses"
        label={t('area')}
        help={t('areaHelp')}
      />
      <Field {...form} name="diploma" label={t('diploma')} optional />
      <Field {...form} name="institution" label={t('institution')} optional />
      <Period {...form} />
      <Field {...form} name="score" label={t('score')} optional />
      <TextArea {...form} name="courses" label={t('courses')} help={t('oneALine')} rows={4} optional />
      <TextArea {...form} name="description" label={t('description')} rows={5} maxlength={3000} optional />
      <Field {...form} name="url" type="url" label={t('url')} optional />
    </>
  )
}
function AchievementFields(form: Fields) {
  const t = text(form.page.language)
  const w = words(form.page.language)
  return (
    <>
      <Select
        {...form}
        name="kind"
        label={t('kind')}
        options={achievementKinds.map((value) => ({ value, label: w(`achievement-${value}`) }))}
      />
      <Field {...form} name="title" label={t('achievementTitle')} />
      <Field {...form} name="issuer" label={t('issuer')} optional />
      <Field {...form} name="date" label={t('date')} help={t('monthHelp')} width="medium" optional />
      <TextArea {...form} name="summary" label={t('description')} rows={4} maxlength={3000} optional />
      <TextArea {...form} name="keywords" label={t('keywords')} help={t('oneALine')} rows={3} optional />
      <Field {...form} name="url" type="url" label={t('url')} optional />
    </>
  )
}
function LanguageFields(form: Fields) {
  const t = text(form.page.language)
  const w = words(form.page.language)
  return (
    <>
      <Select
        {...form}
        name="code"
        label={t('languageCode')}
        options={commonLanguages.map((value) => ({ value, label: languageName(value, form.page.language) }))}
        optional
      />
      <Field {...form} name="name" label={t('languageOther')} optional />
      <Select
        {...form}
        name="level"
        label={t('languageLevel')}
        options={cefrLevels.map((value) => ({ value, label: w(`cefr-${value}`) }))}
        optional
      />
    </>
  )
}
function LinkFields(form: Fields) {
  const t = text(form.page.language)
  const w = words(form.page.language)
  return (
    <>
      <Select
        {...form}
        name="kind"
        label={t('kind')}
        options={linkKinds.map((value) => ({ value, label: w(`link-${value}`) }))}
      />
      <Field {...form} name="url" type="url" label={t('linkUrl')} />
      <Field {...form} name="label" label={t('linkLabel')} optional />
      <Field {...form} name="username" label={t('username')} autocomplete="off" optional />
    </>
  )
}
const fields: Record<FormList, (form: Fields) => Child> = {
  experience: ExperienceFields,
  education: EducationFields,
  achievement: AchievementFields,
  language: LanguageFields,
  link: LinkFields,
}

type RowFormProps = { page: Page; list: FormList; id: string | null; draft: Draft }
/** /talents/mine/:list/new and /talents/mine/:list/:id */
export function RowFormPage({ page, list, id, draft }: RowFormProps) {
  const t = text(page.language)
  const form = { page, draft }
  const Inner = fields[list]
  return (
    <FormPage
      page={page}
      title={t(`${id ? 'edit' : 'new'}-${list}`)}
      current="talents"
      trail={[{ href: '/talents/mine', label: t('mine') }]}
    >
      <Form
        {...form}
        action={`/talents/mine/${list}/${id ?? 'new'}`}
        button={t(id ? 'saveButton' : 'addButton')}
        cancel={{ href: `/talents/mine#${list}` }}
      >
        <Inner {...form} />
      </Form>
    </FormPage>
  )
}
