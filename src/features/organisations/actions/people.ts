import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor, AffiliationRole } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import { formatDay } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { user } from '../../accounts/tables.ts'
import { cancel as cancelDuty, owe, settle } from '../../followups/actions/owe.ts'
import { organisationParty, person as personParty, team } from '../../followups/schema.ts'
import * as policy from '../policy.ts'
import { answerDay, answerRequestDuty, inBoth } from '../rules/duties.ts'
import { isCurrent, joinsAtOnce } from '../rules/organisation.ts'
import { affiliationInput, answerInput, endInput, joinInput, personInput } from '../schema/deed.ts'
import { idInput } from '../schema/input.ts'
import { affiliation, joinRequest, organisation } from '../tables.ts'
import { text as mails } from '../text/mails.ts'
import { text } from '../text/refusals.ts'
import { personMail, staffMails } from './letters.ts'
import { loadOrganisation } from './organisation.ts'

const refusals = {
  affiliation_once: (language: Language) => text(language)('alreadyThere'),
  join_request_waiting: (language: Language) => text(language)('alreadyAsked'),
  affiliation_days: (language: Language) => text(language)('endBeforeStart'),
}
const mine = '/organisations/mine'

type Joining = {
  readonly userId: string
  readonly organisationId: string
  readonly role: AffiliationRole
  readonly title?: string
  readonly startsOn: Day
  readonly endsOn?: Day | null
}
/** One role at a time: the one that a person has had until now ends the day before. */
async function affiliate(tx: Tx, joining: Joining) {
  const { userId, organisationId, startsOn, endsOn = null } = joining
  const held = await tx.rows(policy.affiliationsOf(userId), {
    where: and(eq(affiliation.organisationId, organisationId), isNull(affiliation.endsOn)),
    orderBy: [affiliation.id],
  })
  if (endsOn === null)
    for (const row of held.filter((one) => one.role !== joining.role)) {
      const eve = addDays(startsOn, -1)
      if (eve < row.startsOn) await tx.remove(affiliation, row)
      else await tx.update(affiliation, row, { endsOn: eve })
    }
  return tx.insert(affiliation, { ...joining, endsOn })
}

/** Somebody asks to be one of an organisation's people; a confirmed address at its own domain needs no answer. */
export const join = action({
  name: 'organisations.join',
  about: joinRequest,
  input: joinInput,
  load: loadOrganisation,
  allow: policy.join,
  refusals,
  run: async ({ tx, actor, subject, input, now, language, mail, origin }) => {
    const t = text(language)
    if (subject.state !== 'published') throw new Refused(t('notPublished'))
    const [person] = await tx.rows(narrow(policy.peopleNamed(), sql`${user.id} = ${actor.id}`))
    if (!person) throw new Refused(t('noAccount'))
    const today = dayOf(now)
    const held = await tx.rows(policy.affiliationsOf(person.id), {
      where: and(eq(affiliation.organisationId, subject.id), eq(affiliation.role, input.role)),
    })
    if (held.some((one) => isCurrent(one, today))) throw new Refused(t('alreadyThere'))
    const atOnce = person.emailVerified && joinsAtOnce(subject.emailDomains, person.email, input.role)
    const request = await tx.insert(joinRequest, {
      userId: person.id,
      organisationId: subject.id,
      role: input.role,
      message: input.message,
      createdAt: now,
      ...(atOnce && { state: 'accepted', answeredAt: now }),
    })
    if (atOnce)
      await affiliate(tx, { userId: person.id, organisationId: subject.id, role: input.role, startsOn: today })
    else {
      const said = (language: Language) => ({
        person: person.name,
        email: person.email,
        organisation: subject.displayName,
        role: mails(language)(`role-${input.role}`),
        message: input.message,
        link: `${origin}/organisations/${subject.slug}/people`,
      })
      const letter = (language: Language) => ({
        subject: mails(language)('requestSubject', said(language)),
        text: mails(language)('request', said(language)),
      })
      const representatives = await tx.rows(policy.representativesOf(subject.id, today), { orderBy: [affiliation.id] })
      for (const { userId } of representatives) await personMail(tx, mail, userId, letter)
      // An organisation that nobody represents: the team answers.
      if (representatives.length === 0) await staffMails(tx, mail, letter)
      await owe(tx, {
        kind: answerRequestDuty,
        about: { table: joinRequest, id: request.id },
        debtor: representatives.length === 0 ? team : organisationParty(subject.id),
        creditor: personParty(person.id),
        title: inBoth('answerRequest', { person: person.name, organisation: subject.displayName }),
        href: `/organisations/${subject.slug}/people`,
        dueOn: answerDay(now),
        deed: 'organisations.join',
        by: actor,
        now,
        notified: true,
      })
    }
    return request
  },
})

const loadRequest = (tx: Tx, actor: Actor, { id }: { id: string }) =>
  tx.lock(policy.requestsVisibleTo(actor), eq(joinRequest.id, id))
const organisationOf = async (tx: Tx, id: string) => {
  const row = await tx.one(policy.mentioned(), eq(organisation.id, id))
  if (!row) throw new Error(`organisation ${id} is gone`)
  return row
}
/** The answer that was owed has been given. */
const answered = (id: string, by: Actor, now: Date) => ({
  kind: answerRequestDuty,
  about: { table: joinRequest, id },
  by,
  now,
})
const isWaiting = (state: string, language: Language) => {
  if (state !== 'waiting') throw new Refused(text(language)('answered'))
}

export const acceptRequest = action({
  name: 'organisations.accept-request',
  about: joinRequest,
  input: answerInput,
  load: loadRequest,
  allow: policy.answerRequest,
  refusals,
  run: async ({ tx, actor, subject, input, now, language, mail, origin }) => {
    isWaiting(subject.state, language)
    const role = input.role ?? subject.role
    const { userId, organisationId } = subject
    await affiliate(tx, { userId, organisationId, role, startsOn: dayOf(now) })
    const { displayName } = await organisationOf(tx, organisationId)
    await personMail(tx, mail, userId, (language) => {
      const t = mails(language)
      const said = { organisation: displayName, role: t(`role-${role}`), link: origin + mine }
      return { subject: t('acceptedSubject', said), text: t('accepted', said) }
    })
    await settle(tx, answered(subject.id, actor, now))
    return tx.update(joinRequest, subject, { state: 'accepted', answeredAt: now, answeredBy: actor.id })
  },
})

export const declineRequest = action({
  name: 'organisations.decline-request',
  about: joinRequest,
  input: idInput,
  load: loadRequest,
  allow: policy.answerRequest,
  run: async ({ tx, actor, subject, now, language, mail }) => {
    isWaiting(subject.state, language)
    const { displayName } = await organisationOf(tx, subject.organisationId)
    await personMail(tx, mail, subject.userId, (language) => {
      const t = mails(language)
      const said = { organisation: displayName }
      return { subject: t('declinedSubject', said), text: t('declined', said) }
    })
    await settle(tx, answered(subject.id, actor, now))
    return tx.update(joinRequest, subject, { state: 'declined', answeredAt: now, answeredBy: actor.id })
  },
})

export const withdrawRequest = action({
  name: 'organisations.withdraw-request',
  about: joinRequest,
  input: idInput,
  load: loadRequest,
  allow: policy.withdrawRequest,
  run: async ({ tx, actor, subject, now, language }) => {
    isWaiting(subject.state, language)
    await cancelDuty(tx, answered(subject.id, actor, now))
    return tx.update(joinRequest, subject, { state: 'withdrawn', answeredAt: now, answeredBy: actor.id })
  },
})

/** A representative or the team adds somebody who has an account. */
export const addPerson = action({
  name: 'organisations.add-person',
  about: affiliation,
  input: personInput,
  load: loadOrganisation,
  allow: policy.managePeople,
  refusals,
  run: async ({ tx, actor, subject, input, now, language, mail, origin }) => {
    const [person] = await tx.rows(
      narrow(policy.peopleNamed(), sql`lower(${user.email}) = ${input.email.toLowerCase()}`),
      { orderBy: [user.id] },
    )
    if (!person) throw new Invalid({ email: text(language)('noAccount') })
    const today = dayOf(now)
    const { role, title, endsOn } = input
    const startsOn = input.startsOn ?? today
    if (endsOn !== null && endsOn < startsOn) throw new Invalid({ endsOn: text(language)('endBeforeStart') })
    const added = await affiliate(tx, {
      userId: person.id,
      organisationId: subject.id,
      role,
      title,
      startsOn,
      endsOn,
    })
    if (actor.kind === 'account' && actor.id !== person.id)
      await personMail(tx, mail, person.id, (language) => {
        const t = mails(language)
        const said = {
          person: actor.name,
          organisation: subject.displayName,
          role: t(`role-${role}`),
          link: origin + mine,
        }
        return { subject: t('addedSubject', said), text: t('added', said) }
      })
    return added
  },
})

const loadAffiliation = (tx: Tx, actor: Actor, { id }: { id: string }) =>
  tx.lock(policy.affiliationsVisibleTo(actor), eq(affiliation.id, id))

/** An organisation that somebody represents is not left without: only the team may do that. */
async function keepsRepresentative(
  tx: Tx,
  actor: Actor,
  row: typeof affiliation.$inferSelect,
  today: Day,
  language: Language,
) {
  if (row.role !== 'representative' || policy.staffOnly(actor) || !isCurrent(row, today)) return
  const others = await tx.count(
    policy.representativesOf(row.organisationId, today),
    and(ne(affiliation.id, row.id), or(isNull(affiliation.endsOn), sql`${affiliation.endsOn} > ${today}`)),
  )
  if (others === 0) throw new Refused(text(language)('lastRepresentative'))
}

/** Another role from today on; the one before stays in the record with its days. */
export const changeRole = action({
  name: 'organisations.change-role',
  about: affiliation,
  input: affiliationInput,
  load: loadAffiliation,
  allow: policy.changeAffiliation,
  refusals,
  run: async ({ tx, actor, subject, input, now, language }) => {
    const today = dayOf(now)
    if (!isCurrent(subject, today)) throw new Refused(text(language)('ended'))
    if (subject.role === input.role) return tx.update(affiliation, subject, { title: input.title })
    await keepsRepresentative(tx, actor, subject, today, language)
    const { userId, organisationId } = subject
    return affiliate(tx, { userId, organisationId, role: input.role, title: input.title, startsOn: today })
  },
})

/** A representative lets somebody go, or a person leaves. */
export const end = action({
  name: 'organisations.end-affiliation',
  about: affiliation,
  input: endInput,
  load: loadAffiliation,
  allow: policy.endAffiliation,
  refusals,
  run: async ({ tx, actor, subject, input, now, language, mail, origin }) => {
    const today = dayOf(now)
    const endsOn = input.endsOn ?? addDays(today, -1)
    if (subject.endsOn !== null && subject.endsOn < today) throw new Refused(text(language)('ended'))
    await keepsRepresentative(tx, actor, subject, today, language)
    const { displayName } = await organisationOf(tx, subject.organisationId)
    if (actor.id !== subject.userId)
      await personMail(tx, mail, subject.userId, (language) => {
        const t = mails(language)
        const said = { organisation: displayName, day: formatDay(endsOn, language), link: origin + mine }
        return { subject: t('endedSubject', said), text: t('ended', said) }
      })
    // Begun today and ended today: it never was.
    if (endsOn < subject.startsOn) {
      if (input.endsOn !== null) throw new Invalid({ endsOn: text(language)('endBeforeStart') })
      await tx.remove(affiliation, subject)
      return subject
    }
    return tx.update(affiliation, subject, { endsOn })
  },
})
