import type { Child, PropsWithChildren } from 'hono/jsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Toggle } from '../../../ui/form/choices.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { Page } from '../../../ui/page.ts'
import { shortest } from '../schema.ts'
import { enterText } from '../text/enter.ts'

type Props = { page: Page; draft: Draft }
/** Where to go afterwards, kept through the form. */
const nextOf = (next: string | null): Record<string, string> => (next ? { next } : {})
const withNext = (path: string, next: string | null) => (next ? `${path}?next=${encodeURIComponent(next)}` : path)

type SignInProps = Props & { next: string | null; oidcName: string | null }
export function SignIn({ page, draft, next, oidcName }: SignInProps) {
  const t = enterText(page.language)
  const form = { page, draft }
  return (
    <FormPage page={page} title={t('signInTitle')}>
      <Form
        {...form}
        action="/sign-in"
        button={t('signIn')}
        icon="log-in"
        hidden={nextOf(next)}
        more={
          <a class="link" href={page.href('/forgotten')}>
            {t('forgotten')}
          </a>
        }
      >
        <Field {...form} name="email" type="email" label={t('email')} autocomplete="username webauthn" />
        <Field {...form} name="password" type="password" label={t('password')} autocomplete="current-password" />
      </Form>
      <section class="stack mt-10 border-t border-base-300 pt-6" aria-labelledby="other-ways">
        <h2 id="other-ways" class="text-lg">
          {t('otherWays')}
        </h2>
        <div class="actions">
          {oidcName && (
            // The answer leads to another site: a form may not (form-action), and Turbo could not follow.
            <a class="btn btn-plain" href={page.href(withNext('/sign-in/oidc', next))} data-turbo="false">
              <Icon name="id-card" />
              {t('oidc', { name: oidcName })}
            </a>
          )}
          <PasskeyButton page={page} mode="sign-in" next={next} label={t('passkey')} failed={t('passkeyFailed')} />
          <LinkButton page={page} href={withNext('/sign-in/by-link', next)} icon="mail">
            {t('byLink')}
          </LinkButton>
        </div>
        <p>
          {t('noAccount')}{' '}
          <a class="link" href={page.href('/sign-up')}>
            {t('signUp')}
          </a>
        </p>
      </section>
    </FormPage>
  )
}

type PasskeyProps = PropsWithChildren<{
  page: Page
  mode: 'sign-in' | 'register'
  label: string
  failed: string
  next?: string | null
}>
/** Shown by its element when the browser knows passkeys: without JavaScript there are none. `children`: more fields. */
export const PasskeyButton = ({ page, mode, label, failed, next = null, children }: PasskeyProps) => (
  <passkey-button
    data-mode={mode}
    data-options={page.href(mode === 'sign-in' ? '/sign-in/passkey/options' : '/account/passkeys/options')}
    data-answer={page.href(mode === 'sign-in' ? withNext('/sign-in/passkey', next) : '/account/passkeys')}
    data-failed={failed}
    class="stack max-w-160 items-start gap-4 [&>.field]:w-full"
    hidden
  >
    {children}
    <button type="button" class="btn btn-plain">
      <Icon name="fingerprint-pattern" />
      {label}
    </button>
    <p class="field-error" role="alert" />
  </passkey-button>
)

export function ByLink({ page, draft, next }: Props & { next: string | null }) {
  const t = enterText(page.language)
  const form = { page, draft }
  return (
    <FormPage page={page} title={t('byLink')} intro={t('byLinkHelp')}>
      <Form
        {...form}
        action="/sign-in/by-link"
        button={t('byLink')}
        icon="mail"
        hidden={nextOf(next)}
        cancel={{ href: '/sign-in' }}
      >
        <Field {...form} name="email" type="email" label={t('email')} autocomplete="username" />
      </Form>
    </FormPage>
  )
}

export function SignUp({ page, draft }: Props) {
  const t = enterText(page.language)
  const form = { page, draft }
  return (
    <FormPage page={page} title={t('signUpTitle')} intro={t('signUpIntro')}>
      <Form {...form} action="/sign-up" button={t('signUp')} icon="user-plus">
        <Field {...form} name="name" label={t('name')} autocomplete="name" maxlength={100} />
        <Field {...form} name="email" type="email" label={t('email')} autocomplete="username" />
        <Field
          {...form}
          name="password"
          type="password"
          label={t('password')}
          help={t('passwordHelp', { count: shortest })}
          autocomplete="new-password"
        />
        <Toggle
          {...form}
          name="terms"
          label={t('terms')}
          help={
            <a class="link" href={page.href('/pages/privacy')}>
              {t('termsHelp')}
            </a>
          }
        />
        <Toggle {...form} name="newsletter" label={t('newsletter')} optional />
      </Form>
      <p class="mt-8">
        {t('haveAccount')}{' '}
        <a class="link" href={page.href('/sign-in')}>
          {t('signIn')}
        </a>
      </p>
    </FormPage>
  )
}

export function Forgotten({ page, draft }: Props) {
  const t = enterText(page.language)
  const form = { page, draft }
  return (
    <FormPage page={page} title={t('forgottenTitle')} intro={t('forgottenIntro')}>
      <Form {...form} action="/forgotten" button={t('forgottenButton')} icon="mail" cancel={{ href: '/sign-in' }}>
        <Field {...form} name="email" type="email" label={t('email')} autocomplete="username" />
      </Form>
    </FormPage>
  )
}

export function Reset({ page, draft, token }: Props & { token: string }) {
  const t = enterText(page.language)
  const form = { page, draft }
  return (
    <FormPage page={page} title={t('resetTitle')}>
      <Form {...form} action="/reset" button={t('resetButton')} hidden={{ token }}>
        <Field
          {...form}
          name="password"
          type="password"
          label={t('newPassword')}
          help={t('passwordHelp', { count: shortest })}
          autocomplete="new-password"
        />
      </Form>
      {draft.errors[''] && (
        <p class="mt-6">
          <a class="link" href={page.href('/forgotten')}>
            {t('askAnother')}
          </a>
        </p>
      )}
    </FormPage>
  )
}

export function Code({ page, draft, next }: Props & { next: string | null }) {
  const t = enterText(page.language)
  const form = { page, draft }
  return (
    <FormPage page={page} title={t('codeTitle')} intro={t('codeIntro')}>
      <Form
        {...form}
        action="/sign-in/code"
        button={t('codeButton')}
        hidden={nextOf(next)}
        cancel={{ href: '/sign-in', label: t('codeStart') }}
      >
        <Field
          {...form}
          name="code"
          label={t('code')}
          help={t('codeHelp')}
          width="medium"
          autocomplete="one-time-code"
          maxlength={40}
        />
      </Form>
    </FormPage>
  )
}

type LinkProps = Props & {
  title: string
  intro: string
  button: string
  action: string
  hidden: Record<string, string>
  retry?: Child
}
/** A link of a mail was opened: the deed waits for a press, so that programs that look into mails do not use the link up. */
export const OpenLink = ({ page, draft, title, intro, button, action, hidden, retry }: LinkProps) => (
  <FormPage page={page} title={title} intro={intro}>
    <Form page={page} draft={draft} action={action} button={button} hidden={hidden} />
    {draft.errors[''] && retry && <p class="mt-6">{retry}</p>}
  </FormPage>
)

/** A mail is on its way: the notice on top says where to. The same page whether the address has an account or not. */
export function CheckMail({ page }: { page: Page }) {
  const t = enterText(page.language)
  return (
    <FormPage page={page} title={t('checkMail')}>
      <p>{t('checkNothing')}</p>
      <p class="actions mt-6">
        <LinkButton page={page} href="/sign-in" look="quiet">
          {t('codeStart')}
        </LinkButton>
      </p>
    </FormPage>
  )
}
