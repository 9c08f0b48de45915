import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { Press } from '../../../ui/button.tsx'
import { Chip, type Tone } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Choices, Toggle } from '../../../ui/form/choices.tsx'
import { TextArea } from '../../../ui/form/field.tsx'
import { blank, type Draft, Form } from '../../../ui/form.tsx'
import { FormPage, PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { Prose } from '../../../ui/prose.tsx'
import type { ContactReceived, ContactSent, ProfileRecord } from '../queries/profile.ts'
import { calledIn } from '../rules/calling.ts'
import type { ContactState } from '../schema/vocabulary.ts'
import { text as dealings } from '../text/dealings.ts'
import { text as find } from '../text/find.ts'
import { text as mine } from '../text/mine.ts'

const tones: Record<ContactState, Tone> = {
  waiting: 'waiting',
  accepted: 'good',
  declined: 'neutral',
  withdrawn: 'neutral',
}

type AskProps = {
  page: Page
  record: ProfileRecord
  draft: Draft
  organisations: readonly { readonly id: string; readonly name: string }[]
}
/** /talents/:code/contact */
export function AskPage({ page, record, draft, organisations }: AskProps) {
  const t = find(page.language)
  const { code } = record.shown
  const name = calledIn(record.shown, page.language)
  const form = { page, draft }
  return (
    <FormPage
      page={page}
      title={t('askTitle', { name })}
      intro={t('askIntro')}
      current="talents"
      trail={[
        { href: '/talents', label: t('talents') },
        { href: `/talents/${code}`, label: name },
      ]}
    >
      <Form
        {...form}
        action={`/talents/${code}/contact`}
        button={t('askButton')}
        icon="send"
        cancel={{ href: `/talents/${code}` }}
      >
        {organisations.length > 1 && (
          <Choices
            {...form}
            name="organisationId"
            label={t('askFor')}
            options={organisations.map(({ id, name: label }) => ({ value: id, label }))}
          />
        )}
        <TextArea
          {...form}
          name="message"
          label={t('askMessage')}
          help={t('askMessageHelp')}
          rows={8}
          maxlength={4000}
        />
      </Form>
    </FormPage>
  )
}

/** /talents/contacts */
export function SentPage({ page, rows }: { page: Page; rows: readonly ContactSent[] }) {
  const t = find(page.language)
  return (
    <PlainPage
      page={page}
      title={t('contacts')}
      intro={t('contactsIntro')}
      current="talents"
      noindex
      trail={[{ href: '/talents', label: t('talents') }]}
    >
      {rows.length === 0 && (
        <Empty title={t('noContacts')} icon="send">
          {t('noContactsHow')}
        </Empty>
      )}
      <div class="stack">
        {rows.map((row) => (
          <article class="entry">
            <h2>{row.code ? <a href={page.href(`/talents/${row.code}`)}>{row.name ?? row.alias}</a> : row.alias}</h2>
            <p>
              <Chip tone={tones[row.state]}>{t(`state-${row.state}`)}</Chip>{' '}
              <span class="help">{formatDay(dayOf(row.answeredAt ?? row.createdAt), page.language)}</span>
            </p>
            {!row.code && <p class="help">{t('noLonger')}</p>}
            {row.email && (
              <p>
                <a class="link" href={`mailto:${row.email}`}>
                  {row.email}
                </a>{' '}
                {row.phone}
              </p>
            )}
            {row.conversationId && (
              <p>
                <a class="link" href={page.href(`/messages/${row.conversationId}`)}>
                  {t('conversation')}
                </a>
              </p>
            )}
            {row.answer && (
              <>
                <h3>{t('theirAnswer')}</h3>
                <Prose text={row.answer} />
              </>
            )}
            <h3>{t('yourMessage')}</h3>
            <Prose text={row.message} lang="" />
            {row.state === 'waiting' && (
              <Press page={page} action={`/talents/contacts/${row.id}/withdraw`} icon="undo-2">
                {t('withdraw')}
              </Press>
            )}
          </article>
        ))}
      </div>
    </PlainPage>
  )
}

/** /talents/mine/contacts */
export function ReceivedPage({
  page,
  rows,
  draft,
  about,
}: {
  page: Page
  rows: readonly ContactReceived[]
  draft: Draft
  about: string | null
}) {
  const t = dealings(page.language)
  const m = mine(page.language)
  return (
    <PlainPage
      page={page}
      title={m('contacts')}
      intro={t('contactsIntro')}
      current="talents"
      noindex
      trail={[{ href: '/talents/mine', label: m('mine') }]}
    >
      {rows.length === 0 && (
        <Empty title={t('noContacts')} icon="inbox">
          {t('noContactsHow')}
        </Empty>
      )}
      <div class="stack">
        {rows.map((row) => (
          <article class="entry" id={`contact-${row.id}`}>
            <h2>
              {row.from ?? t('someone')}
              {row.organisation && (
                <>
                  {', '}
                  {row.organisationSlug ? (
                    <a href={page.href(`/organisations/${row.organisationSlug}`)}>{row.organisation}</a>
                  ) : (
                    row.organisation
                  )}
                </>
              )}
            </h2>
            <p>
              <Chip tone={tones[row.state]}>{t(`state-${row.state}`)}</Chip>{' '}
              <span class="help">{formatDay(dayOf(row.createdAt), page.language)}</span>
            </p>
            <Prose text={row.message} lang="" />
            {row.conversationId && (
              <p>
                <a class="link" href={page.href(`/messages/${row.conversationId}`)}>
                  {find(page.language)('conversation')}
                </a>
              </p>
            )}
            {row.answer && (
              <>
                <h3>{t('answer')}</h3>
                <Prose text={row.answer} />
              </>
            )}
            {row.state === 'waiting' && <AnswerForm page={page} id={row.id} draft={row.id === about ? draft : blank} />}
          </article>
        ))}
      </div>
    </PlainPage>
  )
}
function AnswerForm({ page, id, draft }: { page: Page; id: string; draft: Draft }) {
  const t = dealings(page.language)
  const form = { page, draft }
  return (
    <Form {...form} id={`answer-${id}`} action={`/talents/mine/contacts/${id}`} button={t('sendAnswer')}>
      <Choices
        {...form}
        name="answer"
        label={t('answer')}
        options={[
          { value: 'accepted', label: t('accept') },
          { value: 'declined', label: t('decline') },
        ]}
      />
      <Toggle {...form} name="reveals" label={t('reveals')} help={t('revealsHelp')} />
      <TextArea {...form} name="words" label={t('answerWords')} rows={4} optional />
    </Form>
  )
}
