import { Button, LinkButton } from '../../../ui/button.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { accountText } from '../text/account.ts'
import { AccountPage, Part } from './account.tsx'
import { ProofField, ProofHelp } from './two-factors.tsx'

export function MyData({ page }: { page: Page }) {
  const t = accountText(page.language)
  return (
    <AccountPage page={page} section="data" intro={t('dataIntro')}>
      <Part id="export" title={t('exportTitle')} help={t('exportBody')}>
        {/* A file comes back, not a page: the browser itself sends the form. */}
        <form method="post" action={page.href('/account/data/export')} data-turbo="false">
          <Button icon="download">{t('exportDo')}</Button>
        </form>
      </Part>
      <Part id="delete" title={t('deleteTitle')}>
        <p class="actions">
          <LinkButton page={page} href="/account/data/delete" icon="trash">
            {t('deleteAsk')}
          </LinkButton>
        </p>
      </Part>
    </AccountPage>
  )
}

type DeleteProps = { page: Page; draft: Draft; consequences: readonly string[]; hasPassword: boolean }
/** What disappears is said before, by every feature that keeps something. */
export function DeleteAccount({ page, draft, consequences, hasPassword }: DeleteProps) {
  const t = accountText(page.language)
  const form = { page, draft }
  const trail = [
    { href: '/account', label: t('account') },
    { href: '/account/data', label: t('data') },
  ]
  return (
    <FormPage page={page} title={t('deleteTitle')} trail={trail}>
      <Notice tone="waiting" title={t('deleteBody')}>
        <ul class="list-disc pl-5">
          {consequences.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Notice>
      <Form
        {...form}
        action="/account/data/delete"
        button={t('deleteDo')}
        icon="trash"
        danger
        cancel={{ href: '/account/data' }}
      >
        <ProofField {...form} hasPassword={hasPassword} />
      </Form>
      <ProofHelp page={page} hasPassword={hasPassword} back="/account/data/delete" />
    </FormPage>
  )
}
