import { ConfirmPage } from '../../../ui/confirm.tsx'
import { Choices } from '../../../ui/form/choices.tsx'
import { Combobox } from '../../../ui/form/combobox.tsx'
import { LocalisedField, TextArea } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Sector } from '../../../ui/tint.ts'
import { wordingOf } from '../rules/titles.ts'
import type { SkillContent } from '../schema/sheet.ts'
import { skillKinds } from '../tables/vocabulary.ts'
import type { skill } from '../tables.ts'
import { text } from '../text/pages.ts'
import { workText } from '../text/work.ts'

type Row = typeof skill.$inferSelect
type FormProps = { page: Page; draft: Draft; skill: Row | null; sectors: readonly Sector[] }

export const skillValues = (content: SkillContent, broader: string): Draft['values'] => ({
  ...content,
  broader,
  aliases: { fr: content.aliases.fr.join('\n'), en: content.aliases.en.join('\n') },
})

export function SkillForm({ page, draft, skill, sectors }: FormProps) {
  const t = workText(page.language)
  const words = text(page.language)
  const form = { page, draft }
  const name = skill ? wordingOf(skill.label, page.language) : ''
  return (
    <FormPage
      page={page}
      title={skill ? t('editSkill', { title: name }) : t('newSkill')}
      current="occupations"
      trail={[
        { href: '/skills', label: words('skillsTitle') },
        ...(skill ? [{ href: `/skills/${skill.slug}`, label: name }] : []),
      ]}
    >
      <Form
        {...form}
        action={skill ? `/skills/${skill.slug}/edit` : '/skills/new'}
        button={t('saveSkill')}
        cancel={{ href: skill ? `/skills/${skill.slug}` : '/skills' }}
      >
        <LocalisedField {...form} name="label" label={t('skillName')} help={t('skillNameHelp')} />
        <Choices
          {...form}
          name="kind"
          label={t('kind')}
          options={skillKinds.map((kind) => ({ value: kind, label: words(`kindOne-${kind}`) }))}
        />
        <LocalisedField {...form} name="summary" label={t('definition')} long rows={3} maxlength={2000} optional />
        <TextArea {...form} name="aliases.fr" label={t('synonymsFr')} help={t('synonymsHelp')} rows={4} optional />
        <TextArea {...form} name="aliases.en" label={t('synonymsEn')} rows={3} lang="en" optional />
        <Combobox
          {...form}
          name="broader"
          label={t('broader')}
          help={t('broaderHelp')}
          source="/skills/suggest"
          optional
        />
        <Choices
          {...form}
          name="sectors"
          many
          look="chips"
          label={words('sectors')}
          optional
          options={sectors.map(({ key, label }) => ({ value: key, label }))}
        />
      </Form>
    </FormPage>
  )
}

export function MergeSkill({ page, draft, skill }: { page: Page; draft: Draft; skill: Row }) {
  const t = workText(page.language)
  const title = wordingOf(skill.label, page.language)
  return (
    <ConfirmPage
      page={page}
      current="occupations"
      title={t('mergeTitle', { title })}
      consequence={t('mergeConsequence')}
      action={`/skills/${skill.slug}/merge`}
      button={t('mergeButton')}
      cancel={{ href: `/skills/${skill.slug}` }}
      draft={draft}
      trail={[{ href: `/skills/${skill.slug}`, label: title }]}
    >
      <Combobox page={page} draft={draft} name="into" label={t('mergeInto')} source="/skills/suggest" />
    </ConfirmPage>
  )
}
