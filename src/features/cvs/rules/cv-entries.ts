import type { Item } from '../schema/resume.ts'
import { type Span, spanIn } from './cv-dates.ts'
import { isBullet, type Line, withoutBullet } from './cv-text.ts'
import { filled } from './europass-tree.ts'
import { folded } from './words.ts'

/** An entry of a section with dates: what its head says, the lines under it, and where it stands. */
export type Entry = {
  readonly head: readonly string[]
  readonly span: Span
  readonly body: readonly Line[]
  readonly from: number
  readonly to: number
}
type Dated = { readonly at: number; readonly span: Span; readonly rest: string }

/** A line without its date, and without the punctuation that stood around it. */
const around = (text: string, { from, to }: Span) =>
  `${text.slice(0, from)} ${text.slice(to)}`
    .replace(/[([]\s*[)\]]/g, '')
    .replace(/^[\s:,;|•·–—-]+|[\s:,;|•·–—-]+$/gu, '')
    .replace(/\s{2,}/g, ' ')
    .trim()

/** A date that heads an entry, not one in a sentence: near an end of a line that is not long, and no bullet. */
function datedLine(line: Line, at: number): Dated | null {
  if (isBullet(line.text) || line.text.length > 140) return null
  const span = spanIn(line.text)
  if (!span) return null
  const isAtAnEnd = span.from <= 3 || line.text.length - span.to <= 3
  return isAtAnEnd ? { at, span, rest: around(line.text, span) } : null
}
const isHeadLine = (line: Line | undefined): line is Line =>
  line !== undefined && !isBullet(line.text) && line.text.length <= 110 && !/[.;]$/.test(line.text)

/** In some CVs the title stands above its dates: then the first line of the section has none. */
function headAbove(lines: readonly Line[], dated: readonly Dated[]): number {
  const [first] = dated
  if (!first || first.at === 0) return 0
  return lines.slice(0, first.at).every(isHeadLine) ? Math.min(first.at, 2) : 0
}

/** The entries of a section, each beginning at its dates or at the title above them. */
export function entriesOf(lines: readonly Line[]): Entry[] {
  const dated = lines.map(datedLine).filter((one) => one !== null)
  const above = headAbove(lines, dated)
  const startOf = ({ at, rest }: Dated) => {
    let start = at
    const most = rest === '' ? above : Math.min(above, 1)
    while (start > 0 && at - start < most && isHeadLine(lines[start - 1])) start--
    return start
  }
  return dated.map((one, index) => {
    const start = startOf(one)
    const next = dated[index + 1]
    const end = next ? startOf(next) : lines.length
    const upper = lines.slice(start, one.at).map(({ text }) => text)
    const below = lines.slice(one.at + 1, end)
    const isLong = `${one.rest}${upper.join('')}`.length > 2
    // Only the dates on this line and nothing above: the title follows.
    const follow = isLong ? nextHead([...upper, one.rest], below) : below.slice(0, 2).filter(isHeadLine).length
    const head = [...upper, one.rest, ...below.slice(0, follow).map(({ text }) => text)].filter((text) => text !== '')
    const last = lines[end - 1] ?? lines[one.at]
    return {
      head,
      span: one.span,
      body: below.slice(follow),
      from: lines[start]?.from ?? 0,
      to: last?.to ?? 0,
    }
  })
}
const separators = /\s+[–—|•·]\s+|\s+-\s+|\s*\|\s*|,\s+|\s+(?:chez|at|@)\s+|\s*:\s+|\t+/
/** A title alone on its line: a short line under it says where. */
const nextHead = (head: readonly string[], below: readonly Line[]) => {
  const [line] = below
  const isAlone = head.filter(Boolean).length === 1 && !separators.test(head.find(Boolean) ?? '')
  return isAlone && isHeadLine(line) && line.text.length <= 70 ? 1 : 0
}

const companies =
  /\b(studios?|sarl|sas|sasu|gmbh|ltd|inc|films?|productions?|groupe|agence|company|games|pictures|editions|association|laboratoire|mairie|theatre)\b/
const schools =
  /\b(universit|ecole|lycee|institut|school|college|campus|academy|academie|faculte|university|conservatoire|gobelins|ensad|insa|iut|greta|afpa|cnam|esma|emile cohl|enssib|ens|ina)/
const diplomas =
  /^(licence pro(?:fessionnelle)?|licence|master ?[12]?|mastere|bts|dut|but|deug|bac(?:calaureat)?(?: pro(?:fessionnel)?| general| technologique)?|doctorat|these|diplome(?: national| universitaire| d'etat| des metiers d'art)?|mba|bachelor(?:'s)?(?: of arts| of science)?|b\.?sc|m\.?sc|ph\.?d|cap|bep|dma|dnmade|dn ?mad|certificat|titre professionnel|maitrise|ba|ma)\b/

const partsOf = (head: readonly string[]) =>
  head
    .flatMap((line) => line.split(separators))
    .map((part) => part.replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, '').trim())
    .filter((part) => part !== '')
const looksLike = (pattern: RegExp) => (part: string | undefined) => pattern.test(folded(part ?? ''))

function bodyOf(body: readonly Line[]) {
  const bullets: string[] = []
  const text: string[] = []
  for (const { text: line } of body) {
    if (isBullet(line)) bullets.push(withoutBullet(line))
    // A bullet that was broken over two lines goes on in small letters.
    else if (bullets.length > 0 && text.length === 0 && /^\p{Ll}/u.test(line)) bullets[bullets.length - 1] += ` ${line}`
    else text.push(line)
  }
  return { text: text.join('\n') || undefined, bullets: bullets.length > 0 ? bullets : undefined }
}
/** « 2014 » alone: the year in which it was. */
const datesOf = ({ startDate, endDate }: Span) => (startDate ? { startDate, endDate } : { startDate: endDate, endDate })

/** An experience as an entry of JSON Resume. `isTitle` knows the titles of occupations. */
export function workOf({ head, span, body }: Entry, isTitle: (part: string) => boolean): Item {
  const [first, second, ...rest] = partsOf(head)
  const isSwapped =
    second !== undefined &&
    ((looksLike(companies)(first) && !looksLike(companies)(second)) || (isTitle(second) && !isTitle(first ?? '')))
  const { text, bullets } = bodyOf(body)
  return filled({
    position: isSwapped ? second : first,
    name: isSwapped ? first : second,
    location: rest[0],
    ...datesOf(span),
    summary: text,
    highlights: bullets,
  })
}

export function educationOf({ head, span, body }: Entry): Item {
  const parts = partsOf(head)
  const school = parts.find(looksLike(schools)) ?? (parts.length > 1 ? parts[1] : undefined)
  const title = parts.find((part) => part !== school) ?? ''
  const diploma = diplomas.exec(folded(title))?.[0] ?? ''
  const area = title
    .slice(diploma.length)
    .replace(/^[\s:,–—-]+|^\s*(en|in|of|de|d’|d')\s*/giu, '')
    .trim()
  const { text, bullets } = bodyOf(body)
  return filled({
    institution: school,
    studyType: diploma ? title.slice(0, diploma.length).trim() : undefined,
    area: area || (diploma ? undefined : title || undefined),
    startDate: span.startDate,
    endDate: span.endDate,
    courses: bullets ?? text?.split('\n'),
  })
}

export const projectOf = ({ head, span, body }: Entry): Item => {
  const [name, entity] = partsOf(head)
  const { text, bullets } = bodyOf(body)
  return filled({ name, entity, ...datesOf(span), description: text, highlights: bullets })
}
