import { folded, nameKey } from './words.ts'

/** A line of a CV and where it stands in the whole text. */
export type Line = { readonly text: string; readonly from: number; readonly to: number }

export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const raw of text.split('\n')) {
    const trimmed = raw.trim()
    const start = from + raw.indexOf(trimmed)
    if (trimmed !== '') lines.push({ text: trimmed, from: start, to: start + trimmed.length })
    from += raw.length + 1
  }
  return lines
}

/** Frequent small words: the language with most of them is the CV's. */
const small: Readonly<Record<string, string>> = {
  fr: 'le la les des du une et est dans pour avec sur au aux en chez depuis mes ans',
  en: 'the and of for with in on at from to my a an as by is was years',
  de: 'der die das und mit für von bei im zum zur den ein eine als seit auf',
  es: 'el los las y para con por una del en de desde años mis como',
  it: 'il lo gli e per con di della nel dal una presso anni dei delle',
  nl: 'het een en van voor met bij de als naar jaar op',
  pt: 'o os as e para com por uma do da no na desde anos em',
  pl: 'i w na z do oraz od przy dla się jest',
}
const smallWords = Object.entries(small).map(([code, words]) => [code, new Set(words.split(' '))] as const)
/** BCP 47 of the language in which a text is written; null when it is too short to say. */
export function languageOfText(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const scores = smallWords.map(([code, known]) => [code, words.filter((word) => known.has(word)).length] as const)
  const [best, second] = scores.toSorted((one, other) => other[1] - one[1])
  return best && best[1] >= 5 && best[1] > (second?.[1] ?? 0) * 1.1 ? best[0] : null
}

export type SectionName =
  | 'work'
  | 'education'
  | 'skills'
  | 'languages'
  | 'projects'
  | 'volunteer'
  | 'certificates'
  | 'awards'
  | 'publications'
  | 'interests'
  | 'references'
  | 'summary'
  | 'contact'

/** Words that announce a section, and words that may stand beside them. The first list decides. */
const headings: readonly [SectionName, string, string][] = [
  [
    'volunteer',
    'benevolat benevole volunteering volunteer associatif associatives associative',
    'experience experiences engagement engagements activites vie work',
  ],
  [
    'languages',
    'langue langues language languages linguistiques',
    'competences etrangeres vivantes skills spoken parlees',
  ],
  [
    'certificates',
    'certification certifications certificat certificats certificates habilitations permis licences',
    'obtenus et',
  ],
  ['interests', 'interet interets interests loisirs hobbies hobby passions', 'centre centres d autres divers extra'],
  ['publications', 'publication publications', 'scientifiques articles'],
  ['awards', 'prix distinctions recompenses awards honours honors selections', 'and festivals'],
  ['references', 'reference references recommandations', ''],
  [
    'projects',
    'projet projets project projects realisations filmographie filmography credits',
    'personnels selected personal recents principaux selectionnes',
  ],
  [
    'work',
    'experience experiences emploi emplois employment career parcours stages missions',
    'professionnel professionnelle professionnelles professional work history background relevant principales stage',
  ],
  [
    'education',
    'formation formations education etudes diplome diplomes scolarite cursus academic studies degrees',
    'scolaire universitaire training qualifications background initiale continue parcours academique',
  ],
  [
    'skills',
    'competence competences skills logiciels outils software savoir savoirs expertise informatique tools technologies',
    'techniques technique cles technical faire etre key professionnelles artistiques maitrises numeriques computer it digital metier main principales domaines',
  ],
  [
    'summary',
    'profil profile summary propos about objectif objective presentation accroche',
    'a me professionnel professional moi career personal',
  ],
  ['contact', 'contact contacts coordonnees', 'details informations personnelles personal me'],
]
const rules = headings.map(([name, strong, beside]) => ({
  name,
  strong: new Set(strong.split(' ')),
  beside: new Set(`${beside} et and mes my de des d l la les le of the`.split(' ')),
}))
/** « EXPÉRIENCES PROFESSIONNELLES », « Formation & diplômes », « 2. Work experience »: which section begins here. */
export function headingOf(line: string): SectionName | null {
  if (line.length > 60 || /[@]|\d{3}/.test(line) || /[.,;]$/.test(line.trim())) return null
  // « P R O F I L »: letters spaced out for the look.
  const tight = /^(\p{L} ){3,}\p{L}$/u.test(line.trim()) ? line.replace(/ /g, '') : line
  const words = nameKey(tight.replace(/^[\d.\s)•-]+/, '')).split(' ')
  if (words.length > 6) return null
  const found = rules.find(
    ({ strong, beside }) =>
      words.some((word) => strong.has(word)) && words.every((word) => strong.has(word) || beside.has(word)),
  )
  if (found) return found.name
  // Two subjects under one heading (« Langues et centres d’intérêt »): the first decides.
  const known = rules.filter(({ strong }) => words.some((word) => strong.has(word)))
  const allowed = new Set(known.flatMap(({ strong, beside }) => [...strong, ...beside]))
  return known.length > 1 && words.every((word) => allowed.has(word))
    ? (known.toSorted((one, other) => first(words, one.strong) - first(words, other.strong))[0]?.name ?? null)
    : null
}
const first = (words: readonly string[], strong: ReadonlySet<string>) => words.findIndex((word) => strong.has(word))

export type Section = { readonly name: SectionName | 'head'; readonly lines: readonly Line[] }
/** Blanks where the lines of some sections and all headings stand: what is left keeps its places. */
export function withoutSections(text: string, sections: readonly Section[], names: readonly Section['name'][]): string {
  const kept = sections.filter(({ name }) => !names.includes(name)).flatMap(({ lines }) => lines)
  let [left, at] = ['', 0]
  for (const { from, to } of kept) {
    left += blank(text.slice(at, from)) + text.slice(from, to)
    at = to
  }
  return left + blank(text.slice(at))
}
const blank = (text: string) => text.replace(/[^\n]/g, ' ')
/** The text cut at its headings; what stands before the first one is the head. */
export function sectionsOf(lines: readonly Line[]): Section[] {
  const sections: { name: SectionName | 'head'; lines: Line[] }[] = [{ name: 'head', lines: [] }]
  for (const line of lines) {
    const name = headingOf(line.text)
    if (name) sections.push({ name, lines: [] })
    else sections.at(-1)?.lines.push(line)
  }
  return sections.filter(({ lines: inside }) => inside.length > 0)
}

const bullet = /^[•·▪‣◦●■□➢➤✓*–—-]\s+/
export const isBullet = (text: string) => bullet.test(text)
export const withoutBullet = (text: string) => text.replace(bullet, '').trim()

const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const phone = /(?<![\d/.-])(?:\+\d{1,3}[ .-]?(?:\(0\)[ .-]?)?|0)\d(?:[ .-]?\d{2}){3,5}(?![\d/-])/g
const address =
  /(?<![\w@.])(?:https?:\/\/[^\s<>"()]+|(?:www\.)?(?:[a-z0-9-]+\.)+(?:fr|com|net|org|io|eu|be|ch|ca|tv|art|dev|studio|design|me|co)(?:\/[^\s<>"()]*)?)(?![\w@])/gi
const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => ({
    value: match[0].replace(/[.,;:)]+$/, ''),
    from: match.index,
    to: match.index + match[0].length,
  }))

/** Addresses, telephone numbers and links, wherever they stand. */
export function contactsIn(text: string) {
  const emails = matches(text, email)
  const inEmail = (place: { from: number; to: number }) =>
    emails.some(({ from, to }) => place.from < to && from < place.to)
  return { emails, phones: matches(text, phone), links: matches(text, address).filter((one) => !inEmail(one)) }
}
export const isContact = (text: string) => {
  const { emails, phones, links } = contactsIn(text)
  return emails.length + phones.length + links.length > 0 || /^\d{1,4}[, ].*\d{5}|\b\d{5}\b/.test(text)
}

const notNames = /\b(curriculum|vitae|cv|resume|profil|contact|ans|years|rue|avenue|permis)\b/
/** Two to five words, each with a capital: the name at the head of a CV. */
export function isName(text: string): boolean {
  const words = text.split(/\s+/)
  if (words.length < 2 || words.length > 5 || /[\d@/|:,]/.test(text) || notNames.test(folded(text))) return false
  return words.every((word) => /^(\p{Lu}[\p{L}’'.-]*|de|du|van|von|da|le|la|des)$/u.test(word))
}
