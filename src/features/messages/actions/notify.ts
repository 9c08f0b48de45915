import { uuidv7 } from '../../../db/ids.ts'
import type { Mail } from '../../../db/outbox.ts'
import type { Reader, Row } from '../../../db/reader.ts'
import { sendingOf } from '../../../db/sending.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Language } from '../../../kernel/language.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { layOut, mailLink } from '../../../web/mail-layout.ts'
import type { NoticeKind } from '../../../web/notice-kind.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { newKey, unsubscribePath } from '../rules/tokens.ts'
import type { Telling } from '../schema.ts'
import { mailKey, notice } from '../tables.ts'
import { noticeText } from '../text/notices.ts'

/** Until a cluster has set its own name. */
export const site = 'Passerelle'
export const preferencesPath = '/notices/preferences'
export type Person = { readonly id: string; readonly name: string; readonly email: string; readonly language: Language }

const personFields = { id: user.id, name: user.name, email: user.email, language: user.language }
/** Those of the accounts that are still there. */
export const peopleFor = (read: Reader, ids: readonly string[]): PromiseLike<Person[]> =>
  read.select(personFields).from(policy.peopleNamed(ids)).orderBy(user.id)

/**
 * Tells people something: a line on their page of notices, and a mail at the rhythm that each has chosen for its kind.
 * For the deeds of all features; in one transaction with what it tells about.
 */
export async function notify(tx: Tx, telling: Telling): Promise<void> {
  const { now } = sendingOf(tx)
  const people = await peopleFor(tx, await notYetTold(tx, telling))
  const rows = people.map((person) => rowFor(person.id, telling, now))
  await tx.insertAll(notice, rows, 'skip')
  // Another deed may have told the same at the same moment: then its row is there, not this one.
  const written = new Set((await tx.rows(policy.noticesNamed(rows.map(({ id }) => id)))).map(({ id }) => id))
  const due = people.map((person, place) => ({ person, id: rows[place]?.id ?? '' })).filter(({ id }) => written.has(id))
  await mailAtOnce(tx, telling, await atOnce(tx, telling.kind, due))
}

async function notYetTold(tx: Tx, { to, once }: Telling): Promise<string[]> {
  const ids = [...new Set([to].flat())]
  if (once === undefined) return ids
  const told = await tx.select({ id: notice.accountId }).from(policy.noticesTold(ids, once))
  return ids.filter((id) => !told.some((one) => one.id === id))
}

const rowFor = (accountId: string, { kind, title, text, href, about, from, once }: Telling, now: Date) => ({
  id: uuidv7(now),
  accountId,
  kind: kind.kind,
  title,
  text: text ?? { fr: '' },
  href,
  aboutKind: about?.kind ?? null,
  aboutId: about?.id ?? null,
  fromId: from ?? null,
  once: once ?? null,
  rhythm: kind.mandatory ? ('at-once' as const) : kind.rhythm,
  at: now,
})

type Due = { readonly person: Person; readonly id: string }
async function atOnce(tx: Tx, kind: NoticeKind, due: readonly Due[]): Promise<Due[]> {
  if (kind.mandatory) return [...due]
  const ids = due.map(({ person }) => person.id)
  const chosen = new Map((await tx.rows(policy.choicesFor(kind.kind, ids))).map((one) => [one.accountId, one.rhythm]))
  return due.filter(({ person }) => (chosen.get(person.id) ?? kind.rhythm) === 'at-once')
}

async function mailAtOnce(tx: Tx, telling: Telling, due: readonly Due[]) {
  const { now, origin, mail } = sendingOf(tx)
  const keys = await keysFor(
    tx,
    due.map(({ person }) => person.id),
  )
  for (const { person, id } of due) {
    const mailId = await mail(noticeMail(origin, person, telling, keys.get(person.id) ?? ''))
    await tx.update(notice, { id }, { mailedAt: now, mailId })
  }
}

/** The key of each account, made where there is none yet. */
export async function keysFor(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  await tx.insertAll(
    mailKey,
    ids.map((accountId) => ({ accountId, key: newKey() })),
    'skip',
  )
  const rows: Row<typeof mailKey>[] = await tx.rows(policy.keysOf(ids))
  return new Map(rows.map(({ accountId, key }) => [accountId, key]))
}

/** Below every mail about something that a person may switch off, and how. */
export function footOf(origin: string, { id, language }: Person, kind: NoticeKind, key: string) {
  const t = noticeText(language)
  const label = kind.label(language)
  if (kind.mandatory) return { small: [t('mandatory', { kind: label })] }
  const unsubscribe = unsubscribePath(id, kind.kind, key)
  return {
    small: [
      t('because', { kind: label }),
      t('choose', { link: mailLink(origin, language, preferencesPath) }),
      t('end', { link: mailLink(origin, language, unsubscribe) }),
    ],
    unsubscribe,
  }
}

function noticeMail(origin: string, person: Person, telling: Telling, key: string): Mail {
  const { language, name, email, id } = person
  const t = noticeText(language)
  const { small, unsubscribe } = footOf(origin, person, telling.kind, key)
  const replyKey = telling.replyKeys?.get(id)
  const message = {
    subject: inLanguage(telling.title, language),
    greeting: t('hello', { name }),
    paragraphs: paragraphsOf(telling.text ? inLanguage(telling.text, language) : ''),
    button: { label: t(replyKey ? 'answer' : 'open'), href: mailLink(origin, language, telling.href) },
    small,
  }
  const laid = layOut(message, language, { name: site, origin })
  // What people write to each other is not the team's to read in the outbox.
  return { ...laid, to: email, accountId: id, unsubscribe, replyKey, confidential: replyKey !== undefined }
}

const paragraphsOf = (text: string) =>
  text
    .split(/\r?\n\s*\r?\n/)
    .map((one) => one.trim())
    .filter(Boolean)
