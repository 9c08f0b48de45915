import type { PropsWithChildren } from 'hono/jsx'
import { addDays, dayOf } from '../../../kernel/days.ts'
import { formatDay, formatWeekday } from '../../../kernel/format.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { Chip, Chips } from '../../../ui/chips.tsx'
import { Select } from '../../../ui/form/choices.tsx'
import { Field, TextArea } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import type { HistoryEntry } from '../../../ui/history.tsx'
import type { Page } from '../../../ui/page.ts'
import { WorkRecord } from '../../../ui/record.tsx'
import * as policy from '../policy.ts'
import type { Events, FollowUp } from '../queries/lists.ts'
import type { Candidate, Names } from '../queries/names.ts'
import { isOpen, isSnoozed, nextChaseOn } from '../rules/chasing.ts'
import { longestSnooze } from '../rules/standing.ts'
import { text } from '../text/pages.ts'
import { staffText } from '../text/staff.ts'
import { CallForm } from './call-form.tsx'
import { bearerName, closedWords, creditorName, debtorName, kindLabel, standingWords } from './words.ts'

export const deeds = ['snooze', 'hand-over', 'done', 'cancel', 'calls'] as const
export type Deed = (typeof deeds)[number]
type RecordProps = {
  page: Page
  row: FollowUp
  names: Names
  events: Events
  candidates: readonly Candidate[]
  /** The form that was sent back, and which one it was. */
  draft: Draft
  sent: Deed | null
}
const none: Draft = { values: {}, errors: {} }

export function RecordPage(props: RecordProps) {
  const { page, row, names } = props
  const t = text(page.language)
  const standing = standingWords(row, dayOf(page.now), page.language)
  const isMine = isOpen(row) && policy.owes(page.actor, row)
  return (
    <WorkRecord
      page={page}
      kind={kindLabel(row.kind, page.language)}
      title={inLanguage(row.title, page.language)}
      trail={[{ href: isMine ? '/followups' : '/followups/awaited', label: t(isMine ? 'waiting' : 'awaited') }]}
      chips={
        <Chips>
          <Chip tone={standing.tone}>{standing.label}</Chip>
        </Chips>
      }
      deed={
        isMine && (
          <LinkButton page={page} href={row.href} look="primary" icon="arrow-right">
            {t('go')}
          </LinkButton>
        )
      }
      deeds={isOpen(row) && <QuickDeeds page={page} row={row} />}
      facts={factsOf(page, row, names)}
      history={historyOf(props)}
    >
      {isOpen(row) && <DeedForms {...props} />}
      {!isOpen(row) && <p>{closedWords(row, page.language)}</p>}
    </WorkRecord>
  )
}

function QuickDeeds({ page, row }: { page: Page; row: FollowUp }) {
  const t = text(page.language)
  const path = `/followups/${row.id}`
  return (
    <>
      {policy.snooze(page.actor, row) && isSnoozed(row, dayOf(page.now)) && (
        <Press page={page} action={`${path}/wake`} icon="sun">
          {t('wake')}
        </Press>
      )}
      {row.bearerId && policy.handOver(page.actor, row) && (
        <Press page={page} action={`${path}/take-back`} icon="undo-2">
          {t('takeBack')}
        </Press>
      )}
    </>
  )
}

function factsOf(page: Page, row: FollowUp, names: Names) {
  const t = text(page.language)
  const day = (value: string) => formatDay(value, page.language)
  const debtor = names.organisations.get(row.debtorOrganisationId ?? '')
  const name = debtorName(page, row, names)
  return [
    { label: t('due'), value: formatWeekday(row.dueOn, page.language) },
    { label: t('debtor'), value: debtor ? <a href={page.href(debtor.href)}>{name}</a> : name },
    { label: t('bearer'), value: bearerName(page, row, names) },
    { label: t('creditor'), value: creditorName(page, row, names) },
    { label: t('opened'), value: day(dayOf(row.openedAt)) },
    ...(isOpen(row)
      ? [
          { label: t('nextChase'), value: day(latest(nextChaseOn(row), dayOf(page.now))) },
          { label: t('escalates'), value: day(row.escalatesOn) },
        ]
      : [{ label: t('closed'), value: row.closedAt && day(dayOf(row.closedAt)) }]),
  ]
}
const latest = (one: string, other: string) => (one > other ? one : other)

type FoldProps = PropsWithChildren<{ deed: Deed; title: string; help: string; isOpen: boolean }>
/** One deed: folded until it is wanted, by a link to it or by its own title. */
const Fold = ({ deed, title, help, isOpen: unfolded, children }: FoldProps) => (
  <details class="deed" id={deed} open={unfolded}>
    <summary>
      <h2>{title}</h2>
      <span class="help">{help}</span>
    </summary>
    {children}
  </details>
)

/** Each deed with its own form and its own address, for those who may. */
function DeedForms({ page, row, candidates, draft, sent }: RecordProps) {
  const t = text(page.language)
  const staff = staffText(page.language)
  const { actor } = page
  const wanted = sent ?? page.query.get('do')
  const field = (deed: Deed) => ({ page, draft: sent === deed ? draft : none })
  const form = (deed: Deed) => ({ ...field(deed), id: `form-${deed}`, action: `/followups/${row.id}/${deed}` })
  const fold = (deed: Deed) => ({ deed, isOpen: wanted === deed })
  const today = dayOf(page.now)
  return (
    <div class="deeds">
      {policy.call(actor, row) && !policy.owes(actor, row) && (
        <Fold {...fold('calls')} title={staff('call')} help={staff('callHelp')}>
          <CallForm page={page} row={row} draft={field('calls').draft} />
        </Fold>
      )}
      {policy.snooze(actor, row) && (
        <Fold {...fold('snooze')} title={t('snoozeTitle')} help={t('snoozeHelp')}>
          <Form {...form('snooze')} button={t('snooze')}>
            <Field
              {...field('snooze')}
              name="until"
              label={t('until')}
              type="date"
              min={addDays(today, 1)}
              max={addDays(today, longestSnooze)}
            />
          </Form>
        </Fold>
      )}
      {policy.handOver(actor, row) && (
        <Fold {...fold('hand-over')} title={t('handOverTitle')} help={t('handOverHelp')}>
          {candidates.length === 0 ? (
            <p>{t('handOverNobody')}</p>
          ) : (
            <Form {...form('hand-over')} button={t('handOver')}>
              <Select
                {...field('hand-over')}
                name="to"
                label={t('to')}
                options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <Field {...field('hand-over')} name="note" label={t('note')} maxlength={500} optional />
            </Form>
          )}
        </Fold>
      )}
      {policy.doneElsewhere(actor, row) && (
        <Fold {...fold('done')} title={t('doneTitle')} help={t('doneHelp')}>
          <Form {...form('done')} button={t('close')}>
            <TextArea {...field('done')} name="how" label={t('how')} rows={2} maxlength={500} />
          </Form>
        </Fold>
      )}
      {policy.cancel(actor, row) && (
        <Fold {...fold('cancel')} title={t('cancelTitle')} help={t('cancelHelp')}>
          <Form {...form('cancel')} button={t('cancel')} danger>
            <Field {...field('cancel')} name="reason" label={t('cancelReason')} maxlength={500} optional />
          </Form>
        </Fold>
      )}
    </div>
  )
}

function historyOf({ page, events: { events, people } }: RecordProps): HistoryEntry[] {
  const t = text(page.language)
  const staff = staffText(page.language)
  return events.map(({ kind, at, byId, toId, untilOn, outcome, note }) => {
    const day = untilOn ? formatDay(untilOn, page.language) : ''
    const who = people.get(toId ?? '') ?? t('someone')
    const sentence =
      kind === 'snoozed'
        ? t('event-snoozed', { day })
        : kind === 'handed-over' || kind === 'chased'
          ? t(`event-${kind}`, { who })
          : kind === 'called'
            ? t('event-called', { day, outcome: outcome ? staff(`outcome-${outcome}`).toLowerCase() : '' })
            : t(`event-${kind}`)
    return {
      at,
      who: people.get(byId ?? '') ?? page.identity.name,
      sentence: note ? t('noted', { sentence, note }) : sentence,
    }
  })
}
