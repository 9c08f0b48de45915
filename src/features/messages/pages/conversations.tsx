import { dayOf } from '../../../kernel/days.ts'
import { formatList, formatMoment, formatRelativeDay } from '../../../kernel/format.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { ResultRow } from '../../../ui/card.tsx'
import { Chip, Chips } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ListPage } from '../../../ui/list.tsx'
import type { ListState } from '../../../ui/list-state.ts'
import type { Page } from '../../../ui/page.ts'
import type { ExportColumn } from '../../../web/export.ts'
import type { ConversationLine, Participant } from '../queries/conversations.ts'
import { pageText } from '../text/pages.ts'

/** « Talent 4F2A », « Camille Fontaine, pour Studio Arpège » */
export function nameIn(page: Page, { name, onBehalfOf }: Pick<Participant, 'name' | 'onBehalfOf'>): string {
  const t = pageText(page.language)
  const shown = name ?? t('gone')
  return onBehalfOf ? `${shown}, ${t('onBehalf', { organisation: onBehalfOf })}` : shown
}
const othersOf = (page: Page, { others }: ConversationLine) =>
  others.length
    ? formatList(
        others.map((one) => nameIn(page, one)),
        page.language,
      )
    : pageText(page.language)('nobodyElse')

const stateOptions = ['unread', 'open', 'closed', 'muted'] as const
const excerpt = (text: string) => (text.length > 160 ? `${text.slice(0, 159).trimEnd()}…` : text)

type Props = {
  page: Page
  state: ListState
  rows: readonly ConversationLine[]
  total: number
  counts: Readonly<Record<string, number>>
}
/** /messages */
export function ConversationsPage({ page, state, rows, total, counts }: Props) {
  const t = pageText(page.language)
  return (
    <ListPage
      page={page}
      title={t('messages')}
      intro={<p>{t('messagesIntro')}</p>}
      noindex
      path="/messages"
      state={state}
      total={total}
      rows={rows}
      counted={t('messagesCount', { count: total })}
      searchLabel={t('messagesSearch')}
      filters={[
        {
          name: 'state',
          label: t('state'),
          kind: 'many',
          prominent: true,
          options: stateOptions.map((value) => ({ value, label: t(value), count: counts[value] ?? 0 })),
        },
      ]}
      sorts={[
        { key: 'unread', label: t('byUnread') },
        { key: '-last', label: t('byLast') },
        { key: 'last', label: t('byFirst') },
      ]}
      exports={{ csv: '/messages/export.csv', xlsx: '/messages/export.xlsx' }}
      view={{ kind: 'rows', render: (row) => <Line page={page} row={row} /> }}
      empty={
        <Empty title={t('messagesNone')} icon="messages-square">
          {t('messagesNoneHow')}
        </Empty>
      }
    />
  )
}

function Line({ page, row }: { page: Page; row: ConversationLine }) {
  const t = pageText(page.language)
  const { id, subject, aboutTitle, lastAt, closedAt, mutedAt, isUnread, last } = row
  return (
    <ResultRow
      page={page}
      href={`/messages/${id}`}
      title={<span lang="">{isUnread ? <strong>{subject}</strong> : subject}</span>}
      lead={<span lang="">{excerpt(last)}</span>}
      facts={[othersOf(page, row), aboutTitle && inLanguage(aboutTitle, page.language)]}
      chips={
        (isUnread || closedAt || mutedAt) && (
          <Chips>
            {isUnread && <Chip tone="info">{t('isUnread')}</Chip>}
            {closedAt && <Chip>{t('isClosed')}</Chip>}
            {mutedAt && <Chip>{t('isMuted')}</Chip>}
          </Chips>
        )
      }
      end={
        <time datetime={lastAt.toISOString()} title={formatMoment(lastAt, page.language)}>
          {formatRelativeDay(dayOf(lastAt), dayOf(page.now), page.language)}
        </time>
      }
    />
  )
}

export function conversationColumns(page: Page): ExportColumn<ConversationLine>[] {
  const t = pageText(page.language)
  return [
    { label: t('subject'), cell: ({ subject }) => subject, width: 40 },
    { label: t('with'), cell: (row) => othersOf(page, row), width: 40 },
    {
      label: t('aboutRecord'),
      cell: ({ aboutTitle }) => aboutTitle && inLanguage(aboutTitle, page.language),
      width: 30,
    },
    { label: t('lastAt'), cell: ({ lastAt }) => lastAt },
    { label: t('isUnread'), cell: ({ isUnread }) => isUnread },
    { label: t('ended'), cell: ({ closedAt }) => closedAt },
  ]
}
