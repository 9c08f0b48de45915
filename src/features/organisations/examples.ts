import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { actingAs, type Context } from '../../db/context.ts'
import { system } from '../../kernel/actor.ts'
import { addDays, type Day, dayOf } from '../../kernel/days.ts'
import type { Examples, Rows, Stage } from '../../web/examples.ts'
import { setLogo } from './actions/logo.ts'
import { archive, create, propose, setHeadCounts } from './actions/organisation.ts'
import { saveSector } from './actions/sectors.ts'
import type { Kind, OrganisationInput } from './schema/input.ts'

type Input = Partial<Omit<OrganisationInput, 'visibility'>> & { readonly legalName: string }
/** What an organisation of a test is unless it says otherwise. */
export const anOrganisation = (input: Input): Record<string, unknown> => ({
  kind: 'company',
  sectors: ['animation'],
  summary: { fr: `${input.legalName} fabrique des images.`, en: `${input.legalName} makes pictures.` },
  establishments: [{ city: 'Lyon', postcode: '69001', latitude: 45.767, longitude: 4.834, isHeadquarters: true }],
  anyway: true,
  ...input,
})

/** One of each kind. */
export const examples: Readonly<Record<Kind, Input>> = {
  company: { legalName: 'Studio Bleu SARL', displayName: 'Studio Bleu', siren: '732829320' },
  school: { legalName: 'École des Images', sectors: ['cinema'] },
  laboratory: { legalName: 'Laboratoire Lumière et Calcul', sectors: ['multimedia'] },
  'public-body': { legalName: 'Ville de Montagne', sectors: [] },
  funder: { legalName: 'Fonds pour l’image', sectors: [] },
  cluster: { legalName: 'Pôle du Nord', sectors: ['video-games'] },
  'site-operator': { legalName: 'La Manufacture des plateaux', sectors: ['audiovisual'] },
}
export const example = (context: Context, kind: Kind) =>
  create(actingAs(context, { actor: system }), anOrganisation({ kind, ...examples[kind] }))

type Described = {
  readonly slug: string
  readonly name: { readonly legal: string; readonly display: string }
  readonly founded?: number
  readonly establishments?: readonly {
    name?: string
    siret?: string
    address?: string
    postcode?: string
    city: string
    country?: string
    lat?: number
    lon?: number
    headquarters?: boolean
  }[]
  readonly headCounts?: Readonly<Record<string, number>>
  readonly hidden?: Readonly<Record<string, string>>
  readonly present: boolean
} & Record<string, unknown>

const countsOf = ({ headCounts = {} }: Described) =>
  Object.entries(headCounts).map(([year, people]) => ({ year: Number(year), people }))
function inputOf(one: Described) {
  const { name, founded, establishments = [], headCounts: _counts, hidden, ...rest } = one
  const { slug: _, member: _member, present: _present, ...described } = rest as Record<string, unknown>
  return {
    ...described,
    legalName: name.legal,
    displayName: name.display,
    foundedYear: founded,
    visibility: hidden,
    establishments: establishments.map(({ lat, lon, headquarters, ...place }) => ({
      ...place,
      latitude: lat,
      longitude: lon,
      isHeadquarters: headquarters === true,
    })),
    anyway: true,
  }
}
const yaml = (path: string): unknown => parse(readFileSync(path, 'utf8'))
const noon = (day: Day) => new Date(`${day}T12:00:00Z`)

/** The directory grew from the cluster's first days on; what was founded later came in when it was founded. */
function entryDay({ founded = 2006 }: Described, place: number, today: Day): Day {
  const wished = addDays(founded <= 2006 ? '2006-03-01' : `${founded}-02-01`, place * 3)
  return wished < today ? wished : addDays(today, -1)
}

/** Each January brings the figure of the year before: the first years at once, the last ones when they came. */
async function loadHeadCounts(context: Context, id: string, counts: { year: number; people: number }[]) {
  const last = counts.at(-1)
  if (!last) return
  const january = noon(`${last.year + 1}-01-16`)
  await setHeadCounts(actingAs(context, { now: january < context.now ? january : context.now }), {
    id,
    headCounts: counts,
  })
}

/** The demo's organisations. Answers the id of each by the name that the demo's files call it. */
export async function loadOrganisations(
  context: Context,
  folder = 'demo/organisations',
): Promise<ReadonlyMap<string, string>> {
  const today = dayOf(context.now)
  const described = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => yaml(join(folder, name)) as Described[])
    .map((one, place) => ({ one, day: entryDay(one, place, today) }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  const ids = new Map<string, string>()
  for (const { one, day } of described) {
    const then = actingAs(context, { actor: system, now: noon(day), language: 'fr' })
    const row = await create(then, inputOf(one))
    ids.set(one.slug, row.id)
    await loadHeadCounts(actingAs(then, { now: context.now }), row.id, countsOf(one))
    if (!one.present) await archive(then, { id: row.id, reason: 'L’organisation a cessé son activité.' })
  }
  return ids
}

/** What the addresses and subjects below speak of: a company, into which affiliations bring the cast, and one thing of each other kind. */
export async function prepare({ context, actor }: Stage) {
  const bySystem = context(system)
  const company = await example(bySystem, 'company')
  const other = await example(bySystem, 'school')
  await setLogo(bySystem, { id: company.id, file: new File([readFileSync('src/ui/card.png')], 'logo.png') })
  return {
    company,
    other,
    proposal: await propose(context(await actor('person')), anOrganisation({ legalName: 'Atelier proposé' })),
    sector: await saveSector(bySystem, { label: { fr: 'Réalité virtuelle', en: 'Virtual reality' }, colour: 'green' }),
  }
}

const ofCompany = (rest: string) => [
  `/organisations/:slug${rest}`,
  ({ company }: Rows) => `/organisations/${company.slug}${rest}`,
]
const onCompany = (rest: string) => [
  `/api/v1/organisations/:id${rest}`,
  ({ company }: Rows) => `/api/v1/organisations/${company.id}${rest}`,
]
/** An address for each page with parameters. */
export const examplePaths: NonNullable<Examples['examplePaths']> = {
  ...Object.fromEntries(['', '/card.vcf', '/logo', '/edit', '/logo/edit', '/archive', '/merge'].map(ofCompany)),
  '/organisations/:slug/merge/:id': ({ company, other }) => `/organisations/${company.slug}/merge/${other.id}`,
  '/organisations/:slug/refuse': ({ proposal }) => `/organisations/${proposal.slug}/refuse`,
  '/organisations/sectors/:id': ({ sector }) => `/organisations/sectors/${sector.id}`,
  ...Object.fromEntries(['', '/history'].map(onCompany)),
  '/api/v1/organisation-duplicates': '/api/v1/organisation-duplicates?name=Studio+Bleu',
}

/** For each door, the subject that its rule is asked about: an example company, or something of a colleague there. */
export const doors: Readonly<Record<string, (rows: Rows) => object>> = {
  'organisations.create': () => ({}),
  'organisations.propose': () => ({}),
  'organisations.publish': ({ proposal }) => proposal,
  'organisations.refuse': ({ proposal }) => proposal,
  'organisations.edit': ({ company }) => company,
  'organisations.set-head-counts': ({ company }) => company,
  'organisations.set-logo': ({ company }) => company,
  'organisations.remove-logo': ({ company }) => company,
  'organisations.archive': ({ company }) => company,
  'organisations.restore': ({ company }) => company,
  'organisations.merge': ({ company }) => company,
  'organisations.save-sector': () => ({}),
  'organisations.retire-sector': () => ({}),
  'organisations.revive-sector': () => ({}),
}
