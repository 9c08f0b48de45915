import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { Table } from '../../../ui/table.tsx'
import type { Colleague } from '../queries/people.ts'
import type { Request } from '../queries/requests.ts'
import { isCurrent } from '../rules/affiliation.ts'
import { text } from '../text/people.ts'
import { above, type FormProps, periodOf, RoleField } from './parts.tsx'

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
