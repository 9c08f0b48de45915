import { addDays, dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { ConfirmPage } from '../../../ui/confirm.tsx'
import type { Draft } from '../../../ui/form.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import type { FollowUp } from '../queries/lists.ts'
import { text } from '../text/pages.ts'

type LaterProps = { page: Page; row: FollowUp; days: number; link: string; draft: Draft }
/** Where a digest's link leads: mail programs open links by themselves, so a button does the deed. */
export function LaterPage({ page, row, days, link, draft }: LaterProps) {
  const t = text(page.language)
  const day = formatDay(addDays(dayOf(page.now), days), page.language)
  return (
    <ConfirmPage
      page={page}
      title={days === 1 ? t('laterTitle') : t('laterTitleMany', { days })}
      consequence={inLanguage(row.title, page.language)}
      action={link}
      button={t('laterButton', { day })}
      cancel={{ href: row.href }}
      danger={false}
      draft={draft}
    />
  )
}

export function LaterDonePage({ page, until }: { page: Page; until: string }) {
  const t = text(page.language)
  return (
    <PlainPage page={page} title={t('laterDoneTitle')} noindex>
      <Notice tone="good">
        <p>{t('laterDone', { day: formatDay(until, page.language) })}</p>
      </Notice>
    </PlainPage>
  )
}
