import { dayOf } from '../../../kernel/days.ts'
import { formatDay, formatMoment } from '../../../kernel/format.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { Aside } from '../../../ui/card.tsx'
import { Chip, Chips } from '../../../ui/chips.tsx'
import { TextArea } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { Prose } from '../../../ui/prose.tsx'
import { Section, WorkRecord } from '../../../ui/record.tsx'
import type { Participant, Thread } from '../queries/conversations.ts'
import { longestMessage } from '../schema.ts'
import { pageText } from '../text/pages.ts'
import { nameIn } from './conversations.tsx'
import { ReportNotice } from './reports.tsx'

type Props = {
  page: Page
  thread: Thread
  draft: Draft
  /** Messages before a moment are shown, not the latest. */
  isOlder: boolean
}
/** /messages/:id */
export function ThreadPage({ page, thread, draft, isOlder }: Props) {
  const t = pageText(page.language)
  const { talk, own, reports } = thread
  return (
    <WorkRecord
      page={page}
      trail={[{ href: '/messages', label: t('messages') }]}
      title={talk.subject}
      chips={<States page={page} thread={thread} />}
      facts={factsOf(page, thread)}
      aside={
        <>
          <People page={page} thread={thread} />
          {own && <Deeds page={page} thread={thread} />}
        </>
      }
    >
      <ReportNotice page={page} id={talk.id} reports={reports} />
      <AliasNotices page={page} thread={thread} />
      <Section id="messages" title={t('thread')}>
        <Earlier page={page} thread={thread} isOlder={isOlder} />
        <ol class="stack">
          {thread.messages.map((one) => (
            <Message page={page} one={one} author={thread.everybody.find(({ id }) => id === one.authorId)} />
          ))}
        </ol>
      </Section>
      {own && <Answer page={page} thread={thread} draft={draft} />}
      {own && <ReadMark page={page} id={talk.id} />}
    </WorkRecord>
  )
}

const States = ({ page, thread: { talk, own } }: { page: Page; thread: Thread }) => {
  const t = pageText(page.language)
  return talk.closedAt || own?.mutedAt ? (
    <Chips>
      {talk.closedAt && <Chip>{t('isClosed')}</Chip>}
      {own?.mutedAt && <Chip>{t('isMuted')}</Chip>}
    </Chips>
  ) : null
}

function factsOf(page: Page, { talk }: Thread) {
  const t = pageText(page.language)
  const { aboutTitle, aboutHref, openedAt, closedAt } = talk
  return [
    {
      label: t('aboutRecord'),
      value:
        aboutTitle &&
        (aboutHref ? (
          <a class="link" href={page.href(aboutHref)}>
            {inLanguage(aboutTitle, page.language)}
          </a>
        ) : (
          inLanguage(aboutTitle, page.language)
        )),
    },
    { label: t('begun'), value: formatDay(dayOf(openedAt), page.language) },
    { label: t('ended'), value: closedAt && formatDay(dayOf(closedAt), page.language) },
  ]
}

/** At the right, on a phone below: what is said comes first. */
function Deeds({ page, thread: { talk, own } }: { page: Page; thread: Thread }) {
  const t = pageText(page.language)
  const at = `/messages/${talk.id}`
  return (
    <Aside title={t('deeds')}>
      <div class="actions">
        {!talk.closedAt && (
          <Press page={page} action={`${at}/close`} icon="circle-check" small>
            {t('close')}
          </Press>
        )}
        <Press page={page} action={`${at}/${own?.mutedAt ? 'unmute' : 'mute'}`} small>
          {t(own?.mutedAt ? 'unmute' : 'mute')}
        </Press>
        <LinkButton page={page} href={`${at}/leave`} small>
          {t('leave')}
        </LinkButton>
        <LinkButton page={page} href={`${at}/report`} small>
          {t('report')}
        </LinkButton>
      </div>
    </Aside>
  )
}

function People({ page, thread }: { page: Page; thread: Thread }) {
  const t = pageText(page.language)
  return (
    <Aside title={t('people')}>
      <ul class="stack">
        {thread.everybody.map((one) => (
          <li class="flex items-center gap-3">
            <Avatar name={one.name ?? ''} id={one.id} />
            <span class="min-w-0 wrap-anywhere">
              {one.isSelf ? selfIn(page, one) : nameIn(page, one)}
              {one.leftAt && <small class="help block">{t('hasLeft')}</small>}
            </span>
          </li>
        ))}
      </ul>
    </Aside>
  )
}
const selfIn = (page: Page, { isHidden, alias }: Participant) => {
  const t = pageText(page.language)
  return isHidden ? t('youAs', { alias: alias ?? '' }) : t('you')
}

function AliasNotices({ page, thread: { everybody } }: { page: Page; thread: Thread }) {
  const t = pageText(page.language)
  return (
    <>
      {everybody
        .filter(({ isHidden, isGone }) => isHidden && !isGone)
        .map(({ isSelf, alias }) => (
          <Notice>
            <p>{t(isSelf ? 'isAliased' : 'otherAliased', { alias: alias ?? '' })}</p>
          </Notice>
        ))}
    </>
  )
}

function Earlier({ page, thread, isOlder }: Omit<Props, 'draft'>) {
  const t = pageText(page.language)
  const at = `/messages/${thread.talk.id}`
  const [first] = thread.messages
  return (
    <p class="actions">
      {thread.hasOlder && first && (
        <LinkButton page={page} href={`${at}?before=${encodeURIComponent(first.at.toISOString())}`}>
          {t('older')}
        </LinkButton>
      )}
      {isOlder && (
        <LinkButton page={page} href={at}>
          {t('newest')}
        </LinkButton>
      )}
    </p>
  )
}

type MessageProps = { page: Page; one: Thread['messages'][number]; author: Participant | undefined }
function Message({ page, one: { id, text, at, mailId }, author }: MessageProps) {
  const t = pageText(page.language)
  const isSelf = author?.isSelf ?? false
  const place = isSelf ? 'ms-6 sm:ms-16' : 'me-6 sm:me-16'
  return (
    <li id={`m-${id}`} class={`${place} rounded-box border border-[var(--line)] bg-[var(--surface)] p-4`}>
      <p class="mb-2 flex flex-wrap items-baseline gap-x-3">
        <strong>{author ? (isSelf ? t('you') : nameIn(page, author)) : t('gone')}</strong>
        <small class="help">
          <time datetime={at.toISOString()}>{formatMoment(at, page.language)}</time>
          {mailId && ` · ${t('byMail')}`}
        </small>
      </p>
      <div class="wrap-anywhere">
        <Prose text={text} lang="" />
      </div>
    </li>
  )
}

function Answer({ page, thread: { talk, everybody, own }, draft }: { page: Page; thread: Thread; draft: Draft }) {
  const t = pageText(page.language)
  const at = `/messages/${talk.id}`
  const refusal = draft.errors['']
  if (talk.closedAt) {
    const date = formatDay(dayOf(talk.closedAt), page.language)
    return (
      <>
        <Notice tone={refusal ? 'bad' : 'info'} live={Boolean(refusal)}>
          <p>{refusal ?? t(talk.closedByTeam ? 'closedByTeam' : 'closedNotice', { date })}</p>
        </Notice>
        {/* What was typed while somebody else ended the conversation is not lost. */}
        {typeof draft.values.text === 'string' && draft.values.text && (
          <TextArea page={page} draft={draft} name="text" label={t('answer')} optional />
        )}
        {!talk.closedByTeam && (
          <p class="actions">
            <Press page={page} action={`${at}/reopen`} look="primary">
              {t('reopen')}
            </Press>
          </p>
        )}
      </>
    )
  }
  if (everybody.every(({ id, leftAt, isGone }) => id === own?.id || leftAt || isGone))
    return (
      <Notice>
        <p>{t('aloneNotice')}</p>
      </Notice>
    )
  return (
    <Form page={page} draft={draft} action={at} button={t('send')} icon="send">
      <TextArea
        page={page}
        draft={draft}
        name="text"
        label={t('answer')}
        help={t('answerHelp')}
        maxlength={longestMessage}
      />
    </Form>
  )
}

/** With a script the conversation is read once it is in sight; without, by the button. */
const ReadMark = ({ page, id }: { page: Page; id: string }) => (
  <auto-press class="block mt-4">
    <Press page={page} action={`/messages/${id}/read`} look="quiet" icon="check">
      {pageText(page.language)('markRead')}
    </Press>
  </auto-press>
)
