import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { actingAs, type Context } from '../../../db/context.ts'
import type { Reader } from '../../../db/reader.ts'
import { type Actor, system } from '../../../kernel/actor.ts'
import { addDays, type Day, dayOf, resolveDay } from '../../../kernel/days.ts'
import { plain } from '../../../kernel/slug.ts'
import { answerContact, askContact, leaveTrace } from '../actions/contacts.ts'
import { loadProfiles } from '../actions/profiles.ts'
import { saveSearch } from '../actions/searches.ts'
import { codesByEmail, namedBySlug } from '../queries/named.ts'

type Period = { readonly from?: string | number; readonly to?: string | number }
type Described = {
  /** Somebody of demo/people.yaml, or an account of their own: name, email, language. */
  readonly person?: string
  readonly name?: string
  readonly email?: string
  readonly language?: 'fr' | 'en'
  readonly headline?: string
  readonly summary?: string
  readonly city?: string
  readonly department?: string | number
  readonly country?: string
  readonly phone?: string
  readonly occupations?: { readonly held?: readonly string[]; readonly sought?: readonly string[] }
  /** Slug of a skill of demo/skills.yaml, or own words -> level 1 to 4. */
  readonly skills?: Readonly<Record<string, number | null>>
  readonly experiences?: readonly (Period & {
    readonly title: string
    /** Slug of an organisation of the demo, or a name. */
    readonly organisation?: string
    readonly kind?: string
    readonly location?: string
    readonly description?: string
    readonly highlights?: readonly string[]
    readonly url?: string
  })[]
  readonly education?: readonly (Period & {
    readonly area: string
    readonly diploma?: string
    readonly institution?: string
    readonly score?: string
    readonly description?: string
    readonly courses?: readonly string[]
  })[]
  readonly achievements?: readonly {
    readonly kind: string
    readonly title: string
    readonly issuer?: string
    readonly date?: string | number
    readonly summary?: string
    readonly url?: string
  }[]
  /** BCP 47 -> level: { fr: native, en: B2 }. */
  readonly languages?: Readonly<Record<string, string | null>>
  readonly links?: readonly { readonly kind?: string; readonly label?: string; readonly url: string }[]
  readonly mobility?: {
    readonly towns?: readonly string[]
    readonly departments?: readonly (string | number)[]
    readonly wholeRegion?: boolean
    readonly remote?: boolean
    readonly radiusKm?: number
  }
  /** A day, or a distance from today: "+30d". */
  readonly availableOn?: string
  readonly work?: readonly string[]
  readonly visibility?: string
  readonly anonymous?: boolean
  /** both, feminine, masculine: the form of occupations. */
  readonly called?: string
  readonly parts?: Readonly<Record<string, string>>
  readonly chosen?: readonly string[]
  readonly blocked?: readonly string[]
  /** The last sign of life: a day, or "-40d". */
  readonly consentedOn?: string
  readonly asleep?: boolean
}
export type Cast = ReadonlyMap<string, { readonly email: string }>
type Names = Awaited<ReturnType<typeof namedBySlug>>

const said = (value: string | number | undefined) => (value === undefined ? '' : String(value))
const number = (value: string | number) => String(value).padStart(2, '0')

function contentOf(one: Described, names: Names, ids: ReadonlyMap<string, string>, where: string, today: Day) {
  const idOf = (known: ReadonlyMap<string, string>, slug: string) => {
    const id = known.get(slug)
    if (!id) throw new Error(`${where}: there is no ${slug}`)
    return id
  }
  const { occupations = {}, mobility = {} } = one
  return {
    heading: {
      headline: one.headline,
      summary: one.summary,
      city: one.city,
      department: one.department === undefined ? '' : number(one.department),
      country: one.country,
      phone: one.phone,
      email: '',
    },
    occupations: {
      held: (occupations.held ?? []).map((slug) => idOf(names.occupations, slug)),
      sought: (occupations.sought ?? []).map((slug) => idOf(names.occupations, slug)),
    },
    skills: Object.entries(one.skills ?? {}).map(([skill, level]) => {
      const skillId = names.skills.get(skill) ?? null
      // A slug has no capital and no space: one that is not there is a mistake, not somebody's own words.
      if (!skillId && /^[a-z0-9-]+$/.test(skill)) throw new Error(`${where}: there is no skill ${skill}`)
      return { skillId, name: skillId ? '' : skill, level }
    }),
    experiences: (one.experiences ?? []).map(({ organisation = '', from, to, ...rest }) => ({
      ...rest,
      organisationId: ids.get(organisation) ?? null,
      organisationName: names.organisations.get(ids.get(organisation) ?? '') ?? organisation,
      startsOn: said(from),
      endsOn: said(to),
    })),
    education: (one.education ?? []).map(({ from, to, ...rest }) => ({
      ...rest,
      startsOn: said(from),
      endsOn: said(to),
    })),
    achievements: (one.achievements ?? []).map(({ date, ...rest }) => ({ ...rest, date: said(date) })),
    languages: Object.entries(one.languages ?? {}).map(([code, level]) => ({ code, level })),
    links: one.links ?? [],
    mobility: { ...mobility, departments: (mobility.departments ?? []).map(number) },
    wishes: { availableOn: one.availableOn && resolveDay(one.availableOn, today), workKinds: one.work },
  }
}

/** The demo's talents, all of them in one deed. Answers how many. */
export async function loadTalents(
  context: Context,
  read: Reader,
  { people, organisations }: { readonly people: Cast; readonly organisations: ReadonlyMap<string, string> },
  folder = 'demo/talents',
): Promise<number> {
  const today = dayOf(context.now)
  const described = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => (parse(readFileSync(join(folder, name), 'utf8')) as Described[]).map((one) => ({ name, one })))
  const names = await namedBySlug(read)
  const named = (slugs: readonly string[] = []) =>
    slugs.map((slug) => ({ id: organisations.get(slug) ?? null, name: slug }))
  const profiles = described.map(({ name: file, one }, place) => {
    const who = one.name ?? one.person ?? ''
    const email = one.person ? people.get(one.person)?.email : (one.email ?? addressOf(one.name ?? ''))
    if (!email) throw new Error(`${file}: there is no person ${who}`)
    return {
      email,
      name: one.name ?? '',
      language: one.language ?? 'fr',
      content: contentOf(one, names, organisations, `${file}, ${who}`, today),
      visibility: {
        visibility: one.visibility ?? 'members',
        anonymous: one.anonymous,
        titleForm: one.called ?? 'both',
        parts: one.parts,
        chosen: named(one.chosen),
        blocked: named(one.blocked),
      },
      asleep: one.asleep,
      consentedOn: resolveDay(one.consentedOn ?? addDays(today, -((place * 7) % 300)), today),
    }
  })
  await loadProfiles(actingAs(context, { actor: system, language: 'fr' }), { profiles })
  return profiles.length
}
const addressOf = (name: string) => `${plain(name).replace(/[^a-z0-9]+/g, '.')}@courriel.example`

type At = { readonly by: string; readonly to: string; readonly at: string }
type Dealings = {
  readonly looks: readonly At[]
  readonly contacts: readonly (At & {
    readonly message: string
    readonly answer?: {
      readonly at: string
      readonly state: string
      readonly reveals?: boolean
      readonly words?: string
    }
  })[]
  readonly searches: readonly {
    readonly by: string
    readonly name: string
    readonly asked: string
    readonly alert: boolean
  }[]
}
/** Who looked, who wrote, who searches: after the talents are there. `actorOf` gives the actor of a person of the demo. */
export async function loadTalentDealings(
  context: Context,
  read: Reader,
  { people, actorOf }: { readonly people: Cast; readonly actorOf: (person: string) => Promise<Actor> },
  file = 'demo/talent-dealings.yaml',
): Promise<void> {
  const { looks, contacts, searches } = parse(readFileSync(file, 'utf8')) as Dealings
  const today = dayOf(context.now)
  const codes = await codesByEmail(read)
  const codeOf = (to: string) => {
    const code = codes.get(people.get(to)?.email ?? to)
    if (!code) throw new Error(`${file}: ${to} has no profile`)
    return code
  }
  const as = async (person: string, day: string) =>
    actingAs(context, { actor: await actorOf(person), now: new Date(`${resolveDay(day, today)}T09:30:00Z`) })
  for (const { by, to, at } of looks) await leaveTrace(await as(by, at), { code: codeOf(to) })
  for (const { by, to, at, message, answer } of contacts) {
    const { id } = await askContact(await as(by, at), { code: codeOf(to), message })
    if (answer) {
      const { state, reveals, words } = answer
      await answerContact(await as(to, answer.at), { id, answer: state, reveals, words })
    }
  }
  for (const { by, ...search } of searches) await saveSearch(await as(by, '-20d'), search)
}
