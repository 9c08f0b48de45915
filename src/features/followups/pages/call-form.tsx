import { addDays, dayOf } from '../../../kernel/days.ts'
import { Choices } from '../../../ui/form/choices.tsx'
import { Field, TextArea } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import type { Page } from '../../../ui/page.ts'
import type { FollowUp } from '../queries/lists.ts'
import { callOutcomes } from '../schema.ts'
import { staffText } from '../text/staff.ts'

type CallProps = { page: Page; row: Pick<FollowUp, 'id'>; draft: Draft; back?: string }
/** « Appelé, a dit… »: what came of a call. */
export function CallForm({ page, row, draft, back }: CallProps) {
  const t = staffText(page.language)
  const form = { page, draft }
  return (
    <Form
      {...form}
      id={`call-${row.id}`}
      action={`/followups/${row.id}/calls`}
      button={t('save')}
      hidden={back ? { back } : {}}
    >
      <Choices
        {...form}
        name="outcome"
        label={t('outcome')}
        look="chips"
        options={callOutcomes.map((value) => ({ value, label: t(`outcome-${value}`) }))}
      />
      <TextArea {...form} name="said" label={t('said')} rows={2} maxlength={500} optional />
      <Field
        {...form}
        name="again"
        label={t('again')}
        help={t('againHelp')}
        type="date"
        min={addDays(dayOf(page.now), 1)}
        optional
      />
    </Form>
  )
}
