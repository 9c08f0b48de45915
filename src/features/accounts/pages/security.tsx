import { dayOf } from '../../../kernel/days.ts'
import { formatDay, formatMoment } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chips.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { blank, type Draft, Form } from '../../../ui/form.tsx'
import type { Page } from '../../../ui/page.ts'
import { addressOf } from '../../../ui/page-address.ts'
import { type Column, Table } from '../../../ui/table.tsx'
import { deviceName, shortAddress } from '../rules/devices.ts'
import { shortest } from '../schema.ts'
import { accountText } from '../text/account.ts'
import { enterText } from '../text/enter.ts'
import { AccountPage, Part } from './account.tsx'
import { PasskeyButton } from './enter.tsx'

type Session = {
  readonly id: string
  readonly userAgent: string | null
  readonly ipAddress: string | null
  readonly openedAt: Date
  readonly seenAt: Date
}
type Passkey = { readonly id: string; readonly name: string | null; readonly createdAt: Date | null }
export type SecurityProps = {
  page: Page
  draft?: Draft
  hasPassword: boolean
  isTwoFactor: boolean
  sessions: readonly Session[]
  current: string | null
  passkeys: readonly Passkey[]
}

export function Security({ page, draft = blank, ...props }: SecurityProps) {
  return (
    <AccountPage page={page} section="security">
      <PasswordPart page={page} draft={draft} hasPassword={props.hasPassword} />
      <TwoFactorPart page={page} isOn={props.isTwoFactor} />
      <PasskeysPart page={page} passkeys={props.passkeys} hasPassword={props.hasPassword} />
      <SessionsPart page={page} sessions={props.sessions} current={props.current} />
    </AccountPage>
  )
}

function PasswordPart({ page, draft, hasPassword }: { page: Page; draft: Draft; hasPassword: boolean }) {
  const t = accountText(page.language)
  const form = { page, draft }
  return (
    <Part id="password" title={t('password')} help={hasPassword ? undefined : t('passwordNone')}>
      <Form
        {...form}
        action="/account/password"
        button={hasPassword ? t('passwordChange') : t('passwordSet')}
        id="password-form"
      >
        {hasPassword && (
          <Field
            {...form}
            name="current"
            type="password"
            label={t('passwordCurrent')}
            autocomplete="current-password"
          />
        )}
        <Field
          {...form}
          name="password"
          type="password"
          label={t('passwordNew')}
          help={enterText(page.language)('passwordHelp', { count: shortest })}
          autocomplete="new-password"
        />
      </Form>
    </Part>
  )
}

function TwoFactorPart({ page, isOn }: { page: Page; isOn: boolean }) {
  const t = accountText(page.language)
  const base = '/account/security'
  return (
    <Part id="two-factors" title={t('twoFactor')} help={t('twoFactorExplain')}>
      <p>
        <Chip tone={isOn ? 'good' : 'neutral'} icon={isOn ? 'shield-check' : undefined}>
          {isOn ? t('twoFactorOn') : t('twoFactorOff')}
        </Chip>
      </p>
      <p class="actions">
        {isOn ? (
          <>
            <LinkButton page={page} href={`${base}/backup-codes`}>
              {t('codesNew')}
            </LinkButton>
            <LinkButton page={page} href={`${base}/two-factors/stop`} look="quiet">
              {t('twoFactorStop')}
            </LinkButton>
          </>
        ) : (
          <LinkButton page={page} href={`${base}/two-factors`} icon="shield-check">
            {t('twoFactorStart')}
          </LinkButton>
        )}
      </p>
    </Part>
  )
}

function PasskeysPart({
  page,
  passkeys,
  hasPassword,
}: {
  page: Page
  passkeys: readonly Passkey[]
  hasPassword: boolean
}) {
  const t = accountText(page.language)
  return (
    <Part id="passkeys" title={t('passkeys')} help={t('passkeysExplain')}>
      {passkeys.length === 0 ? (
        <p>{t('passkeysNone')}</p>
      ) : (
        <ul class="stack gap-3">
          {passkeys.map(({ id, name, createdAt }) => (
            <li class="flex flex-wrap items-center justify-between gap-3 border-b border-base-300 pb-3">
              <span>
                <b>{name || t('passkeyUnnamed')}</b>
                {createdAt && `, ${t('addedOn', { day: formatDay(dayOf(createdAt), page.language) })}`}
              </span>
              <NamedPress
                page={page}
                action={`/account/passkeys/${id}/remove`}
                label={t('passkeyRemove')}
                name={`${t('passkeyRemove')} ${name || t('passkeyUnnamed')}`}
              />
            </li>
          ))}
        </ul>
      )}
      <PasskeyButton page={page} mode="register" label={t('passkeyAdd')} failed={t('passkeyFailed')}>
        <Field
          page={page}
          draft={blank}
          name="passkey-name"
          label={t('passkeyName')}
          help={t('passkeyNameHelp')}
          width="medium"
          maxlength={60}
          optional
        />
        {hasPassword && (
          <Field
            page={page}
            draft={blank}
            name="passkey-password"
            type="password"
            label={t('proof')}
            help={t('proofHelp')}
            autocomplete="current-password"
          />
        )}
      </PasskeyButton>
    </Part>
  )
}

type PressProps = { page: Page; action: string; label: string; name: string }
/** A press in a row of a list: its name says which row. */
export const NamedPress = ({ page, action, label, name }: PressProps) => (
  <form method="post" action={addressOf(page, action)} class="press">
    <button class="btn btn-plain btn-sm" type="submit" aria-label={name}>
      {label}
    </button>
  </form>
)

function SessionsPart({ page, sessions, current }: Pick<SecurityProps, 'page' | 'sessions' | 'current'>) {
  const t = accountText(page.language)
  const nameOf = ({ userAgent }: Session) => deviceName(userAgent) ?? t('sessionUnknown')
  const columns: Column<Session>[] = [
    { label: t('sessionDevice'), cell: nameOf, head: true },
    { label: t('sessionSeen'), cell: ({ seenAt }) => formatMoment(seenAt, page.language) },
    { label: t('sessionOpened'), cell: ({ openedAt }) => formatDay(dayOf(openedAt), page.language) },
    {
      label: t('sessionAddress'),
      cell: ({ ipAddress }) => <span class="break-all">{shortAddress(ipAddress ?? '')}</span>,
    },
    {
      label: t('actions'),
      cell: (one) =>
        one.id === current ? (
          <Chip tone="info">{t('sessionHere')}</Chip>
        ) : (
          <NamedPress
            page={page}
            action={`/account/sessions/${one.id}/close`}
            label={t('sessionClose')}
            name={t('sessionCloseOf', { device: nameOf(one) })}
          />
        ),
    },
  ]
  return (
    <Part id="sessions" title={t('sessions')} help={t('sessionsExplain')}>
      <Table page={page} caption={t('sessions')} columns={columns} rows={sessions} />
      <form method="post" action={page.href('/sign-out/everywhere')}>
        <Button icon="log-out">{t('everywhere')}</Button>
      </form>
    </Part>
  )
}
