import { system } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/days.ts'
import type { FollowUpKind } from '../../web/duties.ts'
import type { Examples, Rows, Stage } from '../../web/examples.ts'
import { owe } from './actions/owe.ts'
import { byId } from './queries/lists.ts'
import { addWorkingDays } from './rules/working-days.ts'
import { person, team } from './schema.ts'
import { followUp } from './tables.ts'

/** What the examples owe each other. */
export const exampleKind: FollowUpKind = {
  key: 'followups.example',
  label: (language) => (language === 'fr' ? 'Répondre à une question' : 'Answer a question'),
  escalatesAfter: 7,
}

/** A person of the cast owes the team an answer. */
export async function prepare({ tx, read, person: personNamed, context }: Stage): Promise<Rows> {
  const { id } = await personNamed('person')
  const { now } = context(system)
  const made = await owe(tx, {
    kind: exampleKind,
    about: { table: followUp, id: 'example' },
    debtor: person(id),
    creditor: team,
    title: { fr: 'Dire si vous venez', en: 'Say whether you will come' },
    href: '/account',
    dueOn: addWorkingDays(dayOf(now), 2),
    deed: 'followups.example',
    by: system,
    now,
  })
  return { followUp: made && (await byId(read, system, made)) }
}

const path =
  (rest: string) =>
  ({ followUp: row }: Rows) =>
    `/followups/${row.id}${rest}`
export const examplePaths: NonNullable<Examples['examplePaths']> = {
  '/followups/:id': path(''),
  // Without the key of a digest it is nobody's.
  '/followups/:id/later': path('/later'),
}
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
  'followups.choose-rhythm': anything,
  'followups.chase': anything,
  'followups.release': anything,
  'followups.tidy-digests': anything,
  'followups.snooze-by-mail': one,
  'followups.watch-invitations': anything,
}
