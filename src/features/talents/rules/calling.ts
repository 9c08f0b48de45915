import type { Language } from '../../../kernel/language.ts'
import type { Face } from '../tables/face.ts'
import { text } from '../text/calling.ts'
import { cutFor, type Rank, type Shown, titlesOf } from './cut.ts'
import type { Whole } from './whole.ts'

type Called = Pick<Face, 'name' | 'city'> & { readonly titles: { readonly fr: string; readonly en: string } | null }
/** « Animatrice 3D, Annecy »: what an anonymous talent is called; the name where there is one. */
function call({ name, city, titles }: Called, language: Language): string {
  if (name !== null) return name
  const title = titles?.[language] || text(language)('talent')
  return city ? `${title}, ${city}` : title
}
export const calledOn = (face: Face, language: Language) =>
  call({ ...face, titles: face.occupations[0] ?? null }, language)
export const calledIn = (shown: Shown, language: Language) => {
  const [first] = shown.occupations
  return call({ ...shown, titles: first ? titlesOf(first, shown.titleForm) : null }, language)
}
export const calledTo = (whole: Whole, rank: Rank, reveals: boolean, language: Language) =>
  calledIn(cutFor(whole, rank, reveals), language)
