import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { actingAs, type Context } from '../../db/context.ts'
import { type Actor, type AffiliationRole, affiliationRoles, system } from '../../kernel/actor.ts'
import { type Day, dayOf, resolveDay } from '../../kernel/days.ts'
import type { Examples, Rows, Stage } from '../../web/examples.ts'
import { example } from '../organisations/examples.ts'
import { addPerson } from './actions/affiliations.ts'
import { acceptRequest, declineRequest, join, withdrawRequest } from './actions/requests.ts'

type Person = { readonly email: string }
/** Those of the cast who belong to an organisation become its people, each in the role of their name. */
export async function bringIn(context: Context, id: string, people: (name: AffiliationRole) => Promise<Person>) {
  for (const role of affiliationRoles) {
    const { email } = await people(role)
    await addPerson(actingAs(context, { actor: system }), { id, email, role, startsOn: '2006-03-01' })
  }
}
/** The example company, with those of the cast who belong to one. */
export async function exampleCast(context: Context, people: (name: AffiliationRole) => Promise<Person>) {
  const company = await example(context, 'company')
  await bringIn(context, company.id, people)
  return company
}

type Cast = {
  readonly people: readonly {
    readonly id: string
    readonly email: string
    readonly affiliations?: readonly { organisation: string; role: string; from: string; to?: string }[]
  }[]
  readonly joinRequests?: readonly {
    readonly person: string
    readonly organisation: string
    readonly role: string
    readonly message: string
    readonly at: string
    readonly answer?: { readonly deed: keyof typeof answers; readonly by: string; readonly at: string }
  }[]
}
const answers = { accept: acceptRequest, decline: declineRequest, withdraw: withdrawRequest } as const
/** Who works where, and who waits to be let in: after accounts has made the people. `actorOf` gives the actor of a person. */
export async function loadAffiliations(
  context: Context,
  organisations: ReadonlyMap<string, string>,
  actorOf: (person: string) => Promise<Actor>,
  file = 'demo/people.yaml',
): Promise<void> {
  const { people, joinRequests = [] } = parse(readFileSync(file, 'utf8')) as Cast
  const today = dayOf(context.now)
  const idOf = (slug: string) => {
    const id = organisations.get(slug)
    if (!id) throw new Error(`${file}: there is no organisation ${slug}`)
    return id
  }
  for (const { email, affiliations = [] } of people)
    for (const { organisation, role, from, to } of affiliations) {
      const startsOn = resolveDay(from, today)
      await addPerson(actingAs(context, { actor: system, now: noon(startsOn) }), {
        id: idOf(organisation),
        email,
        role,
        startsOn,
        endsOn: to && resolveDay(to, today),
      })
    }
  const on = async (by: string, day: string) =>
    actingAs(context, { actor: await actorOf(by), now: noon(resolveDay(day, today)) })
  for (const { person, organisation, role, message, at, answer } of joinRequests) {
    const { id } = await join(await on(person, at), { id: idOf(organisation), role, message })
    if (answer) await answers[answer.deed](await on(answer.by, answer.at), { id })
  }
}

const noon = (day: Day) => new Date(`${day}T12:00:00Z`)

/** The cast comes into the company of the organisations' examples, with a colleague and somebody who asks. */
export async function prepare({ context, person, actor, rows }: Stage) {
  const { id } = rows.company
  await bringIn(context(system), id, person)
  const { email } = await person('reviewer')
  return {
    colleague: await addPerson(context(system), { id, email, role: 'employee' }),
    request: await join(context(await actor('person')), { id, message: 'Je commence lundi.' }),
  }
}

/** An address for each page with parameters. */
export const examplePaths: NonNullable<Examples['examplePaths']> = {
  '/organisations/:slug/people': ({ company }) => `/organisations/${company.slug}/people`,
  '/organisations/:slug/join': ({ company }) => `/organisations/${company.slug}/join`,
  '/organisations/people/:id': ({ colleague }) => `/organisations/people/${colleague.id}`,
  '/organisations/people/:id/end': ({ colleague }) => `/organisations/people/${colleague.id}/end`,
  '/api/v1/organisations/:id/people': ({ company }) => `/api/v1/organisations/${company.id}/people`,
  '/api/v1/organisations/:id/join-requests': ({ company }) => `/api/v1/organisations/${company.id}/join-requests`,
}

/** For each door, the subject that its rule is asked about: the company, or something of a colleague there. */
export const doors: Readonly<Record<string, (rows: Rows) => object>> = {
  'affiliations.join': ({ company }) => company,
  'affiliations.accept-request': ({ request }) => request,
  'affiliations.decline-request': ({ request }) => request,
  'affiliations.withdraw-request': ({ request }) => request,
  'affiliations.add-person': ({ company }) => company,
  'affiliations.change-role': ({ colleague }) => colleague,
  'affiliations.end': ({ colleague }) => colleague,
  'affiliations.follow-merge': ({ other }) => other,
}
