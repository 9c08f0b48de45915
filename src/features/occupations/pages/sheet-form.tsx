import { Choices, Select, Toggle } from '../../../ui/form/choices.tsx'
import { Combobox } from '../../../ui/form/combobox.tsx'
import { Field, LocalisedField, TextArea } from '../../../ui/form/field.tsx'
import { Repeater } from '../../../ui/form/repeater.tsx'
import { type Draft, Fieldset, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Sector } from '../../../ui/tint.ts'
import type { Sheet } from '../queries/sheet.ts'
import { titleOf, wordingOf } from '../rules/titles.ts'
import type { SheetContent } from '../tables/vocabulary.ts'
import { families, levels, type Worded } from '../tables/vocabulary.ts'
import { text } from '../text/pages.ts'
import { workText } from '../text/work.ts'

export type SkillChoice = { readonly slug: string; readonly label: Worded }
type FormProps = {
  page: Page
  draft: Draft
  /** Null: a new one. */
  sheet: Sheet | null
  sectors: readonly Sector[]
}

/** The values of a form from a sheet: lists as lines, skills by their names. */
export function valuesOf(content: SheetContent, skills: readonly SkillChoice[], page: Page): Draft['values'] {
  const names = new Map(skills.map(({ slug, label }) => [slug, wordingOf(label, page.language)]))
  const lines = (lists: { fr: readonly string[]; en: readonly string[] }) => ({
    fr: lists.fr.join('\n'),
    en: lists.en.join('\n'),
  })
  return {
    ...content,
    mainSector: content.sectors[0] ?? '',
    sectors: content.sectors.slice(1),
    aliases: lines(content.aliases),
    missions: lines(content.missions),
    rome: content.rome.join('\n'),
    skills: content.skills.map((line) => ({ ...line, skill: names.get(line.skill) ?? line.skill })),
  }
}

export function SheetForm({ page, draft, sheet, sectors }: FormProps) {
  const t = workText(page.language)
  const words = text(page.language)
  const form = { page, draft }
  const sectorOptions = sectors.map(({ key, label }) => ({ value: key, label }))
  const title = sheet ? t('editTitle', { title: titleOf(sheet, page.language) }) : t('newTitle')
  return (
    <FormPage
      page={page}
      title={title}
      current="occupations"
      trail={[
        { href: '/occupations', label: words('occupations') },
        ...(sheet ? [{ href: `/occupations/${sheet.slug}`, label: titleOf(sheet, page.language) }] : []),
      ]}
    >
      <Form
        {...form}
        action={sheet ? `/occupations/${sheet.slug}/edit` : '/occupations/new'}
        button={t(sheet?.state === 'published' ? 'savePublished' : 'saveDraft')}
        cancel={{ href: sheet ? `/occupations/${sheet.slug}` : '/occupations' }}
      >
        <Fieldset legend={t('identity')}>
          <Field {...form} name="title.fr.masculine" label={t('masculine')} />
          <Field {...form} name="title.fr.feminine" label={t('feminine')} help={t('feminineHelp')} />
          <Field {...form} name="title.en" label={t('english')} optional />
          <TextArea {...form} name="aliases.fr" label={t('aliasesFr')} help={t('aliasesHelp')} rows={4} optional />
          <TextArea {...form} name="aliases.en" label={t('aliasesEn')} rows={3} lang="en" optional />
        </Fieldset>
        <Fieldset legend={t('filing')}>
          <Select {...form} name="mainSector" label={t('mainSector')} optional options={sectorOptions} />
          <Choices
            {...form}
            name="sectors"
            many
            look="chips"
            label={t('otherSectors')}
            optional
            options={sectorOptions}
          />
          <Select
            {...form}
            name="family"
            label={words('family')}
            options={families.map((key) => ({ value: key, label: words(`family-${key}`) }))}
          />
        </Fieldset>
        <Fieldset legend={t('text')}>
          <LocalisedField
            {...form}
            name="summary"
            label={t('summary')}
            help={t('summaryHelp')}
            long
            rows={4}
            maxlength={1200}
          />
          <TextArea {...form} name="missions.fr" label={t('missionsFr')} help={t('missionsHelp')} rows={8} optional />
          <TextArea {...form} name="missions.en" label={t('missionsEn')} rows={8} lang="en" optional />
          <LocalisedField {...form} name="conditions" label={t('conditions')} long rows={6} maxlength={4000} optional />
          <LocalisedField {...form} name="prospects" label={t('prospects')} long rows={5} maxlength={4000} optional />
        </Fieldset>
        <SkillRows page={page} draft={draft} />
        <Fieldset legend={t('codes')}>
          <TextArea {...form} name="rome" label={t('romeCodes')} help={t('romeHelp')} rows={2} optional />
          <Field {...form} name="esco" label={t('escoUri')} optional />
        </Fieldset>
      </Form>
    </FormPage>
  )
}

/** One row for each skill; names are suggested while one types. */
const SkillRows = ({ page, draft }: Pick<FormProps, 'page' | 'draft'>) => {
  const t = workText(page.language)
  const words = text(page.language)
  const form = { page, draft }
  return (
    <Repeater
      {...form}
      name="skills"
      label={words('skills')}
      help={t('skillsHelp')}
      each={t('skill')}
      add={t('addSkill')}
      most={80}
      empty={3}
      optional
      row={(row) => (
        <div class="grid gap-x-4 sm:grid-cols-[1fr_11rem]">
          <Combobox {...form} name={`${row}.skill`} label={t('skill')} source="/skills/suggest" optional />
          <Select
            {...form}
            name={`${row}.level`}
            label={t('level')}
            empty={t('noLevel')}
            optional
            options={levels.map((level) => ({ value: String(level), label: words(`level-${level}`) }))}
          />
          <Toggle {...form} name={`${row}.essential`} label={t('essential')} />
        </div>
      )}
    />
  )
}
