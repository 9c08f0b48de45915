import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Role } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { formatDay, formatList } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Choices } from '../../../ui/form/choices.tsx'
import { Field, TextArea } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { accountText, roleName } from '../text/account.ts'

const sections = [
  ['', 'overview'],
  ['/profile', 'profile'],
  ['/security', 'security'],
  ['/consents', 'consents'],
  ['/data', 'data'],
  ['/tokens', 'tokens'],
] as const
export type Section = (typeof sections)[number][1]

type ShellProps = PropsWithChildren<{ page: Page; section: Section; intro?: Child }>
/** A page of one's own account: the sections as tabs, each at its address. */
export function AccountPage({ page, section, intro, children }: ShellProps) {
  const t = accountText(page.language)
  const title = section === 'overview' ? t('account') : t(section)
  const tabs = sections.map(([path, key]) => ({ href: `/account${path}`, label: t(key), current: key === section }))
  return (
    <PlainPage page={page} title={title} noindex>
      <Tabs page={page} label={t('sections')} tabs={tabs} />
      <div class="stack mt-6 max-w-3xl gap-8">
        {intro && <p>{intro}</p>}
        {children}
      </div>
    </PlainPage>
  )
}

/** A part of such a page under its own heading. */
export const Part = ({ id, title, help, children }: PropsWithChildren<{ id: string; title: string; help?: Child }>) => (
  <section class="stack gap-4" aria-labelledby={id}>
    <div>
      <h2 id={id}>{title}</h2>
      {help && <p class="help">{help}</p>}
    </div>
    {children}
  </section>
)

type Account = {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly createdAt: Date
  readonly twoFactorEnabled: boolean | null
}
type OverviewProps = {
  page: Page
  account: Account
  providers: readonly string[]
  passkeys: number
  sessions: number
  /** The terms of use are not accepted, or were in an older wording. */
  asksTerms: boolean
}
export function Overview({ page, account, providers, passkeys, sessions, asksTerms }: OverviewProps) {
  const { language } = page
  const t = accountText(language)
  const ways = [
    ...(providers.includes('credential') ? [t('signInPassword')] : []),
    ...(passkeys ? [t('signInPasskeys', { count: passkeys })] : []),
    ...(providers.some((one) => one !== 'credential') ? [t('signInProvider')] : []),
    t('signInLink'),
  ]
  const isGuarded = account.twoFactorEnabled === true || passkeys > 0
  return (
    <AccountPage page={page} section="overview">
      {asksTerms && (
        <Notice tone="waiting" title={t('termsTitle')}>
          <p>{t('termsAsk')}</p>
          <p class="actions mt-2">
            <LinkButton page={page} href="/account/consents" small>
              {t('termsDo')}
            </LinkButton>
          </p>
        </Notice>
      )}
      {!isGuarded && (
        <Notice tone="info" title={t('adviseTitle')}>
          <p>{t('advise')}</p>
          <p class="actions mt-2">
            <LinkButton page={page} href="/account/security" small icon="shield-check">
              {t('adviseDo')}
            </LinkButton>
          </p>
        </Notice>
      )}
      <Facts
        facts={[
          { label: t('name'), value: account.name },
          { label: t('email'), value: account.email },
          { label: t('role'), value: roleName(account.role, language) },
          { label: t('memberSince'), value: formatDay(dayOf(account.createdAt), language) },
          { label: t('signIns'), value: formatList(ways, language) },
          { label: t('twoFactor'), value: account.twoFactorEnabled ? t('twoFactorOn') : t('twoFactorOff') },
          { label: t('sessionsOpen'), value: String(sessions) },
        ]}
      />
    </AccountPage>
  )
}

export function Profile({ page, draft, email }: { page: Page; draft: Draft; email: string }) {
  const t = accountText(page.language)
  const form = { page, draft }
  return (
    <AccountPage page={page} section="profile">
      <Form {...form} action="/account/profile" button={t('save')}>
        <Field {...form} name="name" label={t('name')} autocomplete="name" maxlength={100} />
        <div class="field">
          <p class="font-semibold">{t('email')}</p>
          <p class="help">{t('emailHelp')}</p>
          <p class="flex flex-wrap items-baseline gap-x-4">
            <span class="break-all">{email}</span>
            <a class="link" href={page.href('/account/address')}>
              {t('emailChange')}
            </a>
          </p>
        </div>
        <Field {...form} name="headline" label={t('headline')} help={t('headlineHelp')} optional maxlength={120} />
        <Field {...form} name="city" label={t('city')} optional width="medium" autocomplete="address-level2" />
        <TextArea {...form} name="bio" label={t('bio')} help={t('bioHelp')} optional maxlength={2000} rows={6} />
        <Choices
          {...form}
          name="language"
          label={t('language')}
          help={t('languageHelp')}
          options={[
            { value: 'fr', label: t('french') },
            { value: 'en', label: t('english') },
          ]}
        />
      </Form>
    </AccountPage>
  )
}
