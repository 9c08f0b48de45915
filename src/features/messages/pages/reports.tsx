import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { Press } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chips.tsx'
import { ConfirmPage } from '../../../ui/confirm.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { TextArea } from '../../../ui/form/field.tsx'
import type { Draft } from '../../../ui/form.tsx'
import { ListPage } from '../../../ui/list.tsx'
import type { ListState } from '../../../ui/list-state.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import type { ReportLine, Thread } from '../queries/conversations.ts'
import { pageText } from '../text/pages.ts'

type NoticeProps = { page: Page; id: string; reports: Thread['reports'] }
/** What the team is asked to look at, above the conversation. Nobody else gets the reports. */
export function ReportNotice({ page, id, reports }: NoticeProps) {
  const t = pageText(page.language)
  const open = reports.filter(({ settledAt }) => settledAt === null)
  if (open.length === 0) return null
  return (
    <Notice tone="waiting" title={t('reported')}>
      {open.map(({ reason }) => (
        <p>{reason}</p>
      ))}
      <div class="actions">
        <Press page={page} action={`/messages/${id}/settle`} look="primary">
          {t('settle')}
        </Press>
        <Press page={page} action={`/messages/${id}/settle`} hidden={{ close: 'on' }} look="danger">
          {t('settleClose')}
        </Press>
      </div>
    </Notice>
  )
}

type AskProps = { page: Page; id: string; draft: Draft }
/** /messages/:id/report */
export const ReportPage = ({ page, id, draft }: AskProps) => {
  const t = pageText(page.language)
  return (
    <ConfirmPage
      page={page}
      title={t('reportTitle')}
      consequence={t('reportWhat')}
      action={`/messages/${id}/report`}
      button={t('reportDo')}
      cancel={{ href: `/messages/${id}` }}
      danger={false}
      draft={draft}
      trail={[{ href: '/messages', label: t('messages') }]}
    >
      <TextArea page={page} draft={draft} name="reason" label={t('reportReason')} maxlength={2000} />
    </ConfirmPage>
  )
}

/** /messages/:id/leave */
export const LeavePage = ({ page, id }: Omit<AskProps, 'draft'>) => {
  const t = pageText(page.language)
  return (
    <ConfirmPage
      page={page}
      title={t('leaveTitle')}
      consequence={t('leaveWhat')}
      action={`/messages/${id}/leave`}
      button={t('leaveDo')}
      cancel={{ href: `/messages/${id}` }}
      trail={[{ href: '/messages', label: t('messages') }]}
    />
  )
}

type ListProps = { page: Page; state: ListState; rows: readonly ReportLine[]; total: number }
/** /messages/reports, for the team */
export function ReportsPage({ page, state, rows, total }: ListProps) {
  const t = pageText(page.language)
  return (
    <ListPage
      page={page}
      title={t('reportsTitle')}
      intro={<p>{t('reportsIntro')}</p>}
      noindex
      path="/messages/reports"
      state={state}
      total={total}
      rows={rows}
      counted={t('reportsCount', { count: total })}
      searchLabel={t('messagesSearch')}
      view={{
        kind: 'table',
        caption: t('reportsTitle'),
        columns: [
          {
            label: t('subject'),
            head: true,
            cell: ({ conversationId, subject }) => (
              <a class="link" href={page.href(`/messages/${conversationId}`)}>
                {subject}
              </a>
            ),
          },
          { label: t('reportReasonShort'), cell: ({ reason }) => <span class="wrap-anywhere">{reason}</span> },
          { label: t('reportedAt'), cell: ({ at }) => formatDay(dayOf(at), page.language) },
          {
            label: t('state'),
            cell: ({ settledAt }) => (
              <Chip tone={settledAt ? 'good' : 'waiting'}>{t(settledAt ? 'reportSettled' : 'reportWaiting')}</Chip>
            ),
          },
        ],
      }}
      empty={
        <Empty title={t('reportsNone')} icon="circle-check">
          {t('reportsNoneHow')}
        </Empty>
      }
    />
  )
}
