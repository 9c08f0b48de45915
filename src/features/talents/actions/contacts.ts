import { eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import type { Scope } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { type Actor, belongsTo } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { NotFound, Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { everyWhole } from '../queries/whole.ts'
import { calledTo } from '../rules/calling.ts'
import { answerContactInput, codeInput, contactInput, idInput } from '../schema/input.ts'
import { contact, look } from '../tables/dealings.ts'
import { profile } from '../tables.ts'
import { text } from '../text/deeds.ts'
import { letter } from '../text/letters.ts'

const byCode = (tx: Tx, actor: Actor, { code }: { code: string }) =>
  tx.one(policy.visibleTo(actor), eq(profile.code, code))
const personOf = (tx: Tx, id: string) => tx.one(policy.namesOfProfiles(), eq(user.id, id))
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
  async run({ tx, actor, subject, input, now, language, mail, origin }) {
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
    const talent = await personOf(tx, subject.userId)
    if (talent)
      await mail({
        to: talent.email,
        accountId: talent.id,
        language: talent.language,
        ...letter(talent.language).asked(`${origin}/talents/mine/contacts`),
      })
    return row
  },
  refusals: { talent_contact_waiting: (language) => text(language)('waitingAlready') },
})

/** A request with the profile it is about: its owner alone may answer. */
async function withOwner(tx: Tx, scope: Scope<typeof contact>, id: string) {
  const row = await tx.lock(scope, eq(contact.id, id))
  const owner = row ? await tx.one(policy.everyProfile(), eq(profile.id, row.profileId)) : null
  return row && owner ? { ...row, userId: owner.userId } : null
}

export const answerContact = action({
  name: 'talents.answer-contact',
  about: contact,
  input: answerContactInput,
  load: (tx, actor, input) => withOwner(tx, policy.contactsTo(actor), input.id),
  allow: policy.answer,
  async run({ tx, subject, input, now, language, mail, origin }) {
    if (subject.state !== 'waiting') throw new Refused(text(language)('answeredAlready'))
    const row = await tx.update(contact, subject, {
      state: input.answer,
      reveals: input.answer === 'accepted' && input.reveals,
      answer: input.words,
      answeredAt: now,
    })
    const reader = await personOf(tx, subject.fromId)
    if (reader)
      await mail({
        to: reader.email,
        accountId: reader.id,
        language: reader.language,
        ...letter(reader.language).answered(`${origin}/talents/contacts`),
      })
    return row
  },
})

export const withdrawContact = action({
  name: 'talents.withdraw-contact',
  about: contact,
  input: idInput,
  load: (tx, actor, input) => tx.lock(policy.contactsFrom(actor), eq(contact.id, input.id)),
  allow: policy.withdraw,
  async run({ tx, subject, now, language }) {
    if (subject.state !== 'waiting') throw new Refused(text(language)('answeredAlready'))
    return tx.update(contact, subject, { state: 'withdrawn', answeredAt: now })
  },
})
