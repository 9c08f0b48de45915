import { dayOf } from '../../../kernel/days.ts'
import { formatMoment, formatRelativeDay } from '../../../kernel/format.ts'
import { inLanguage, languageOf } from '../../../kernel/localised.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { Chip, Chips } from '../../../ui/chips.tsx'
import { ConfirmPage } from '../../../ui/confirm.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Choices } from '../../../ui/form/choices.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage, PlainPage } from '../../../ui/frame.tsx'
import { ListPage } from '../../../ui/list.tsx'
import type { ListState } from '../../../ui/list-state.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { Prose } from '../../../ui/prose.tsx'
import { type NoticeKind, rhythms } from '../../../web/notice-kind.ts'
import type { NoticeLine } from '../queries/notices.ts'
import { fieldOf, noticeKinds } from '../schema.ts'
import { pageText } from '../text/pages.ts'

const path = '/notices'
type Props = {
  page: Page
  state: ListState
  rows: readonly NoticeLine[]
  total: number
  unread: number
  kinds: readonly NoticeKind[]
  counts: ReadonlyMap<string, number>
}
/** /notices */
export function NoticesPage({ page, state, rows, total, unread, kinds, counts }: Props) {
  const t = pageText(page.language)
  const known = kinds.filter(({ kind }) => counts.has(kind))
  return (
    <ListPage
      page={page}
      title={t('notices')}
      intro={<p>{t('noticesIntro')}</p>}
      actions={
        <>
          <LinkButton page={page} href={`${path}/preferences`} icon="sliders-horizontal">
            {t('preferences')}
          </LinkButton>
          {unread > 0 && (
            <Press page={page} action={`${path}/read`} icon="check">
              {t('readAll')}
            </Press>
          )}
        </>
      }
      noindex
      path={path}
      state={state}
      total={total}
      rows={rows}
      counted={t('noticesCount', { count: total })}
      searchLabel={t('noticesSearch')}
      filters={[
        {
          name: 'state',
          label: t('state'),
          kind: 'many',
          prominent: true,
          options: [{ value: 'unread', label: t('unreadOnly'), count: unread }],
        },
        ...(known.length ? [kindFilter(page, known, counts)] : []),
      ]}
      sorts={[
        { key: '-at', label: t('newest2') },
        { key: 'at', label: t('oldest') },
      ]}
      view={{ kind: 'rows', render: (row) => <Line page={page} row={row} kinds={kinds} /> }}
      empty={
        <Empty title={t('noticesNone')} icon="bell">
          {t('noticesNoneHow')}
        </Empty>
      }
    />
  )
}

const kindFilter = (page: Page, known: readonly NoticeKind[], counts: ReadonlyMap<string, number>) => ({
  name: 'kind',
  label: pageText(page.language)('kind'),
  kind: 'many' as const,
  prominent: true,
  options: known.map(({ kind, label }) => ({ value: kind, label: label(page.language), count: counts.get(kind) })),
})

type LineProps = { page: Page; row: NoticeLine; kinds: readonly NoticeKind[] }
function Line({ page, row: { id, kind, title, text, at, readAt }, kinds }: LineProps) {
  const t = pageText(page.language)
  const words = inLanguage(text, page.language)
  const label = kinds.find((one) => one.kind === kind)?.label(page.language)
  return (
    <article class="row-item">
      <div>
        <h3 lang={languageOf(title, page.language)}>{inLanguage(title, page.language)}</h3>
        {words && <Prose text={words} />}
        <ul class="meta">
          {label && <li>{label}</li>}
          <li>
            <time datetime={at.toISOString()} title={formatMoment(at, page.language)}>
              {formatRelativeDay(dayOf(at), dayOf(page.now), page.language)}
            </time>
          </li>
        </ul>
        {!readAt && (
          <Chips>
            <Chip tone="info">{t('isNew')}</Chip>
          </Chips>
        )}
      </div>
      <div class="row-end actions">
        {!readAt && (
          <Press page={page} action={`${path}/${id}/read`} look="quiet" small>
            {t('readIt')}
          </Press>
        )}
        <Press page={page} action={`${path}/${id}/open`} small icon="arrow-right">
          {t('openIt')}
        </Press>
      </div>
    </article>
  )
}

type PreferencesProps = { page: Page; draft: Draft; kinds: readonly NoticeKind[] }
/** /notices/preferences */
export function PreferencesPage({ page, draft, kinds }: PreferencesProps) {
  const t = pageText(page.language)
  const form = { page, draft }
  const options = rhythms.map((value) => ({ value, label: t(value) }))
  const digestOptions = [
    { value: 'daily', label: t('digestYes') },
    { value: 'never', label: t('never') },
  ]
  const fixed = kinds.filter(({ mandatory }) => mandatory)
  return (
    <FormPage
      page={page}
      title={t('preferencesTitle')}
      intro={<p>{t('preferencesIntro')}</p>}
      trail={[{ href: path, label: t('notices') }]}
    >
      <Notice>
        <p>{t('rhythmHelp')}</p>
      </Notice>
      <Form {...form} action={`${path}/preferences`} button={t('save')} cancel={{ href: path }}>
        {kinds
          .filter(({ mandatory }) => !mandatory)
          .map(({ kind, label }) => (
            <Choices
              {...form}
              name={`rhythms.${fieldOf(kind)}`}
              label={label(page.language)}
              options={kind === noticeKinds.digest.kind ? digestOptions : options}
              look="chips"
            />
          ))}
        {fixed.map(({ label }) => (
          <div class="field">
            <p>
              <strong>{label(page.language)}</strong>
            </p>
            <p class="help">{t('always')}</p>
          </div>
        ))}
      </Form>
    </FormPage>
  )
}

type EndProps = { page: Page; label: string; action: string; isOver: boolean }
/** /unsubscribe/:kind/:token, without signing in */
export function UnsubscribePage({ page, label, action, isOver }: EndProps) {
  const t = pageText(page.language)
  const preferences = { href: `${path}/preferences`, label: t('endChange') }
  if (!isOver)
    return (
      <ConfirmPage
        page={page}
        title={t('endTitle')}
        consequence={t('endWhat', { kind: label })}
        action={action}
        button={t('endDo')}
        cancel={preferences}
        danger={false}
      />
    )
  return (
    <PlainPage page={page} title={t('endDone')} noindex>
      <Notice tone="good" live>
        <p>{t('endDoneWhat', { kind: label })}</p>
      </Notice>
      <p class="actions">
        <LinkButton page={page} href={preferences.href}>
          {preferences.label}
        </LinkButton>
      </p>
    </PlainPage>
  )
}

export const DeadLinkPage = ({ page }: { page: Page }) => {
  const t = pageText(page.language)
  return (
    <PlainPage page={page} title={t('endWrong')} noindex>
      <Notice tone="bad">
        <p>{t('endWrongWhat')}</p>
      </Notice>
      <p class="actions">
        <LinkButton page={page} href={`${path}/preferences`}>
          {t('endChange')}
        </LinkButton>
      </p>
    </PlainPage>
  )
}
