import type { Child } from 'hono/jsx'
import { type Role, roles } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/days.ts'
import { formatDay } from '../../../../kernel/format.ts'
import { LinkButton } from '../../../../ui/button.tsx'
import { Chips } from '../../../../ui/chips.tsx'
import { Choices } from '../../../../ui/form/choices.tsx'
import { type Draft, Form } from '../../../../ui/form.tsx'
import type { Page } from '../../../../ui/page.ts'
import { Section, WorkRecord } from '../../../../ui/record.tsx'
import * as policy from '../../policy.ts'
import type { Person } from '../../queries/people.ts'
import { accountText, roleName } from '../../text/account.ts'
import { staffText } from '../../text/staff.ts'
import { peopleTrail, RoleChip } from './people.tsx'

const explained = {
  person: 'explainPerson',
  reviewer: 'explainReviewer',
  staff: 'explainStaff',
  administrator: 'explainAdministrator',
} as const
/** Each role with what it lets somebody do. */
export const roleOptions = (page: Page, given: readonly Role[] = roles) =>
  given.map((role) => ({
    value: role,
    label: roleName(role, page.language),
    help: staffText(page.language)(explained[role]),
  }))

type Props = { page: Page; draft: Draft; person: Person & { readonly bio: string }; panels: Child }
/** /accounts/:id */
export function PersonPage({ page, draft, person, panels }: Props) {
  const t = staffText(page.language)
  const form = { page, draft }
  const { id, name, email, role, headline, city, bio, emailVerified, twoFactorEnabled, createdAt } = person
  return (
    <WorkRecord
      page={page}
      trail={peopleTrail(page)}
      title={name}
      lead={headline}
      chips={
        <Chips>
          <RoleChip page={page} role={role} />
        </Chips>
      }
      facts={[
        { label: t('email'), value: <span class="break-all">{email}</span> },
        { label: t('confirmed'), value: t(emailVerified ? 'confirmedYes' : 'confirmedNo') },
        { label: t('twoFactor'), value: t(twoFactorEnabled ? 'yes' : 'no') },
        { label: t('city'), value: city },
        { label: t('since'), value: formatDay(dayOf(createdAt), page.language) },
      ]}
      deeds={
        <LinkButton page={page} href={`/outbox?q=${encodeURIComponent(email)}`} icon="mail">
          {t('mails')}
        </LinkButton>
      }
    >
      {bio && (
        <Section id="bio" title={accountText(page.language)('bio')}>
          <p class="prose whitespace-pre-line">{bio}</p>
        </Section>
      )}
      {panels}
      {policy.changeRole(page.actor) && (
        <Section id="role" title={t('changeRole')}>
          <Form {...form} action={`/accounts/${id}/role`} button={t('changeRole')}>
            <Choices {...form} name="role" label={t('role')} help={t('roleHelp')} options={roleOptions(page)} />
          </Form>
        </Section>
      )}
    </WorkRecord>
  )
}
