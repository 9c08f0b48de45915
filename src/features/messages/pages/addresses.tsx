import type { Row } from '../../../db/reader.ts'
import type { deadAddress } from '../../../db/tables.ts'
import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { Press } from '../../../ui/button.tsx'
import { ConfirmPage } from '../../../ui/confirm.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage, PlainPage } from '../../../ui/frame.tsx'
import { ListPage } from '../../../ui/list.tsx'
import type { ListState } from '../../../ui/list-state.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Column } from '../../../ui/table.tsx'
import type { DeadLine } from '../queries/addresses.ts'
import { addressText } from '../text/addresses.ts'

const path = '/notices/address'
type OwnProps = { page: Page; dead: Row<typeof deadAddress> | null; draft: Draft }
/** /notices/address: one's own address, when mails come back from it */
export function OwnAddressPage({ page, dead, draft }: OwnProps) {
  const t = addressText(page.language)
  const { email } = page.actor
  if (!dead)
    return (
      <PlainPage page={page} title={t('fine')} noindex>
        <p>{t('fineWhat', { address: email })}</p>
      </PlainPage>
    )
  const form = { page, draft }
  return (
    <FormPage
      page={page}
      title={t('title')}
      intro={<p>{t('intro', { address: email, date: formatDay(dayOf(dead.since), page.language) })}</p>}
    >
      <Notice tone="waiting" title={t('said')}>
        <p class="wrap-anywhere">{dead.reason}</p>
      </Notice>
      <Form {...form} action={path} button={t('send')}>
        <Field {...form} name="email" type="email" label={t('newAddress')} help={t('newAddressHelp')} />
      </Form>
      <hr class="my-6" />
      <p class="help">{t('worksAgainWhat')}</p>
      <Press page={page} action={`${path}/works`} hidden={{ address: dead.address }}>
        {t('worksAgain')}
      </Press>
    </FormPage>
  )
}

type ConfirmProps = { page: Page; token: string; email: string | null }
/** /notices/address/confirm */
export const ConfirmAddressPage = ({ page, token, email }: ConfirmProps) => {
  const t = addressText(page.language)
  return email === null ? (
    <PlainPage page={page} title={t('confirmTitle')} noindex>
      <Notice tone="bad">
        <p>{t('linkOver')}</p>
      </Notice>
    </PlainPage>
  ) : (
    <ConfirmPage
      page={page}
      title={t('confirmTitle')}
      consequence={t('confirmWhat', { address: email })}
      action={`${path}/confirm`}
      hidden={{ token }}
      button={t('confirmButton')}
      cancel={{ href: path }}
      danger={false}
    />
  )
}

function columnsOf(page: Page): Column<DeadLine>[] {
  const t = addressText(page.language)
  return [
    { label: t('address'), head: true, cell: ({ address }) => <span class="break-all">{address}</span> },
    {
      label: t('person'),
      cell: ({ accountId, name }) =>
        accountId && (
          <a class="link" href={page.href(`/accounts/${accountId}`)}>
            {name}
          </a>
        ),
    },
    { label: t('since'), cell: ({ since }) => formatDay(dayOf(since), page.language) },
    { label: t('reason'), cell: ({ reason }) => <span class="wrap-anywhere">{reason}</span> },
    {
      label: t('mail'),
      cell: ({ mailId }) =>
        mailId && (
          <a class="link" href={page.href(`/outbox/${mailId}`)}>
            {t('seeMail')}
          </a>
        ),
    },
    {
      label: t('again'),
      cell: ({ address }) => (
        <Press page={page} action="/messages/addresses/works" hidden={{ address }} small icon="refresh-cw">
          {t('again')}
        </Press>
      ),
    },
  ]
}

type ListProps = { page: Page; state: ListState; rows: readonly DeadLine[]; total: number }
/** /messages/addresses, for the team */
export function AddressesPage({ page, state, rows, total }: ListProps) {
  const t = addressText(page.language)
  return (
    <ListPage
      page={page}
      title={t('listTitle')}
      intro={<p>{t('listIntro')}</p>}
      noindex
      path="/messages/addresses"
      state={state}
      total={total}
      rows={rows}
      counted={t('count', { count: total })}
      searchLabel={t('search')}
      view={{ kind: 'table', caption: t('listTitle'), columns: columnsOf(page) }}
      empty={
        <Empty title={t('none')} icon="circle-check">
          {t('noneHow')}
        </Empty>
      }
    />
  )
}
