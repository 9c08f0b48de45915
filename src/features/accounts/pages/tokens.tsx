import { dayOf } from '../../../kernel/days.ts'
import { formatDay, formatMoment } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chips.tsx'
import { CopyText } from '../../../ui/copy.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Choices } from '../../../ui/form/choices.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { type Column, Table } from '../../../ui/table.tsx'
import { accountText, scopeName } from '../text/account.ts'
import { AccountPage } from './account.tsx'
import { NamedPress } from './security.tsx'

type Token = {
  readonly id: string
  readonly name: string
  readonly ending: string
  readonly scopes: readonly string[]
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

export function Tokens({ page, tokens }: { page: Page; tokens: readonly Token[] }) {
  const { language, now } = page
  const t = accountText(language)
  const isActive = ({ revokedAt, expiresAt }: Token) => revokedAt === null && expiresAt > now
  const stateOf = (one: Token) =>
    isActive(one) ? t('tokenActive') : one.revokedAt ? t('tokenRevoked') : t('tokenExpired')
  const columns: Column<Token>[] = [
    { label: t('tokenName'), cell: ({ name }) => name, head: true },
    { label: t('tokenEnding'), cell: ({ ending }) => <code>…{ending}</code> },
    { label: t('tokenScopes'), cell: ({ scopes }) => scopes.map((one) => scopeName(one, language)).join(', ') },
    { label: t('tokenExpires'), cell: ({ expiresAt }) => formatDay(dayOf(expiresAt), language) },
    {
      label: t('tokenUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? formatMoment(lastUsedAt, language) : t('tokenNever')),
    },
    { label: t('tokenState'), cell: (one) => <Chip tone={isActive(one) ? 'good' : 'neutral'}>{stateOf(one)}</Chip> },
    {
      label: t('actions'),
      cell: (one) =>
        isActive(one) && (
          <NamedPress
            page={page}
            action={`/account/tokens/${one.id}/revoke`}
            label={t('tokenRevoke')}
            name={t('tokenRevokeOf', { name: one.name })}
          />
        ),
    },
  ]
  const add = (
    <LinkButton page={page} href="/account/tokens/new" icon="key-round" look="primary">
      {t('tokenNew')}
    </LinkButton>
  )
  return (
    <AccountPage page={page} section="tokens" intro={t('tokensIntro')}>
      {tokens.length === 0 ? (
        <Empty title={t('tokensNone')} icon="key-round" action={add}>
          {t('tokensNoneHow')}
        </Empty>
      ) : (
        <>
          <p class="actions">{add}</p>
          <Table page={page} caption={t('tokens')} columns={columns} rows={tokens} />
        </>
      )}
    </AccountPage>
  )
}

const lengths = [30, 90, 180, 365]
export function NewToken({ page, draft, scopes }: { page: Page; draft: Draft; scopes: readonly string[] }) {
  const t = accountText(page.language)
  const form = { page, draft }
  const trail = [{ href: '/account/tokens', label: t('tokens') }]
  return (
    <FormPage page={page} title={t('tokenNew')} intro={t('tokensIntro')} trail={trail}>
      <Form {...form} action="/account/tokens" button={t('tokenNew')} cancel={{ href: '/account/tokens' }}>
        <Field {...form} name="name" label={t('tokenName')} help={t('tokenNameHelp')} maxlength={60} />
        <Choices
          {...form}
          name="scopes"
          many
          label={t('tokenScopes')}
          options={scopes.map((scope) => ({ value: scope, label: scopeName(scope, page.language) }))}
        />
        <Choices
          {...form}
          name="days"
          label={t('tokenDays')}
          options={lengths.map((count) => ({ value: String(count), label: t('tokenDaysOf', { count }) }))}
        />
      </Form>
    </FormPage>
  )
}

/** Shown once: the page is not kept by the browser's back button. */
export function TokenMade({ page, secret, expiresAt }: { page: Page; secret: string; expiresAt: Date }) {
  const t = accountText(page.language)
  return (
    <FormPage page={page} title={t('tokenCreated')} trail={[{ href: '/account/tokens', label: t('tokens') }]}>
      <div class="stack gap-6" data-turbo-temporary>
        <Notice tone="waiting">
          <p>{t('tokenOnce')}</p>
        </Notice>
        <CopyText page={page} value={secret} label={t('tokenValue')} />
        <p class="help">
          {t('tokenExpires')} {formatDay(dayOf(expiresAt), page.language)}
        </p>
        <p class="actions">
          <LinkButton page={page} href="/account/tokens">
            {t('tokenBack')}
          </LinkButton>
        </p>
      </div>
    </FormPage>
  )
}
