import { plain } from '../../../kernel/slug.ts'

/** The pieces of which the commonest passwords are made, in the two languages of the product and on its keyboards. */
const pieces = `
motdepasse motdepass mdp password passwort passe pass secret bonjour bonsoir coucou salut soleil lune amour jetaime jtm
chocolat doudou loulou marseille lyon paris france annecy grenoble saintetienne doudoune princesse prince chouchou nicolas
camille alexandre thomas julien maxime antoine sebastien vincent nathalie isabelle sandrine caroline marine juliette
welcome letmein login iloveyou love you dragon monkey football baseball basket superman batman master shadow sunshine
princess admin administrator administrateur root user test guest changeme changemoi default temp temporaire
trustno one hello freedom whatever starwars pokemon naruto cheese computer ordinateur internet google facebook
passerelle imaginove cinema animation jeux video image formation pole cluster
lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre
novembre decembre spring summer autumn winter printemps ete automne hiver monday january
`
  .trim()
  .split(/\s+/)
const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertzuiop',
  '01234567890123456789',
]
const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const reversed = (text: string) => [...text].reverse().join('')
const runs = [...rows, alphabet].flatMap((row) => [row, reversed(row)])

const leet: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}
const unleet = (text: string) => [...text].map((sign) => leet[sign] ?? sign).join('')

/** How many characters from `at` on are one common piece: a word, a run of keys, one sign repeated, a year, a mark. */
function pieceLengths(text: string, at: number, words: readonly string[]): number[] {
  const rest = text.slice(at)
  const read = unleet(rest)
  const repeated = /^(.)\1+/.exec(rest)?.[0].length ?? 0
  const keys = Math.max(
    0,
    ...[3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20].filter(
      (n) => rest.length >= n && runs.some((row) => row.includes(rest.slice(0, n))),
    ),
  )
  return [
    ...words.filter((word) => rest.startsWith(word) || read.startsWith(word)).map((word) => word.length),
    ...(repeated >= 2 ? [repeated] : []),
    ...(keys ? [keys] : []),
    ...(/^(19|20)\d\d/.test(rest) ? [4] : []),
    ...(/^\d/.test(rest) ? [1] : []),
    ...(/^[^\p{L}\p{N}]/u.test(rest) ? [1] : []),
  ]
}

/** True when the text is nothing but common pieces put together. */
function isPieced(text: string, words: readonly string[]): boolean {
  const reachable = new Set([0])
  for (let at = 0; at < text.length; at++)
    if (reachable.has(at)) for (const length of pieceLengths(text, at, words)) reachable.add(at + length)
  return reachable.has(text.length)
}

/**
 * Whether a password is among those that are tried first: common words, rows of keys, years and the person's own name or
 * address, in any combination. `own` are the words that say who the person is.
 */
export function isCommon(password: string, own: readonly string[] = []): boolean {
  const lower = plain(password)
  if (new Set(lower).size < 5) return true
  const words = [
    ...pieces,
    ...own.flatMap((text) => plain(text).split(/[^a-z0-9]+/)).filter((word) => word.length >= 3),
  ]
  return isPieced(lower, words)
}
