import { type Role, roles } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/days.ts'
import { formatDay } from '../../../../kernel/format.ts'
import type { Language } from '../../../../kernel/language.ts'
import { LinkButton } from '../../../../ui/button.tsx'
import { Chip } from '../../../../ui/chips.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { ListPage } from '../../../../ui/list.tsx'
import type { ListState } from '../../../../ui/list-state.ts'
import type { Page } from '../../../../ui/page.ts'
import type { Column } from '../../../../ui/table.tsx'
import type { ExportColumn } from '../../../../web/export.ts'
import type { Person } from '../../queries/people.ts'
import { roleName } from '../../text/account.ts'
import { staffText } from '../../text/staff.ts'

export const peopleTrail = (page: Page) => [{ href: '/accounts', label: staffText(page.language)('people') }]
export const RoleChip = ({ page, role }: { page: Page; role: Role }) => (
  <Chip tone={role === 'person' ? 'neutral' : 'info'}>{roleName(role, page.language)}</Chip>
)
export const roleFilter = (page: Page, counts?: ReadonlyMap<Role, number>) => ({
  name: 'role',
  label: staffText(page.language)('role'),
  kind: 'many' as const,
  prominent: true,
  options: roles.map((role) => ({
    value: role,
    label: roleName(role, page.language),
    ...(counts && { count: counts.get(role) ?? 0 }),
  })),
})

function columnsOf(page: Page): Column<Person>[] {
  const t = staffText(page.language)
  return [
    {
      label: t('name'),
      head: true,
      sort: 'name',
      cell: ({ id, name }) => (
        <a class="link" href={page.href(`/accounts/${id}`)}>
          {name}
        </a>
      ),
    },
    { label: t('email'), cell: ({ email }) => <span class="break-all">{email}</span> },
    { label: t('role'), cell: ({ role }) => <RoleChip page={page} role={role} /> },
    {
      label: t('confirmed'),
      cell: ({ emailVerified }) => (emailVerified ? t('confirmedYes') : <Chip tone="waiting">{t('confirmedNo')}</Chip>),
    },
    { label: t('since'), sort: 'since', cell: ({ createdAt }) => formatDay(dayOf(createdAt), page.language) },
  ]
}

type Props = {
  page: Page
  state: ListState
  rows: readonly Person[]
  total: number
  counts: ReadonlyMap<Role, number>
}
/** /accounts */
export function PeoplePage({ page, state, rows, total, counts }: Props) {
  const t = staffText(page.language)
  return (
    <ListPage
      page={page}
      title={t('people')}
      noindex
      path="/accounts"
      state={state}
      total={total}
      rows={rows}
      counted={t('peopleCount', { count: total })}
      searchLabel={t('peopleSearch')}
      filters={[roleFilter(page, counts)]}
      sorts={[
        { key: 'name', label: t('byName') },
        { key: '-name', label: t('byNameDown') },
        { key: '-since', label: t('byNewest') },
        { key: 'since', label: t('byOldest') },
      ]}
      exports={{ csv: '/accounts/export.csv', xlsx: '/accounts/export.xlsx' }}
      actions={
        <>
          <LinkButton page={page} href="/accounts/invitations" icon="mail">
            {t('invitations')}
          </LinkButton>
          <LinkButton page={page} href="/accounts/invitations/new" icon="user-plus" look="primary">
            {t('invite')}
          </LinkButton>
        </>
      }
      view={{ kind: 'table', caption: t('people'), columns: columnsOf(page) }}
      empty={
        <Empty title={t('peopleNone')} icon="user">
          {t('peopleNoneHow')}
        </Empty>
      }
    />
  )
}

/** The columns of the list as a file. */
export function personColumns(language: Language): readonly ExportColumn<Person>[] {
  const t = staffText(language)
  return [
    { label: t('name'), cell: ({ name }) => name, width: 28 },
    { label: t('email'), cell: ({ email }) => email, width: 36 },
    { label: t('role'), cell: ({ role }) => roleName(role, language) },
    { label: t('headline'), cell: ({ headline }) => headline, width: 36 },
    { label: t('city'), cell: ({ city }) => city },
    { label: t('confirmed'), cell: ({ emailVerified }) => t(emailVerified ? 'confirmedYes' : 'confirmedNo') },
    { label: t('twoFactor'), cell: ({ twoFactorEnabled }) => t(twoFactorEnabled ? 'yes' : 'no') },
    { label: t('since'), cell: ({ createdAt }) => createdAt, width: 12 },
  ]
}
