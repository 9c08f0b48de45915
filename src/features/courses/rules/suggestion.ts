import { plain } from '../../../kernel/slug.ts'

/** Why a course may lead to an occupation. The strongest reasons come first. */
export type Reason =
  | { readonly kind: 'skills'; readonly names: readonly string[] }
  /** It leads to another occupation of the same ROME sheet (`code`), or of the same ROME field (`field`: 'L15'). */
  | { readonly kind: 'code' | 'field'; readonly code: string; readonly via: string }
  | { readonly kind: 'words'; readonly words: readonly string[] }

export type Target = {
  readonly id: string
  readonly romeCodes: readonly string[]
  /** Titles and other names, in French: a second language would say the same word twice. */
  readonly names: readonly string[]
  /** Skill -> its name; behaviours are left out, since nearly every occupation asks for the same few. */
  readonly skills: ReadonlyMap<string, string>
}
export type Candidate = {
  readonly id: string
  readonly titles: readonly string[]
  readonly skillIds: readonly string[]
  /** The occupations to which it leads already. */
  readonly leadsTo: readonly { readonly id: string; readonly name: string; readonly romeCodes: readonly string[] }[]
}

/** Words that say nothing about an occupation. */
const empty = new Set(
  'les des une aux pour par sur dans avec sans the and for with from bac pro bts but cap licence master mention option parcours diplome formation metier metiers specialite bachelor titre expert chef cheffe charge chargee responsable directeur directrice technicien technicienne assistant assistante artiste concepteur conceptrice operateur operatrice ingenieur ingenieure createur creatrice designer manager head lead officer specialist'.split(
    ' ',
  ),
)
const wordsOf = (names: readonly string[]) =>
  new Set(
    names
      .flatMap((name) => name.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? [])
      .filter((word) => !empty.has(plain(word))),
  )
const shortest = 5
/**
 * « animateur » and « animation » are one word for us, « programmeur » and « programmation » too: the same first five
 * letters, when both have at least that many; shorter words must be equal, but for the mark of the plural.
 */
const stemOf = (written: string) => {
  const word = plain(written)
  return word.length > shortest ? word.slice(0, shortest) : word.replace(/[sx]$/, '')
}

const fewestSkills = 3
const fieldOf = (code: string) => code.slice(0, 3)

function skillReason(course: Candidate, target: Target): Reason | null {
  const names = course.skillIds.flatMap((id) => target.skills.get(id) ?? [])
  return names.length >= fewestSkills ? { kind: 'skills', names } : null
}
function codeReason(course: Candidate, target: Target): Reason | null {
  const same = (by: (code: string) => string) => {
    const wanted = new Set(target.romeCodes.map(by))
    for (const other of course.leadsTo)
      for (const code of other.romeCodes) if (wanted.has(by(code))) return { code: by(code), via: other.name }
    return null
  }
  const exact = same((code) => code)
  if (exact) return { kind: 'code', ...exact }
  const near = same(fieldOf)
  return near && { kind: 'field', ...near }
}
function wordReason(course: Candidate, target: Target): Reason | null {
  const wanted = new Set([...wordsOf(target.names)].map(stemOf))
  const words = [...wordsOf(course.titles)].filter((word) => wanted.has(stemOf(word)))
  return words.length > 0 ? { kind: 'words', words } : null
}

/** Skills speak most, then words, then codes; a common field alone is not enough. */
function weightOf(reason: Reason): number {
  if (reason.kind === 'skills') return reason.names.length
  if (reason.kind === 'words') return 2 * reason.words.length
  return reason.kind === 'code' ? 2 : 1
}
const enough = 3

export type Suggestion = { readonly courseId: string; readonly weight: number; readonly reasons: readonly Reason[] }
/** Why this course may lead to this occupation; null when nothing says so, or when it does already. */
export function suggestionOf(course: Candidate, target: Target): Suggestion | null {
  if (course.leadsTo.some((one) => one.id === target.id)) return null
  const reasons = [skillReason(course, target), wordReason(course, target), codeReason(course, target)].filter(
    (reason) => reason !== null,
  )
  const weight = reasons.reduce((sum, reason) => sum + weightOf(reason), 0)
  if (weight < enough) return null
  return { courseId: course.id, weight, reasons: reasons.toSorted((one, other) => weightOf(other) - weightOf(one)) }
}

/** The best suggestions for an occupation, without those that were refused. */
export const suggest = (
  courses: readonly Candidate[],
  target: Target,
  refused: ReadonlySet<string>,
  most = 30,
): Suggestion[] =>
  courses
    .filter(({ id }) => !refused.has(id))
    .flatMap((course) => suggestionOf(course, target) ?? [])
    .toSorted((one, other) => other.weight - one.weight || (one.courseId < other.courseId ? -1 : 1))
    .slice(0, most)
