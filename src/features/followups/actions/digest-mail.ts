import type { Mail } from '../../../db/outbox.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { layOut, mailLink } from '../../../web/mail-layout.ts'
import type { Names } from '../queries/names.ts'
import { daysOverdue } from '../rules/chasing.ts'
import type { followUp } from '../tables.ts'
import { mailText } from '../text/mails.ts'

type Row = typeof followUp.$inferSelect
export type DigestMail = {
  readonly to: { readonly id: string; readonly name: string; readonly email: string; readonly language: Language }
  readonly rows: readonly Row[]
  readonly names: Names
  /** What the snooze links in the mail are opened with. */
  readonly key: string
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
export function digestMail({ to, rows, names, key, origin, now }: DigestMail): Mail {
  const { language } = to
  const t = mailText(language)
  const today = dayOf(now)
  const count = rows.length
  const isLate = rows.some((row) => daysOverdue(row, today) > 0)
  const link = (path: string) => mailLink(origin, language, path)
  const later = (row: Row, days: number) => link(`/followups/${row.id}/later?key=${key}&days=${days}`)
  const items = rows.map((row) => {
    const organisation = names.organisations.get(row.debtorOrganisationId ?? '')?.name
    return {
      title: inLanguage(row.title, language),
      detail: [whenDue(row, today, language), organisation && t('forOrganisation', { organisation })]
        .filter(Boolean)
        .join(', '),
      links: [
        { label: t('go'), href: link(row.href) },
        { label: t('tomorrow'), href: later(row, 1) },
        { label: t('week'), href: later(row, 7) },
      ],
    }
  })
  return {
    to: to.email,
    accountId: to.id,
    // Its links put things off without a password.
    confidential: true,
    ...layOut(
      {
        subject: t(isLate ? 'subjectLate' : 'subject', { count }),
        greeting: t('hello', { name: to.name }),
        paragraphs: [t('intro', { count })],
        items,
        button: { label: t('button'), href: link('/followups') },
        small: [t('rhythm', { link: link('/followups/rhythm') })],
      },
      language,
      { name: 'Passerelle', origin },
    ),
  }
}
