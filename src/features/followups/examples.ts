import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { actingAs, type Context } from '../../db/context.ts'
import type { Reader } from '../../db/reader.ts'
import type { Tx } from '../../db/writer.ts'
import { type Actor, system } from '../../kernel/actor.ts'
import { addDays, type Day, dayOf, resolveDay } from '../../kernel/days.ts'
import type { FollowUpKind } from '../../web/duties.ts'
import type { Examples, Rows, Stage } from '../../web/examples.ts'
import { doneElsewhere, handOver, noteCall, snooze } from './actions/deeds.ts'
import { chase } from './actions/digest.ts'
import { type Owing, owe } from './actions/owe.ts'
import * as policy from './policy.ts'
import { owedByPerson } from './queries/bearers.ts'
import { byId } from './queries/lists.ts'
import { addWorkingDays } from './rules/working-days.ts'
import { type Party, person, team } from './schema.ts'
import { followUp } from './tables.ts'

/** What the examples owe each other. */
export const exampleKind: FollowUpKind = {
  key: 'followups.example',
  label: (language) => (language === 'fr' ? 'Répondre à une question' : 'Answer a question'),
  escalatesAfter: 7,
}

/** An answer that the example owes to the team, late since yesterday, unless it says otherwise. */
export async function oweExample(tx: Tx, debtor: Party, change: Partial<Owing> = {}): Promise<string> {
  const now = change.now ?? new Date()
  const made = await owe(tx, {
    kind: exampleKind,
    about: { table: followUp, id: 'a-record' },
    debtor,
    creditor: team,
    title: { fr: 'Dire si vous venez', en: 'Say whether you will come' },
    href: '/account',
    dueOn: addDays(dayOf(now), -1),
    deed: 'followups.example',
    by: system,
    now,
    ...change,
  })
  if (!made) throw new Error('it was owed already')
  return made
}

/** A person of the cast owes the team an answer. */
export async function prepare({ tx, read, person: personNamed, context }: Stage): Promise<Rows> {
  const { now } = context(system)
  const debtor = person((await personNamed('person')).id)
  const id = await oweExample(tx, debtor, { now, dueOn: addWorkingDays(dayOf(now), 2) })
  return { followUp: await byId(read, system, id) }
}

const path =
  (rest: string) =>
  ({ followUp: row }: Rows) =>
    `/followups/${row.id}${rest}`
export const examplePaths: NonNullable<Examples['examplePaths']> = {
  '/followups/:id': path(''),
  '/followups/:id/later': path('/later'),
}
/** A snooze link opens with the key of a digest only. */
export const whenConfigured = ['/followups/:id/later'] as const
const one = ({ followUp: row }: Rows) => row
const anything = () => ({})
/** The rule of each action is asked about an answer that `person` owes the team. */
export const doors: NonNullable<Examples['doors']> = {
  'followups.snooze': one,
  'followups.wake': one,
  'followups.hand-over': one,
  'followups.take-back': one,
  'followups.done-elsewhere': one,
  'followups.cancel': one,
  'followups.note-call': one,
  'followups.chase': anything,
  'followups.release': anything,
  'followups.tidy-digests': anything,
  'followups.snooze-by-mail': one,
  'followups.watch-invitations': anything,
}

const deeds = { 'hand-over': handOver, call: noteCall, done: doneElsewhere, snooze } as const
type Played = {
  readonly deeds: readonly {
    readonly on: string
    readonly by: string
    readonly deed: keyof typeof deeds
    readonly about: string
    readonly to?: string
    readonly until?: string
    readonly [said: string]: unknown
  }[]
}
type Cast = {
  readonly actorOf: (person: string) => Promise<Actor>
  /** The cluster's days on which reminders went out. */
  readonly chasedOn: readonly Day[]
}
/** The past of the demo's follow-ups: reminders that went out, what was handed over, snoozed, done elsewhere, called about. */
export async function playFollowUps(
  context: Context,
  read: Reader,
  { actorOf, chasedOn }: Cast,
  file = 'demo/followups.yaml',
) {
  const today = dayOf(context.now)
  const at = (day: Day, actor: Actor) => actingAs(context, { actor, now: new Date(`${day}T12:00:00Z`) })
  for (const day of chasedOn) {
    const then = at(day, system)
    const { owed } = await owedByPerson(read, system, then.now)
    for (const [userId, ids] of owed) await chase(then, { userId, ids })
  }
  const { deeds: played } = parse(readFileSync(file, 'utf8')) as Played
  for (const { on, by, deed, about, to, until, ...said } of played) {
    const actor = await actorOf(by)
    const rows = await read.rows(policy.openOnly(policy.visibleTo(actor)))
    const row = rows.find(({ title }) => title.fr.includes(about))
    if (!row) throw new Error(`${file}: nothing open is about ${about}`)
    await deeds[deed](at(resolveDay(on, today), actor), {
      id: row.id,
      ...said,
      ...(to && { to: (await actorOf(to)).id }),
      ...(until && { until: resolveDay(until, today) }),
    })
  }
}
