import { affiliationRoles } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { ConfirmPage } from '../../../ui/confirm.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Choices } from '../../../ui/form/choices.tsx'
import { Field, TextArea } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage, PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { Table } from '../../../ui/table.tsx'
import type { OrganisationRecord } from '../queries/organisation.ts'
import type { Colleague, Request } from '../queries/people.ts'
import { isCurrent } from '../rules/organisation.ts'
import { text as words } from '../text/directory.ts'
import { text } from '../text/people.ts'

type Organisation = Pick<OrganisationRecord, 'slug' | 'displayName' | 'id'>
type FormProps = { page: Page; draft: Draft; organisation: Organisation }

export function periodOf({ startsOn, endsOn }: { startsOn: Day; endsOn: Day | null }, language: Language) {
  const t = text(language)
  const from = formatDay(startsOn, language)
  return endsOn === null ? t('since', { from }) : t('until', { from, to: formatDay(endsOn, language) })
}
const above = (page: Page, { slug, displayName }: Organisation) => [
  { href: '/organisations', label: words(page.language)('directory') },
  { href: `/organisations/${slug}`, label: displayName },
]
const RoleField = ({ page, draft }: { page: Page; draft: Draft }) => {
  const t = text(page.language)
  return (
    <Choices
      page={page}
      draft={draft}
      name="role"
      label={t('role')}
      options={affiliationRoles.map((role) => ({
        value: role,
        label: t(`role-${role}`),
        help: t(`roleHelp-${role}`),
      }))}
    />
  )
}

function Requests({ page, requests }: { page: Page; requests: readonly Request[] }) {
  if (requests.length === 0) return null
  const t = text(page.language)
  return (
    <section aria-labelledby="requests" class="stack">
      <h2 id="requests">{t('requests')}</h2>
      <ul class="stack">
        {requests.map((one) => (
          <li class="aside">
            <p>
              <b>{one.name}</b> ({one.email}) – {t(`role-${one.role}`)}
            </p>
            {one.message && <p>{one.message}</p>}
            <p class="help">{t('asked', { day: formatDay(dayOf(one.createdAt), page.language) })}</p>
            <div class="actions">
              <Press page={page} action={`/organisations/requests/${one.id}/accept`} look="primary" icon="check">
                {t('accept')}
              </Press>
              <Press page={page} action={`/organisations/requests/${one.id}/decline`} icon="x">
                {t('decline')}
              </Press>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

type TableProps = { page: Page; people: readonly Colleague[]; title: string; isCurrent: boolean }
function People({ page, people, title, isCurrent }: TableProps) {
  if (people.length === 0) return null
  const t = text(page.language)
  return (
    <section class="stack">
      <h2>{title}</h2>
      <Table
        page={page}
        caption={title}
        rows={people}
        columns={[
          {
            label: t('name'),
            head: true,
            cell: (one) => (
              <>
                {one.name} <small class="help">{one.email}</small>
              </>
            ),
          },
          { label: t('role'), cell: (one) => t(`role-${one.role}`) },
          { label: t('title'), cell: (one) => one.title },
          { label: t('period'), cell: (one) => periodOf(one, page.language) },
          ...(isCurrent
            ? [
                {
                  label: t('change'),
                  cell: (one: Colleague) => (
                    <LinkButton page={page} href={`/organisations/people/${one.id}`} look="quiet" icon="pencil" small>
                      {t('change')}
                      <span class="sr-only"> {one.name}</span>
                    </LinkButton>
                  ),
                },
                {
                  label: t('end'),
                  cell: (one: Colleague) => (
                    <LinkButton page={page} href={`/organisations/people/${one.id}/end`} look="quiet" icon="x" small>
                      {t('end')}
                      <span class="sr-only"> {one.name}</span>
                    </LinkButton>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

const AddPerson = ({ page, draft, organisation }: FormProps) => {
  const t = text(page.language)
  const form = { page, draft }
  return (
    <section class="form-page stack">
      <h2>{t('add')}</h2>
      <Form {...form} action={`/organisations/${organisation.slug}/people`} button={t('add')} icon="user-plus">
        <Field {...form} name="email" type="email" label={t('email')} autocomplete="off" />
        <RoleField {...form} />
        <Field {...form} name="title" label={t('title')} help={t('titleHelp')} optional />
        <Field {...form} name="startsOn" type="date" label={t('startsOn')} help={t('startsOnHelp')} optional />
      </Form>
    </section>
  )
}

type PeopleProps = FormProps & { people: readonly Colleague[]; requests: readonly Request[] }
/** /organisations/:slug/people: for its representatives and the team. */
export function PeoplePage({ page, draft, organisation, people, requests }: PeopleProps) {
  const t = text(page.language)
  const today = dayOf(page.now)
  const present = people.filter((one) => isCurrent(one, today) || one.startsOn > today)
  return (
    <PlainPage
      page={page}
      title={t('people', { name: organisation.displayName })}
      intro={t('peopleIntro')}
      current="organisations"
      noindex
      trail={above(page, organisation)}
    >
      <div class="stack">
        <Requests page={page} requests={requests} />
        {present.length === 0 && <Empty title={t('nobody')}>{t('nobodyHow')}</Empty>}
        <People page={page} people={present} title={t('current')} isCurrent />
        <People
          page={page}
          people={people.filter((one) => !present.includes(one))}
          title={t('former')}
          isCurrent={false}
        />
        <AddPerson page={page} draft={draft} organisation={organisation} />
      </div>
    </PlainPage>
  )
}

/** /organisations/:slug/join */
export function JoinPage({ page, draft, organisation }: FormProps) {
  const t = text(page.language)
  const path = `/organisations/${organisation.slug}`
  const form = { page, draft }
  return (
    <FormPage
      page={page}
      title={t('joinTitle', { name: organisation.displayName })}
      intro={t('joinIntro')}
      current="organisations"
      trail={above(page, organisation)}
    >
      <Form {...form} action={`${path}/join`} button={t('joinButton')} icon="send" cancel={{ href: path }}>
        <RoleField {...form} />
        <TextArea {...form} name="message" label={t('message')} help={t('messageHelp')} maxlength={1000} optional />
      </Form>
    </FormPage>
  )
}

type OneProps = FormProps & { affiliation: { readonly id: string; readonly name: string } }
/** /organisations/people/:id */
export function ChangePersonPage({ page, draft, organisation, affiliation }: OneProps) {
  const t = text(page.language)
  const people = `/organisations/${organisation.slug}/people`
  const form = { page, draft }
  return (
    <FormPage
      page={page}
      title={t('changeTitle', { name: affiliation.name })}
      current="organisations"
      trail={[...above(page, organisation), { href: people, label: words(page.language)('colleagues') }]}
    >
      <Form {...form} action={`/organisations/people/${affiliation.id}`} button={t('save')} cancel={{ href: people }}>
        <RoleField {...form} />
        <Field {...form} name="title" label={t('title')} help={t('titleHelp')} optional />
      </Form>
    </FormPage>
  )
}

/** /organisations/people/:id/end: by a representative, or by the person (« quitter »). */
export function EndPage({ page, draft, organisation, affiliation, isOwn }: OneProps & { isOwn: boolean }) {
  const t = text(page.language)
  const { displayName } = organisation
  return (
    <ConfirmPage
      page={page}
      title={isOwn ? t('leaveTitle', { name: displayName }) : t('endTitle', { name: affiliation.name })}
      consequence={isOwn ? t('leaveHow', { name: displayName }) : t('endHow', { organisation: displayName })}
      action={`/organisations/people/${affiliation.id}/end`}
      button={isOwn ? t('leave') : t('end')}
      cancel={{ href: isOwn ? '/organisations/mine' : `/organisations/${organisation.slug}/people` }}
      draft={draft}
    >
      <Field page={page} draft={draft} name="endsOn" type="date" label={t('endsOn')} help={t('endsOnHelp')} optional />
    </ConfirmPage>
  )
}
