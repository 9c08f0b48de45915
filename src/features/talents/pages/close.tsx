import { ConfirmPage } from '../../../ui/confirm.tsx'
import { blank } from '../../../ui/form.tsx'
import type { Page } from '../../../ui/page.ts'
import { text as dealings } from '../text/dealings.ts'

/** /talents/mine/close */
export function ClosePage({ page }: { page: Page }) {
  const t = dealings(page.language)
  return (
    <ConfirmPage
      page={page}
      title={t('closeTitle')}
      consequence={t('closeWarning')}
      action="/talents/mine/close"
      button={t('closeButton')}
      cancel={{ href: '/talents/mine', label: t('keep') }}
      draft={blank}
    >
      <p class="prose">{t('closeStays')}</p>
    </ConfirmPage>
  )
}
