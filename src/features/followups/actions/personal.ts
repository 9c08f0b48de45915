import { eq, or } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { PersonalData } from '../../../web/personal.ts'
import * as policy from '../policy.ts'
import { namesFor } from '../queries/names.ts'
import { followUp, followUpEvent } from '../tables.ts'
import { text } from '../text/pages.ts'

/** What stands where words about somebody stood. */
const forgotten = {
  fr: 'Demande d’une personne dont le compte a été supprimé',
  en: 'Follow-up of a person whose account was deleted',
}

const rowsOf = (read: Reader, { id }: Actor) =>
  read.rows(policy.ofPerson(id ?? ''), { orderBy: [followUp.openedAt, followUp.id] })

/** Nobody answers for whoever is gone, and nobody waits for them: what was open is over. Counts stay, words go. */
async function forget(tx: Tx, id: string, now: Date) {
  const isParty = or(eq(followUp.debtorPersonId, id), eq(followUp.creditorPersonId, id))
  const rows = await tx.rows(policy.ofPerson(id), { where: isParty, orderBy: [followUp.id] })
  const open = rows.filter(({ state }) => state === 'open').map((row) => row.id)
  await tx.updateAll(policy.namedIn(open), undefined, { state: 'cancelled', closedAt: now, snoozedUntil: null })
  await tx.insertAll(
    followUpEvent,
    open.map((followUpId) => ({ followUpId, kind: 'erased' as const, at: now })),
  )
  const ids = rows.map((row) => row.id)
  await tx.updateAll(policy.namedIn(ids), undefined, { title: forgotten, aboutId: '', href: '/followups' })
  await tx.updateAll(policy.eventsOf(policy.namedIn(ids)), undefined, { note: '' })
}

/** What follow-ups know about a person. */
export const followUpData: PersonalData = {
  key: 'followups',
  data: async (read, person) => {
    const rows = await rowsOf(read, person)
    const { organisations } = await namesFor(read, rows)
    return {
      followUps: rows.map((row) => ({
        kind: row.kind,
        title: row.title,
        owedByMe: row.debtorPersonId === person.id || row.bearerId === person.id,
        owedToMe: row.creditorPersonId === person.id,
        organisation: organisations.get(row.debtorOrganisationId ?? row.creditorOrganisationId ?? '')?.name ?? null,
        openedAt: row.openedAt,
        dueOn: row.dueOn,
        state: row.state,
        snoozedUntil: row.snoozedUntil,
        closedAt: row.closedAt,
      })),
      written: (
        await read.rows(policy.wordsOf(person.id ?? ''), { orderBy: [followUpEvent.at, followUpEvent.id] })
      ).map(({ kind, at, note, outcome, untilOn }) => ({ kind, at, note, outcome, untilOn })),
      digests: (await read.rows(policy.digestsTo(person.id ?? ''))).map(({ sentAt, followUpIds }) => ({
        sentAt,
        named: followUpIds.length,
      })),
    }
  },
  consequences: async (read, person, language) => {
    const isParty = (row: typeof followUp.$inferSelect) =>
      [row.debtorPersonId, row.creditorPersonId].includes(person.id)
    const open = (await rowsOf(read, person)).filter((row) => row.state === 'open' && isParty(row))
    return open.length ? [text(language)('goesFollowUps', { count: open.length })] : []
  },
  erase: async (tx, { id }, now) => {
    await forget(tx, id, now)
    // What was handed over to them waits again for those from whom it came.
    await tx.updateAll(policy.ofPerson(id), eq(followUp.bearerId, id), { bearerId: null })
    await tx.updateAll(policy.wordsOf(id), undefined, { note: '', byId: null })
    await tx.removeAll(policy.digestsTo(id))
  },
}
