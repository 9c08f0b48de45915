import { Field } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { accountText } from '../text/account.ts'
import { addressText } from '../text/address.ts'
import { ProofField, ProofHelp } from './two-factors.tsx'

export const addressPath = '/account/address'

type Props = { page: Page; draft: Draft; email: string; hasPassword: boolean }
export function AddressPage({ page, draft, email, hasPassword }: Props) {
  const t = addressText(page.language)
  const form = { page, draft }
  return (
    <FormPage
      page={page}
      title={t('title')}
      intro={t('intro')}
      trail={[{ label: accountText(page.language)('profile'), href: '/account/profile' }]}
    >
      <Form {...form} action={addressPath} button={t('button')} cancel={{ href: '/account/profile' }}>
        <div class="field">
          <p class="font-semibold">{t('now')}</p>
          <p class="break-all">{email}</p>
        </div>
        <Field {...form} name="email" type="email" label={t('email')} help={t('emailHelp')} autocomplete="email" />
        <ProofField {...form} hasPassword={hasPassword} />
      </Form>
      <ProofHelp page={page} hasPassword={hasPassword} back={addressPath} />
    </FormPage>
  )
}
