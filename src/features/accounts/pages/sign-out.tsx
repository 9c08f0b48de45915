import { blank, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { enterText } from '../text/enter.ts'

export function ConfirmSignOut({ page }: { page: Page }) {
  const t = enterText(page.language)
  return (
    <FormPage page={page} title={t('signOutTitle')} intro={t('signOutBody')}>
      <Form
        page={page}
        draft={blank}
        action="/sign-out"
        button={t('signOutButton')}
        icon="log-out"
        cancel={{ href: '/account' }}
      />
    </FormPage>
  )
}
