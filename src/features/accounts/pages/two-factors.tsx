import { raw } from 'hono/html'
import { LinkButton } from '../../../ui/button.tsx'
import { CopyText } from '../../../ui/copy.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { accountText } from '../text/account.ts'

const trailOf = (page: Page) => [
  { href: '/account', label: accountText(page.language)('account') },
  { href: '/account/security', label: accountText(page.language)('security') },
]
type ProofProps = {
  page: Page
  draft: Draft
  title: string
  intro: string
  action: string
  button: string
  hasPassword: boolean
  back: string
  danger?: boolean
  children?: unknown
}
/** Before what an open session alone may not do: the password; without one, a recent sign-in. */
export function ProofPage({ page, draft, title, intro, action, button, hasPassword, back, danger }: ProofProps) {
  return (
    <FormPage page={page} title={title} intro={intro} trail={trailOf(page)}>
      <Form page={page} draft={draft} action={action} button={button} cancel={{ href: back }} danger={danger}>
        <ProofField page={page} draft={draft} hasPassword={hasPassword} />
      </Form>
      <ProofHelp page={page} hasPassword={hasPassword} back={action} />
    </FormPage>
  )
}
export function ProofField({ page, draft, hasPassword }: Pick<ProofProps, 'page' | 'draft' | 'hasPassword'>) {
  const t = accountText(page.language)
  return hasPassword ? (
    <Field
      page={page}
      draft={draft}
      name="password"
      type="password"
      label={t('proof')}
      help={t('proofHelp')}
      autocomplete="current-password"
    />
  ) : null
}
export function ProofHelp({ page, hasPassword, back }: { page: Page; hasPassword: boolean; back: string }) {
  const t = accountText(page.language)
  if (hasPassword) return null
  return (
    <div class="stack mt-6 gap-3">
      <p class="help">{t('proofLink')}</p>
      <p class="actions">
        <LinkButton page={page} href={`/sign-in/by-link?next=${encodeURIComponent(back)}`} icon="mail" look="quiet">
          {t('proofSend')}
        </LinkButton>
      </p>
    </div>
  )
}

type ScanProps = { page: Page; draft: Draft; qr: string; secret: string }
/** The key as a picture and as letters, and the first code. */
export function ScanKey({ page, draft, qr, secret }: ScanProps) {
  const t = accountText(page.language)
  const form = { page, draft }
  return (
    <FormPage page={page} title={t('twoFactorTitle')} intro={t('twoFactorScan')} trail={trailOf(page)}>
      <div class="stack gap-6" data-turbo-temporary>
        <div class="w-52 rounded-box bg-white p-3 [&_svg]:block" role="img" aria-label={t('twoFactorQr')}>
          {raw(qr)}
        </div>
        <div>
          <p class="help">{t('twoFactorType')}</p>
          <CopyText page={page} value={secret} label={t('twoFactorType')} />
        </div>
      </div>
      <div class="mt-8">
        <Form
          {...form}
          action="/account/security/two-factors/confirm"
          button={t('twoFactorConfirm')}
          cancel={{ href: '/account/security' }}
        >
          <Field
            {...form}
            name="code"
            label={t('twoFactorCode')}
            help={t('twoFactorCodeHelp')}
            inputmode="numeric"
            autocomplete="one-time-code"
            width="short"
            maxlength={10}
          />
        </Form>
      </div>
    </FormPage>
  )
}

/** Shown once: the page is not kept by the browser's back button. */
export function BackupCodes({ page, codes, isNew }: { page: Page; codes: readonly string[]; isNew: boolean }) {
  const t = accountText(page.language)
  return (
    <FormPage page={page} title={t('codesTitle')} trail={trailOf(page)}>
      <div class="stack gap-6" data-turbo-temporary>
        {!isNew && (
          <Notice tone="good" live>
            <p>{t('twoFactorNow')}</p>
          </Notice>
        )}
        <p>{t('codesExplain')}</p>
        <ul
          class="grid grid-cols-2 gap-3 rounded-box border border-base-300 p-4 font-mono text-lg"
          aria-label={t('codes')}
        >
          {codes.map((code) => (
            <li>{code}</li>
          ))}
        </ul>
        <p class="actions">
          <LinkButton page={page} href="/account/security" look="primary">
            {t('codesKept')}
          </LinkButton>
        </p>
      </div>
    </FormPage>
  )
}
