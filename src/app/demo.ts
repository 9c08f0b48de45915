import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { actingAs, type Context } from '../db/context.ts'
import { type Reader, reader } from '../db/reader.ts'
import { inviteFirstAdministrator } from '../features/accounts/actions/invitations.ts'
import { demoPassword, loadPeople } from '../features/accounts/examples.ts'
import { personByEmail, roleCounts } from '../features/accounts/queries/people.ts'
import { loadAffiliations } from '../features/affiliations/examples.ts'
import { loadCourses } from '../features/courses/examples.ts'
import { playFollowUps } from '../features/followups/examples.ts'
import { addWorkingDays } from '../features/followups/rules/working-days.ts'
import { loadMessages } from '../features/messages/examples/demo.ts'
import { remindReviews } from '../features/occupations/actions/reviews.ts'
import { review } from '../features/occupations/actions/sheets.ts'
import { loadOrganisations } from '../features/organisations/examples.ts'
import { loadSiteTexts } from '../features/portal/examples.ts'
import { loadOccupations } from '../features/repertories/examples/demo.ts'
import { loadTalentDealings, loadTalents } from '../features/talents/examples.ts'
import { type Actor, type Role, system } from '../kernel/actor.ts'
import { type Day, dayOf } from '../kernel/days.ts'
import { actorFor } from './actor.ts'
import type { Progress } from './command.ts'
import type { Runtime } from './runtime.ts'

export type DemoAccount = {
  readonly role: string
  readonly name: string
  readonly email: string
  readonly password: string
}
const file = 'demo/people.yaml'
type Person = {
  readonly name: string
  readonly email: string
  readonly role: Role
  /** What they are called when their role says too little. */
  readonly as?: string
  readonly affiliations: readonly { readonly role: string; readonly to?: string }[]
}

/** Loads the demo cluster through the same actions as anything else. */
export async function loadDemo({ context: contextOf, db }: Runtime, progress: Progress): Promise<void> {
  const context = contextOf()
  const read = reader(db)
  // Neither needs the other, and hashing passwords is no work for the database.
  const [people, organisations] = await Promise.all([loadPeople(context, file), loadOrganisations(context)])
  progress.add(people.size + organisations.size)
  const actorOf = async (id: string) => {
    const account = await personByEmail(read, system, people.get(id)?.email ?? '')
    if (!account) throw new Error(`${file}: there is no person ${id}`)
    return actorFor(read, account, context.now)
  }
  await loadAffiliations(context, organisations, actorOf, file)
  const owner = people.get('camille-fontaine')?.email ?? ''
  const { occupations } = await loadOccupations(context, { folder: 'demo', owner })
  progress.add(occupations.created)
  progress.add(await loadCourses(context, organisations))
  progress.add(await loadMessages(context, people))
  progress.add(await loadTalents(context, read, { people, organisations }))
  await loadTalentDealings(context, read, { people, actorOf })
  progress.add(await loadSiteTexts(context))
  await playReminders(context, read, actorOf)
}

type ActorOf = (person: string) => Promise<Actor>
/** The three weeks before today: sheets fell due, reminders went out, some people did what they owed. */
async function playReminders(context: Context, read: Reader, actorOf: ActorOf): Promise<void> {
  const today = dayOf(context.now)
  const ago = (days: number) => addWorkingDays(today, -days)
  const at = (day: Day) => actingAs(context, { now: new Date(`${day}T12:00:00Z`) })
  await remindReviews(at(ago(11)), {})
  await playFollowUps(context, read, { actorOf, chasedOn: [ago(8)] })
  for (const slug of ['charge-de-production-animation', 'testeur-de-jeux-video'])
    await review(actingAs(at(ago(7)), { actor: await actorOf('camille-fontaine') }), { slug })
  await remindReviews(context, {})
}

/** « representative »: their place today in an organisation, unless the account itself has a role. */
function roleWord({ as, role, affiliations }: Person): string {
  if (as) return as
  return role === 'person' ? (affiliations.find(({ to }) => !to)?.role ?? role) : role
}

/** The demo's accounts that exist in this database, one for each role first. */
export async function demoAccounts({ db }: Pick<Runtime, 'db'>): Promise<readonly DemoAccount[]> {
  if (!existsSync(file)) return []
  const read = reader(db)
  const { people } = parse(readFileSync(file, 'utf8')) as { people: Person[] }
  const there: DemoAccount[] = []
  for (const person of people)
    if (await personByEmail(read, system, person.email))
      there.push({ role: roleWord(person), name: person.name, email: person.email, password: demoPassword })
  const first = there.filter((one, place) => there.findIndex(({ role }) => role === one.role) === place)
  return [...first, ...there.filter((one) => !first.includes(one))]
}

/** A link by which one person becomes the first administrator; null when there is one. */
export async function firstAdministratorLink({ context, db }: Pick<Runtime, 'context' | 'db'>): Promise<string | null> {
  const counts = await roleCounts(reader(db), system)
  if (counts.get('administrator')) return null
  return (await inviteFirstAdministrator(context({ language: 'en' }), {})).link
}
