import type { outboxStates } from '../../../../db/tables.ts'
import { formatMoment } from '../../../../kernel/format.ts'
import { LinkButton, Press } from '../../../../ui/button.tsx'
import { Chip, Chips, type Tone } from '../../../../ui/chips.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { ListPage } from '../../../../ui/list.tsx'
import type { ListState } from '../../../../ui/list-state.ts'
import { Notice } from '../../../../ui/notice.tsx'
import type { Page } from '../../../../ui/page.ts'
import { Section, WorkRecord } from '../../../../ui/record.tsx'
import type { Column } from '../../../../ui/table.tsx'
import type { MailLine, mailById } from '../../queries/mails.ts'
import { staffText } from '../../text/staff.ts'

type State = (typeof outboxStates)[number]
const states = {
  waiting: ['mailWaiting', 'waiting'],
  sent: ['mailSent', 'good'],
  failed: ['mailFailed', 'waiting'],
  refused: ['mailRefused', 'bad'],
  bounced: ['mailBounced', 'bad'],
} as const satisfies Record<State, readonly [string, Tone]>
const StateChip = ({ page, state }: { page: Page; state: State }) => (
  <Chip tone={states[state][1]}>{staffText(page.language)(states[state][0])}</Chip>
)

function columnsOf(page: Page): Column<MailLine>[] {
  const t = staffText(page.language)
  return [
    {
      label: t('subject'),
      head: true,
      cell: ({ id, subject, language }) => (
        <a class="link" lang={language} href={page.href(`/outbox/${id}`)}>
          {subject}
        </a>
      ),
    },
    { label: t('recipient'), cell: ({ recipient }) => <span class="break-all">{recipient}</span> },
    { label: t('state'), cell: ({ state }) => <StateChip page={page} state={state} /> },
    { label: t('written'), cell: ({ createdAt }) => formatMoment(createdAt, page.language) },
    { label: t('sentOn'), cell: ({ sentAt }) => sentAt && formatMoment(sentAt, page.language) },
  ]
}

type ListProps = { page: Page; state: ListState; rows: readonly MailLine[]; total: number }
/** /outbox */
export function MailsPage({ page, state, rows, total }: ListProps) {
  const t = staffText(page.language)
  const options = Object.entries(states).map(([value, [label]]) => ({ value, label: t(label) }))
  return (
    <ListPage
      page={page}
      title={t('outbox')}
      intro={t('outboxIntro')}
      noindex
      path="/outbox"
      state={state}
      total={total}
      rows={rows}
      counted={t('mailsCount', { count: total })}
      searchLabel={t('mailsSearch')}
      filters={[{ name: 'state', label: t('state'), kind: 'many', prominent: true, options }]}
      view={{ kind: 'table', caption: t('outbox'), columns: columnsOf(page) }}
      empty={
        <Empty title={t('mailsNone')} icon="mail">
          {t('mailsNoneHow')}
        </Empty>
      }
    />
  )
}

export type Mail = NonNullable<Awaited<ReturnType<typeof mailById>>>
type MailProps = { page: Page; mail: Mail; isHidden: boolean; refusal: string | null }
/** /outbox/:id */
export function MailPage({ page, mail, isHidden, refusal }: MailProps) {
  const t = staffText(page.language)
  const { id, subject, recipient, state, attempts, lastError, createdAt, sentAt, language } = mail
  return (
    <WorkRecord
      page={page}
      trail={[{ href: '/outbox', label: t('outbox') }]}
      title={t('mailTo', { recipient })}
      chips={
        <Chips>
          <StateChip page={page} state={state} />
        </Chips>
      }
      facts={[
        { label: t('subject'), value: <span lang={language}>{subject}</span> },
        { label: t('recipient'), value: <span class="break-all">{recipient}</span> },
        { label: t('written'), value: formatMoment(createdAt, page.language) },
        { label: t('sentOn'), value: sentAt && formatMoment(sentAt, page.language) },
        { label: t('attempts'), value: attempts > 0 && String(attempts) },
        { label: t('lastError'), value: lastError },
        { label: t('languageOf'), value: language === 'fr' ? 'Français' : 'English' },
      ]}
      deeds={
        !isHidden && (
          <LinkButton page={page} href={`/outbox/${id}.eml`} icon="download">
            {t('download')}
          </LinkButton>
        )
      }
      deed={
        state !== 'sent' && (
          <Press page={page} action={`/outbox/${id}/again`} look="primary" icon="refresh-cw">
            {t('again')}
          </Press>
        )
      }
    >
      {refusal && (
        <Notice tone="bad">
          <p>{refusal}</p>
        </Notice>
      )}
      {isHidden ? (
        <Notice>
          <p>{t('hidden')}</p>
        </Notice>
      ) : (
        <Words mail={mail} page={page} />
      )}
    </WorkRecord>
  )
}

/** The text, and the HTML as it was written: never rendered. */
function Words({ mail, page }: { mail: Mail; page: Page }) {
  return (
    <>
      <Section id="text" title={staffText(page.language)('text')}>
        <p lang={mail.language} class="prose whitespace-pre-wrap wrap-anywhere">
          {mail.text}
        </p>
      </Section>
      {mail.html && (
        <details class="mt-8">
          <summary>HTML</summary>
          <pre class="mt-4 text-sm whitespace-pre-wrap wrap-anywhere">{mail.html}</pre>
        </details>
      )}
    </>
  )
}
