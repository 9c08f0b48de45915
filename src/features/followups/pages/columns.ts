import { dayOf } from '../../../kernel/days.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import type { Page } from '../../../ui/page.ts'
import type { ExportColumn } from '../../../web/export.ts'
import type { Escalation, Escalations } from '../queries/escalations.ts'
import type { FollowUp } from '../queries/lists.ts'
import type { Names } from '../queries/names.ts'
import { daysOverdue } from '../rules/chasing.ts'
import { standingOf } from '../rules/standing.ts'
import { text } from '../text/pages.ts'
import { staffText } from '../text/staff.ts'
import { bearerName, creditorName, debtorName, kindLabel } from './words.ts'

export type ExportedRow = { readonly row: FollowUp; readonly names: Names }
const date = (day: string | null) => (day ? new Date(`${day}T00:00:00Z`) : null)

export function followUpColumns(page: Page): readonly ExportColumn<ExportedRow>[] {
  const { language } = page
  const t = staffText(language)
  const words = text(language)
  const today = dayOf(page.now)
  return [
    { label: words('title'), cell: ({ row }) => inLanguage(row.title, language), width: 60 },
    { label: t('kind'), cell: ({ row }) => kindLabel(row.kind, language), width: 32 },
    { label: t('state'), cell: ({ row }) => words(`state-${standingOf(row, today)}`) },
    { label: t('due'), cell: ({ row }) => date(row.dueOn), width: 12 },
    { label: t('late'), cell: ({ row }) => daysOverdue(row, today) || null, width: 12 },
    { label: t('debtor'), cell: ({ row, names }) => debtorName(page, row, names), width: 28 },
    { label: t('bearer'), cell: ({ row, names }) => bearerName(page, row, names), width: 28 },
    { label: t('creditor'), cell: ({ row, names }) => creditorName(page, row, names), width: 28 },
    { label: t('opened'), cell: ({ row }) => row.openedAt, width: 12 },
    { label: t('snoozed'), cell: ({ row }) => date(row.snoozedUntil), width: 12 },
    { label: t('closed'), cell: ({ row }) => row.closedAt, width: 12 },
  ]
}

type CallLine = { readonly one: Escalation; readonly row: FollowUp; readonly names: Escalations['names'] }
export const callLines = ({ toCall, names }: Escalations): readonly CallLine[] =>
  toCall.flatMap((one) => one.rows.map((row) => ({ one, row, names })))
export function callColumns(page: Page): readonly ExportColumn<CallLine>[] {
  const { language } = page
  const t = staffText(language)
  return [
    {
      label: t('debtor'),
      cell: ({ row, names, one }) => (one.isTeam ? t('teamItself') : debtorName(page, row, names)),
      width: 28,
    },
    { label: t('phone'), cell: ({ one }) => one.organisation?.phone ?? null },
    {
      label: t('contacts'),
      cell: ({ one }) => one.contacts.map(({ name, email }) => `${name} <${email}>`).join(', '),
      width: 50,
    },
    { label: t('owedColumn'), cell: ({ row }) => inLanguage(row.title, language), width: 60 },
    { label: t('due'), cell: ({ row }) => date(row.dueOn), width: 12 },
    { label: t('late'), cell: ({ row }) => daysOverdue(row, dayOf(page.now)) || null, width: 12 },
    { label: t('lastCall'), cell: ({ row }) => row.calledAt, width: 12 },
  ]
}
