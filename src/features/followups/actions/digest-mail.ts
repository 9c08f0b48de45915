import type { Mail } from '../../../db/outbox.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { layOut, mailLink } from '../../../web/mail-layout.ts'
import { footOf, site } from '../../messages/actions/notify.ts'
import type { Names } from '../queries/names.ts'
import { daysOverdue } from '../rules/chasing.ts'
import { followUpNotices } from '../schema.ts'
import type { followUp } from '../tables.ts'
import { mailText } from '../text/mails.ts'

type Row = typeof followUp.$inferSelect
export type DigestMail = {
  readonly to: { readonly id: string; readonly name: string; readonly email: string; readonly language: Language }
  readonly rows: readonly Row[]
  readonly names: Names
  /** What the snooze links in the mail are opened with. */
  readonly key: string
  /** What the link that ends these mails is signed with. */
  readonly endKey: string
  readonly origin: string
  readonly now: Date
}

function whenDue(row: Row, today: Day, language: Language): string {
  const t = mailText(language)
  const late = daysOverdue(row, today)
  if (late > 0) return t('late', { count: late })
  return row.dueOn === today ? t('today') : t('due', { day: formatDay(row.dueOn, language) })
}

/** One mail with everything that somebody owes, the most overdue first; each line leads to its deed, or puts it off. */
export function digestMail({ to, rows, names, key, endKey, origin, now }: DigestMail): Mail {
  const { language } = to
  const t = mailText(language)
  const today = dayOf(now)
  const count = rows.length
  const isLate = rows.some((row) => daysOverdue(row, today) > 0)
  const link = (path: string) => mailLink(origin, language, path)
  const later = (row: Row, days: number) => link(`/followups/${row.id}/later?key=${key}&days=${days}`)
  const items = rows.map((row) => {
    const organisation = names.organisations.get(row.debtorOrganisationId ?? '')?.name
    const said = [whenDue(row, today, language), organisation && t('forOrganisation', { organisation })]
    return {
      isLate: daysOverdue(row, today) > 0,
      title: inLanguage(row.title, language),
      detail: said.filter(Boolean).join(', '),
      links: [
        { label: t('go'), href: link(row.href) },
        { label: t('tomorrow'), href: later(row, 1) },
        { label: t('week'), href: later(row, 7) },
      ],
    }
  })
  const parts = [
    { heading: t('partLate'), items: items.filter((one) => one.isLate) },
    { heading: t('partDue'), items: items.filter((one) => !one.isLate) },
  ]
  const { small, unsubscribe } = footOf(origin, to, followUpNotices.reminder, endKey)
  const message = {
    subject: t(isLate ? 'subjectLate' : 'subject', { count }),
    greeting: t('hello', { name: to.name }),
    paragraphs: [t('intro', { count })],
    parts: parts.filter((part) => part.items.length > 0),
    button: { label: t('button'), href: link('/followups') },
    small,
  }
  // Confidential: its links put things off without a password.
  const laid = layOut(message, language, { name: site, origin })
  return { ...laid, to: to.email, accountId: to.id, unsubscribe, confidential: true }
}
