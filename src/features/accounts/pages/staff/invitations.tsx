import { dayOf } from '../../../../kernel/days.ts'
import { formatDay } from '../../../../kernel/format.ts'
import { LinkButton, Press } from '../../../../ui/button.tsx'
import { Chip, type Tone } from '../../../../ui/chips.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { Choices } from '../../../../ui/form/choices.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../../ui/form.tsx'
import { FormPage } from '../../../../ui/frame.tsx'
import { ListPage } from '../../../../ui/list.tsx'
import type { ListState } from '../../../../ui/list-state.ts'
import type { Page } from '../../../../ui/page.ts'
import * as policy from '../../policy.ts'
import type { Invited } from '../../queries/people.ts'
import { type InvitationState, invitationState, rolesToGive } from '../../rules/standing.ts'
import { roleName } from '../../text/account.ts'
import { staffText } from '../../text/staff.ts'
import { peopleTrail } from './people.tsx'
import { roleOptions } from './person.tsx'

const list = '/accounts/invitations'
const states = {
  open: ['stateOpen', 'waiting'],
  accepted: ['stateAccepted', 'good'],
  expired: ['stateExpired', 'bad'],
  withdrawn: ['stateWithdrawn', 'neutral'],
} as const satisfies Record<InvitationState, readonly [string, Tone]>

const Deeds = ({ page, row }: { page: Page; row: Invited }) => {
  const t = staffText(page.language)
  const isWaiting = ['open', 'expired'].includes(invitationState(row, page.now))
  if (!isWaiting || !policy.inviteAs(page.actor, row)) return null
  const email = row.email ?? t('firstAdministrator')
  return (
    <div class="actions">
      {row.email && (
        <Press page={page} action={`${list}/${row.id}/resend`} small>
          <span aria-hidden="true">{t('resend')}</span>
          <span class="sr-only">{t('resendOf', { email })}</span>
        </Press>
      )}
      <Press page={page} action={`${list}/${row.id}/withdraw`} look="quiet" small>
        <span aria-hidden="true">{t('withdraw')}</span>
        <span class="sr-only">{t('withdrawOf', { email })}</span>
      </Press>
    </div>
  )
}

function columnsOf(page: Page) {
  const t = staffText(page.language)
  const stateOf = (row: Invited) => states[invitationState(row, page.now)]
  return [
    {
      label: t('email'),
      head: true,
      cell: ({ email, name }: Invited) => (
        <>
          <span class="break-all">{email ?? t('firstAdministrator')}</span>
          {name && <span class="block font-normal">{name}</span>}
        </>
      ),
    },
    { label: t('role'), cell: ({ role }: Invited) => roleName(role, page.language) },
    { label: t('state'), cell: (row: Invited) => <Chip tone={stateOf(row)[1]}>{t(stateOf(row)[0])}</Chip> },
    { label: t('expires'), cell: ({ expiresAt }: Invited) => formatDay(dayOf(expiresAt), page.language) },
    { label: t('invitedBy'), cell: ({ inviter }: Invited) => inviter ?? 'Passerelle' },
    { label: t('actions'), cell: (row: Invited) => <Deeds page={page} row={row} /> },
  ]
}

type Props = { page: Page; state: ListState; rows: readonly Invited[]; total: number }
/** /accounts/invitations */
export function InvitationsPage({ page, state, rows, total }: Props) {
  const t = staffText(page.language)
  const options = Object.entries(states).map(([value, [label]]) => ({ value, label: t(label) }))
  return (
    <ListPage
      page={page}
      title={t('invitations')}
      trail={peopleTrail(page)}
      noindex
      path={list}
      state={state}
      total={total}
      rows={rows}
      counted={t('invitationsCount', { count: total })}
      searchLabel={t('invitationsSearch')}
      filters={[{ name: 'state', label: t('state'), kind: 'many', prominent: true, options }]}
      actions={
        <LinkButton page={page} href={`${list}/new`} icon="user-plus" look="primary">
          {t('invite')}
        </LinkButton>
      }
      view={{ kind: 'table', caption: t('invitations'), columns: columnsOf(page) }}
      empty={
        <Empty title={t('invitationsNone')} icon="mail">
          {t('invitationsNoneHow')}
        </Empty>
      }
    />
  )
}

/** /accounts/invitations/new */
export function InvitePage({ page, draft }: { page: Page; draft: Draft }) {
  const t = staffText(page.language)
  const form = { page, draft }
  const trail = [...peopleTrail(page), { href: list, label: t('invitations') }]
  return (
    <FormPage page={page} title={t('inviteTitle')} intro={t('inviteIntro')} trail={trail}>
      <Form {...form} action={list} button={t('inviteButton')} icon="mail" cancel={{ href: list }}>
        <Field {...form} name="email" type="email" label={t('email')} autocomplete="off" />
        <Field
          {...form}
          name="name"
          label={t('name')}
          help={t('nameHelp')}
          maxlength={100}
          autocomplete="off"
          optional
        />
        <Choices {...form} name="role" label={t('role')} options={roleOptions(page, rolesToGive(page.actor))} />
        <Choices
          {...form}
          name="language"
          label={t('language')}
          look="chips"
          options={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Form>
    </FormPage>
  )
}
