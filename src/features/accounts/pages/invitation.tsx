import type { Role } from '../../../kernel/actor.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Toggle } from '../../../ui/form/choices.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { shortest } from '../schema.ts'
import { roleName } from '../text/account.ts'
import { enterText } from '../text/enter.ts'
import { staffText } from '../text/staff.ts'

/** `email` is null in the link of the first administrator, who says their address. */
export type Behind = {
  readonly email: string | null
  readonly name: string
  readonly role: Role
  readonly isKnown: boolean
}
type Props = { page: Page; draft: Draft; token: string; invitation: Behind }

/** /invitation?token=… */
export function InvitationPage(props: Props) {
  const { page, draft, token, invitation } = props
  const t = staffText(page.language)
  const role = roleName(invitation.role, page.language)
  return (
    <FormPage
      page={page}
      title={t('acceptTitle')}
      intro={t(invitation.isKnown ? 'acceptKnown' : 'acceptIntro', { role })}
    >
      {invitation.isKnown ? (
        <Form page={page} draft={draft} action="/invitation" button={t('acceptKnownButton')} hidden={{ token }} />
      ) : (
        <NewAccount {...props} />
      )}
    </FormPage>
  )
}

function NewAccount({ page, draft, token, invitation }: Props) {
  const t = enterText(page.language)
  const form = { page, draft }
  return (
    <Form
      {...form}
      action="/invitation"
      button={staffText(page.language)('acceptButton')}
      icon="user-plus"
      hidden={{ token }}
    >
      <Field {...form} name="name" label={t('name')} autocomplete="name" maxlength={100} />
      {invitation.email === null ? (
        <Field {...form} name="email" type="email" label={t('email')} autocomplete="username" />
      ) : (
        <p>
          <span class="block font-medium">{t('email')}</span>
          <span class="break-all">{invitation.email}</span>
        </p>
      )}
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
    </Form>
  )
}

/** A link that was used, withdrawn or let pass: what to do now. */
export function InvitationGone({ page }: { page: Page }) {
  const t = staffText(page.language)
  return (
    <FormPage page={page} title={t('acceptGoneTitle')} intro={t('acceptGone')}>
      <p class="actions">
        <LinkButton page={page} href="/sign-in" icon="log-in">
          {enterText(page.language)('signIn')}
        </LinkButton>
      </p>
    </FormPage>
  )
}
