import { and, eq, sql } from 'drizzle-orm'
import { action, type Step } from '../../../db/action.ts'
import type { Row } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { user } from '../../accounts/tables.ts'
import { cancel as cancelDuty, owe, settle } from '../../followups/actions/owe.ts'
import { organisationParty, person as personParty, team } from '../../followups/schema.ts'
import { personMail, staffMails } from '../../organisations/actions/letters.ts'
import { loadOrganisation } from '../../organisations/actions/organisation.ts'
import { answerDay } from '../../organisations/rules/duties.ts'
import { idInput } from '../../organisations/schema/input.ts'
import * as policy from '../policy.ts'
import { isCurrent, joinsAtOnce } from '../rules/affiliation.ts'
import { answerRequestDuty, answerRequestTitle } from '../rules/duties.ts'
import { answerInput, joinInput } from '../schema.ts'
import { affiliation, joinRequest } from '../tables.ts'
import { text as mails } from '../text/mails.ts'
import { text } from '../text/refusals.ts'
import { affiliate, mine, organisationOf, refusals } from './record.ts'

type Means = Pick<Step<unknown, unknown>, 'tx' | 'mail' | 'now' | 'origin' | 'actor'>
type Asked = {
  readonly request: Row<typeof joinRequest>
  readonly person: { readonly id: string; readonly name: string; readonly email: string }
  readonly organisation: { readonly id: string; readonly slug: string; readonly displayName: string }
}
/** Those who may answer get a mail, and owe the answer. Where nobody represents the organisation, that is the team. */
async function askForAnswer({ tx, mail, now, origin, actor }: Means, { request, person, organisation }: Asked) {
  const path = `/organisations/${organisation.slug}/people`
  const said = { person: person.name, organisation: organisation.displayName }
  const letter = (language: Language) => {
    const t = mails(language)
    const { message } = request
    const role = t(`role-${request.role}`)
    const all = { ...said, role, message, email: person.email, link: origin + path }
    return { subject: t('requestSubject', all), text: t('request', all) }
  }
  const today = dayOf(now)
  const representatives = await tx.rows(policy.representativesOf(organisation.id, today), { orderBy: [affiliation.id] })
  for (const { userId } of representatives) await personMail(tx, mail, userId, letter)
  if (representatives.length === 0) await staffMails(tx, mail, letter)
  await owe(tx, {
    kind: answerRequestDuty,
    about: { table: joinRequest, id: request.id },
    debtor: representatives.length === 0 ? team : organisationParty(organisation.id),
    creditor: personParty(person.id),
    title: answerRequestTitle(said),
    href: path,
    dueOn: answerDay(now),
    deed: 'affiliations.join',
    by: actor,
    now,
    notified: true,
  })
}

/** Somebody asks to be one of an organisation's people; a confirmed address at its own domain needs no answer. */
export const join = action({
  name: 'affiliations.join',
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
    else await askForAnswer({ tx, mail, now, origin, actor }, { request, person, organisation: subject })
    return request
  },
})

const loadRequest = (tx: Tx, actor: Actor, { id }: { id: string }) =>
  tx.lock(policy.requestsVisibleTo(actor), eq(joinRequest.id, id))
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
  name: 'affiliations.accept-request',
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
  name: 'affiliations.decline-request',
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
  name: 'affiliations.withdraw-request',
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
