import { cefrLevels } from '../schema/vocabulary.ts'
import type { Face } from '../tables/face.ts'
import { cutFor, isSeen, readerRanks, type Shown, titlesOf } from './cut.ts'
import { reachOf } from './places.ts'
import type { Whole } from './whole.ts'

/** What lists, search and facets know of a profile for the readers of some ranks. */
export type CardContent = {
  readonly face: Face
  readonly title: string
  readonly detail: string
  readonly body: string
  readonly skills: readonly string[]
  readonly facets: readonly string[]
  readonly spoken: readonly string[]
  readonly availableOn: string | null
}
export type Card = CardContent & { readonly fromRank: number; readonly toRank: number }

/** A level holds those below it: ['en:A1', 'en:A2', 'en:B1'] for B1. */
const spoken = ({ code, level }: Shown['languages'][number]): string[] =>
  code && level ? cefrLevels.slice(0, cefrLevels.indexOf(level) + 1).map((one) => `${code}:${one}`) : []

const some = (texts: readonly (string | undefined)[]) => texts.filter(Boolean).join(' ')
const known = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]

const titleFor = ({ name, headline, occupations }: Shown) =>
  some([name ?? '', headline, ...occupations.flatMap((one) => [one.masculine, one.feminine, one.english])])
const detailFor = ({ city, skills, mobility }: Shown) =>
  some([city, ...mobility.towns, ...skills.flatMap(({ name, label }) => [name, label.fr, label.en])])
const bodyFor = ({ summary, experiences, education, achievements }: Shown) =>
  some([
    summary,
    ...experiences.flatMap((one) => [
      one.title,
      one.organisationName,
      one.location,
      one.description,
      ...one.highlights,
    ]),
    ...education.flatMap((one) => [one.area, one.diploma, one.institution, one.description, ...one.courses]),
    ...achievements.flatMap((one) => [one.title, one.issuer, one.summary, ...one.keywords]),
  ])

const faceOf = (shown: Shown): Face => ({
  name: shown.name,
  headline: shown.headline,
  writtenIn: shown.writtenIn,
  city: shown.city,
  department: shown.department,
  occupations: shown.occupations.map((one) => ({ slug: one.slug, ...titlesOf(one, shown.titleForm) })),
  skills: shown.skills.flatMap(({ skillId, level }) => (skillId ? [{ id: skillId, level }] : [])),
  availableOn: shown.availableOn,
  workKinds: shown.workKinds,
  photoHash: shown.photoHash,
})

const facetsOf = ({ occupations, department, mobility, languages, workKinds }: Shown): readonly string[] => {
  const facets = {
    occupation: occupations.map(({ slug }) => slug),
    sector: occupations.flatMap(({ sectors }) => sectors),
    place: reachOf(department, mobility),
    language: languages.map(({ code }) => code).filter(Boolean),
    kind: workKinds,
    remote: mobility.remote ? ['yes'] : [],
  }
  return Object.entries(facets).flatMap(([name, values]) =>
    [...new Set(values)].sort().map((value) => `${name}:${value}`),
  )
}

/** A shown profile as a card: nothing but what `shown` holds gets in. */
export const cardOf = (shown: Shown): CardContent => ({
  face: faceOf(shown),
  title: titleFor(shown),
  detail: detailFor(shown),
  body: bodyFor(shown),
  skills: known(shown.skills.map(({ skillId }) => skillId)),
  facets: facetsOf(shown),
  spoken: [...new Set(shown.languages.flatMap(spoken))],
  availableOn: shown.availableOn,
})

/** The cards of a profile: none while it sleeps, and one for all the ranks that see the same. */
export function cardsOf(whole: Whole): readonly Card[] {
  if (whole.state !== 'awake') return []
  const cards: Card[] = []
  for (const rank of readerRanks.filter((one) => isSeen(whole, one))) {
    const content = cardOf(cutFor(whole, rank, false))
    const last = cards.at(-1)
    const { fromRank: _f, toRank: _t, ...lastContent } = last ?? {}
    if (last && JSON.stringify(lastContent) === JSON.stringify(content))
      cards[cards.length - 1] = { ...last, toRank: rank }
    else cards.push({ ...content, fromRank: rank, toRank: rank })
  }
  return cards
}
