import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { Chip, type Tone } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Choices, Select } from '../../../ui/form/choices.tsx'
import { Combobox } from '../../../ui/form/combobox.tsx'
import { Field, TextArea } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { wordingOf } from '../../occupations/rules/titles.ts'
import type { Proposal } from '../queries/choices.ts'
import type { ProposalState } from '../schema/vocabulary.ts'
import { text } from '../text/dealings.ts'

const tones: Record<ProposalState, Tone> = { waiting: 'waiting', accepted: 'good', alias: 'good', refused: 'neutral' }
type ProposalsProps = {
  page: Page
  rows: readonly Proposal[]
  failed?: { readonly id: string; readonly draft: Draft } | undefined
}

/** /talents/proposals */
export function ProposalsPage({ page, rows, failed }: ProposalsProps) {
  const t = text(page.language)
  return (
    <PlainPage
      page={page}
      title={t('proposals')}
      intro={t('proposalsIntro')}
      current="talents"
      trail={[{ href: '/talents', label: 'Talents' }]}
      noindex
    >
      {rows.length === 0 && (
        <Empty title={t('noProposals')} icon="puzzle">
          {t('noProposalsHow')}
        </Empty>
      )}
      <div class="stack">
        {rows.map((row) => (
          <article class="entry" id={`proposal-${row.id}`}>
            <h2>{row.label}</h2>
            <p>
              <Chip tone={tones[row.state]}>{t(`proposal-${row.state}`)}</Chip>{' '}
              <span class="help">
                {formatDay(dayOf(row.answeredAt ?? row.createdAt), page.language)}
                {row.state === 'waiting' && ` · ${t('uses', { count: row.uses })}`}
                {row.answeredBy && ` · ${row.answeredBy}`}
              </span>
            </p>
            {row.skillSlug && (
              <p>
                <a class="link" href={page.href(`/skills/${row.skillSlug}`)}>
                  {wordingOf(row.skillLabel ?? {}, page.language)}
                </a>
              </p>
            )}
            {row.reason && <p>{row.reason}</p>}
            {row.answer && <p class="help">{row.answer}</p>}
            {row.state === 'waiting' && (
              <details open={failed?.id === row.id}>
                <summary>{t('proposalAnswer')}</summary>
                <AnswerForm
                  page={page}
                  row={row}
                  draft={
                    failed?.id === row.id
                      ? failed.draft
                      : { values: { answer: 'accepted', fr: row.label, kind: 'tool' }, errors: {} }
                  }
                />
              </details>
            )}
          </article>
        ))}
      </div>
    </PlainPage>
  )
}
function AnswerForm({ page, row, draft }: { page: Page; row: Proposal; draft: Draft }) {
  const t = text(page.language)
  const form = { page, draft }
  const kinds = ['know-how', 'knowledge', 'behaviour', 'tool'] as const
  return (
    <Form {...form} id={`answer-${row.id}`} action={`/talents/proposals/${row.id}`} button={t('send')}>
      <Choices
        {...form}
        name="answer"
        label={t('answer')}
        options={[
          { value: 'accepted', label: t('asNew') },
          { value: 'alias', label: t('asAlias') },
          { value: 'refused', label: t('asRefused') },
        ]}
      />
      <Field {...form} name="fr" label={t('labelFr')} optional />
      <Field {...form} name="en" label={t('labelEn')} optional />
      <Select
        {...form}
        name="kind"
        label={t('skillKind')}
        options={kinds.map((value) => ({ value, label: t(`kind-${value}`) }))}
      />
      <Combobox
        {...form}
        name="skill"
        idName="skillId"
        source="/talents/suggest/skills"
        label={t('aliasOf')}
        optional
      />
      <TextArea {...form} name="words" label={t('reason')} help={t('reasonHelp')} rows={3} optional />
    </Form>
  )
}
