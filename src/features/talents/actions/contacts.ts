import { eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import type { Row } from '../../../db/reader.ts'
import type { Scope } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { type Actor, belongsTo } from '../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../kernel/days.ts'
import { NotFound, Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { cancel, owe, settle } from '../../followups/actions/owe.ts'
import { person } from '../../followups/schema.ts'
import { openConversation } from '../../messages/actions/conversations.ts'
import { notify } from '../../messages/actions/notify.ts'
import * as policy from '../policy.ts'
import { organisationNames } from '../queries/own.ts'
import { everyWhole } from '../queries/whole.ts'
import { calledTo } from '../rules/calling.ts'
import { answerContactInput, codeInput, contactInput, idInput } from '../schema/input.ts'
import { answerDuty, daysToAnswer, talentNotices } from '../schema/notices.ts'
import { contact, look } from '../tables/dealings.ts'
import { profile } from '../tables.ts'
import { text } from '../text/deeds.ts'
import { acceptance, conversationSubject, dutyTitle, letters } from '../text/letters.ts'

const byCode = (tx: Tx, actor: Actor, { code }: { code: string }) =>
  tx.one(policy.visibleTo(actor), eq(profile.code, code))
const firstOf = (actor: Actor) => actor.affiliations[0]?.organisationId ?? null

/** Once a day for each reader: who looked, and for which organisation. */
export const leaveTrace = action({
  name: 'talents.look',
  about: profile,
  input: codeInput,
  load: byCode,
  allow: policy.leaveTrace,
  async run({ tx, actor, subject, now }) {
    const trace = { profileId: subject.id, readerId: actor.id, organisationId: firstOf(actor) }
    await tx.insertAll(look, [{ ...trace, lookedOn: dayOf(now), at: now }], 'skip')
    return { id: subject.id }
  },
})

const mostWaiting = 20
async function checkFree(tx: Tx, actor: Actor, profileId: string, language: Language) {
  const t = text(language)
  const sent = await tx.rows(policy.contactsFrom(actor), { where: eq(contact.profileId, profileId) })
  if (sent.some(({ state }) => state === 'waiting')) throw new Refused(t('waitingAlready'))
  if (sent.some(({ state }) => state === 'accepted')) throw new Refused(t('acceptedAlready'))
  if ((await tx.count(policy.contactsFrom(actor), eq(contact.state, 'waiting'))) >= mostWaiting)
    throw new Refused(t('tooManyContacts'))
}

/** Through the site only: the talent is told by mail that somebody wrote, and reads it here. */
export const askContact = action({
  name: 'talents.ask',
  about: contact,
  input: contactInput,
  load: byCode,
  allow: policy.ask,
  async run({ tx, actor, subject, input, now, language }) {
    const organisationId = input.organisationId ?? firstOf(actor)
    if (organisationId && !belongsTo(actor, organisationId)) throw new Refused(text(language)('notYours'))
    await checkFree(tx, actor, subject.id, language)
    const [whole] = await everyWhole(tx, [subject.id])
    const rank = policy.rankOf(actor, subject)
    if (!whole || rank === null) throw new NotFound()
    const row = await tx.insert(contact, {
      profileId: subject.id,
      fromId: actor.id ?? '',
      organisationId,
      alias: calledTo(whole, rank, false, language),
      message: input.message,
      createdAt: now,
    })
    await notify(tx, {
      to: subject.userId,
      kind: talentNotices.contact,
      ...letters.asked,
      href: '/talents/mine/contacts',
      about: { kind: 'talents.contact', id: row.id },
    })
    if (!subject.anonymous)
      await owe(tx, {
        kind: answerDuty,
        about: { table: contact, id: row.id },
        debtor: person(subject.userId),
        creditor: person(actor.id ?? ''),
        title: dutyTitle(actor.name),
        href: '/talents/mine/contacts',
        dueOn: addDays(dayOf(now), daysToAnswer),
        deed: 'talents.ask',
        by: actor,
        now,
        notified: true,
      })
    return row
  },
  refusals: { talent_contact_waiting: (language) => text(language)('waitingAlready') },
})

/** A request with the profile it is about: its owner alone may answer. */
async function withOwner(tx: Tx, scope: Scope<typeof contact>, id: string) {
  const row = await tx.lock(scope, eq(contact.id, id))
  const owner = row ? await tx.one(policy.everyProfile(), eq(profile.id, row.profileId)) : null
  return row && owner ? { ...row, userId: owner.userId, anonymous: owner.anonymous, code: owner.code } : null
}

export const answerContact = action({
  name: 'talents.answer-contact',
  about: contact,
  input: answerContactInput,
  load: (tx, actor, input) => withOwner(tx, policy.contactsTo(actor), input.id),
  allow: policy.answer,
  async run({ tx, actor, subject, input, now, language }) {
    if (subject.state !== 'waiting') throw new Refused(text(language)('answeredAlready'))
    const accepted = input.answer === 'accepted'
    const reveals = accepted && input.reveals
    await settle(tx, { kind: answerDuty, about: { table: contact, id: subject.id }, by: actor, now })
    const conversationId = accepted ? await converse(tx, subject, { reveals, words: input.words, language }) : null
    // An acceptance tells by its first message.
    if (!accepted)
      await notify(tx, {
        to: subject.fromId,
        kind: talentNotices.answer,
        ...letters.declined,
        href: '/talents/contacts',
        about: { kind: 'talents.contact', id: subject.id },
      })
    return tx.update(contact, subject, {
      state: input.answer,
      reveals,
      answer: input.words,
      answeredAt: now,
      conversationId,
    })
  },
})

type Request = Row<typeof contact> & { readonly userId: string; readonly anonymous: boolean; readonly code: string }
type Acceptance = { readonly reveals: boolean; readonly words: string; readonly language: Language }
/** The talent answers first. Who has not said who they are stands under what the other one has called them so far. */
async function converse(tx: Tx, request: Request, { reveals, words, language }: Acceptance): Promise<string> {
  const { id, fromId, userId, alias, organisationId, anonymous, code } = request
  const [organisation] = organisationId ? await organisationNames(tx, [organisationId]) : []
  const hidden = anonymous && !reveals
  const { id: conversationId } = await openConversation(tx, {
    subject: conversationSubject(language),
    about: { kind: 'talents.contact', id, title: { fr: alias }, href: `/talents/${code}` },
    openedBy: userId,
    text: words || acceptance(language),
    participants: [
      { accountId: userId, ...(hidden && { alias }) },
      { accountId: fromId, ...(organisation && { onBehalfOf: organisation.name, organisationId: organisation.id }) },
    ],
  })
  return conversationId
}

export const withdrawContact = action({
  name: 'talents.withdraw-contact',
  about: contact,
  input: idInput,
  load: (tx, actor, input) => tx.lock(policy.contactsFrom(actor), eq(contact.id, input.id)),
  allow: policy.withdraw,
  async run({ tx, actor, subject, now, language }) {
    if (subject.state !== 'waiting') throw new Refused(text(language)('answeredAlready'))
    await cancel(tx, { kind: answerDuty, about: { table: contact, id: subject.id }, by: actor, now })
    return tx.update(contact, subject, { state: 'withdrawn', answeredAt: now })
  },
})
