import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import { formatDay } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { user } from '../../accounts/tables.ts'
import { personMail } from '../../organisations/actions/letters.ts'
import { loadOrganisation } from '../../organisations/actions/organisation.ts'
import * as policy from '../policy.ts'
import { isCurrent } from '../rules/affiliation.ts'
import { affiliationInput, endInput, personInput } from '../schema.ts'
import { affiliation } from '../tables.ts'
import { text as mails } from '../text/mails.ts'
import { text } from '../text/refusals.ts'
import { affiliate, mine, organisationOf, refusals } from './record.ts'

/** A representative or the team adds somebody who has an account. */
export const addPerson = action({
  name: 'affiliations.add-person',
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
  if (row.role !== 'representative' || policy.leaveWithoutRepresentative(actor) || !isCurrent(row, today)) return
  const others = await tx.count(
    policy.representativesOf(row.organisationId, today),
    and(ne(affiliation.id, row.id), or(isNull(affiliation.endsOn), sql`${affiliation.endsOn} > ${today}`)),
  )
  if (others === 0) throw new Refused(text(language)('lastRepresentative'))
}

/** Another role from today on; the one before stays in the record with its days. */
export const changeRole = action({
  name: 'affiliations.change-role',
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
  name: 'affiliations.end',
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
