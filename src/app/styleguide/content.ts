import { parse } from 'yaml'
import occupationsOfAnimation from '../../../demo/occupations/animation.yaml?raw'
import occupationsOfGames from '../../../demo/occupations/video-games.yaml?raw'
import organisationsOfAnimation from '../../../demo/organisations/animation.yaml?raw'
import organisationsOfGames from '../../../demo/organisations/games.yaml?raw'
import castOfTheDemo from '../../../demo/people.yaml?raw'
import type { Language } from '../../kernel/language.ts'
import type { Localised } from '../../kernel/localised.ts'
import type { Sector } from '../../ui/tint.ts'

type Place = { city: string; postcode?: string; address?: string; lat?: number; lon?: number }
export type Organisation = {
  readonly slug: string
  readonly name: { readonly legal: string; readonly display: string }
  readonly sectors: readonly string[]
  readonly founded?: number
  readonly website?: string
  readonly summary: Localised
  readonly description: Localised
  readonly establishments: readonly Place[]
  readonly headCounts: Readonly<Record<string, number>>
}
export type Occupation = {
  readonly slug: string
  readonly title: { readonly fr: { readonly masculine: string; readonly feminine: string }; readonly en: string }
  readonly sectors: readonly string[]
  readonly rome: readonly string[]
  readonly summary: Localised
  readonly missions: Readonly<Record<Language, readonly string[]>>
  readonly conditions: Localised
  readonly prospects: Localised
}
type Person = { readonly id: string; readonly name: string; readonly email: string; readonly headline: Localised }

export type Content = {
  readonly organisations: readonly Organisation[]
  readonly occupations: readonly Occupation[]
  readonly people: readonly Person[]
}
const listIn = <Row>(file: string, key?: string): Row[] => {
  const found = parse(file) as Row[] | Record<string, Row[]>
  return Array.isArray(found) ? found : (found[key ?? ''] ?? [])
}
let read: Content | undefined

/** What the style guide shows: the demo's own files, so that real lengths of real words are tried. Read at the first visit. */
export function demoContent(): Content {
  read ??= {
    organisations: [...listIn<Organisation>(organisationsOfAnimation), ...listIn<Organisation>(organisationsOfGames)],
    occupations: [...listIn<Occupation>(occupationsOfAnimation), ...listIn<Occupation>(occupationsOfGames)],
    people: listIn<Person>(castOfTheDemo, 'people'),
  }
  return read
}

const sectors: Readonly<Record<string, { readonly label: Record<Language, string>; readonly colour: string }>> = {
  'video-games': { label: { fr: 'Jeux vidéo', en: 'Video games' }, colour: 'violet' },
  cinema: { label: { fr: 'Cinéma', en: 'Cinema' }, colour: 'carmine' },
  audiovisual: { label: { fr: 'Audiovisuel', en: 'Audiovisual' }, colour: 'teal' },
  animation: { label: { fr: 'Animation', en: 'Animation' }, colour: 'orange' },
  multimedia: { label: { fr: 'Multimédia', en: 'Multimedia' }, colour: 'blue' },
}
export const sectorsOf = (language: Language, keys: readonly string[] = Object.keys(sectors)): Sector[] =>
  keys.flatMap((key) => {
    const found = sectors[key]
    return found ? [{ key, label: found.label[language], colour: found.colour }] : []
  })
export const colourOf = ({ sectors: [first] }: { readonly sectors: readonly string[] }) =>
  sectors[first ?? '']?.colour ?? 'slate'

/** « Animateur 3D / Animatrice 3D » */
export const titleOf = ({ title }: Occupation, language: Language) =>
  language === 'fr' ? `${title.fr.masculine} / ${title.fr.feminine}` : title.en
export const headCountOf = ({ headCounts }: Organisation) => Object.values(headCounts).at(-1) ?? 0
