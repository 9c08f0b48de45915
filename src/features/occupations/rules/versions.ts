import type { SheetContent } from '../tables/vocabulary.ts'

/** Whether two contents say the same: nothing is written, and no version made, where they do. */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A piece of a text that stayed, came or went. */
export type Piece = { readonly text: string; readonly change: 'same' | 'added' | 'removed' }
export type SkillChange = { readonly skill: string; readonly essential: boolean; readonly level: number | null }
export type Difference =
  | { readonly field: TextField; readonly pieces: readonly Piece[] }
  | { readonly field: ListField; readonly added: readonly string[]; readonly removed: readonly string[] }
  | {
      readonly field: 'skills'
      readonly added: readonly SkillChange[]
      readonly removed: readonly SkillChange[]
      readonly changed: readonly { readonly before: SkillChange; readonly after: SkillChange }[]
    }

const textFields = {
  'title.fr.masculine': (sheet: SheetContent) => sheet.title.fr.masculine,
  'title.fr.feminine': (sheet: SheetContent) => sheet.title.fr.feminine,
  'title.en': (sheet: SheetContent) => sheet.title.en,
  'summary.fr': (sheet: SheetContent) => sheet.summary.fr,
  'summary.en': (sheet: SheetContent) => sheet.summary.en,
  'conditions.fr': (sheet: SheetContent) => sheet.conditions.fr,
  'conditions.en': (sheet: SheetContent) => sheet.conditions.en,
  'prospects.fr': (sheet: SheetContent) => sheet.prospects.fr,
  'prospects.en': (sheet: SheetContent) => sheet.prospects.en,
  esco: (sheet: SheetContent) => sheet.esco,
}
const listFields = {
  'aliases.fr': (sheet: SheetContent) => sheet.aliases.fr,
  'aliases.en': (sheet: SheetContent) => sheet.aliases.en,
  'missions.fr': (sheet: SheetContent) => sheet.missions.fr,
  'missions.en': (sheet: SheetContent) => sheet.missions.en,
  sectors: (sheet: SheetContent) => sheet.sectors,
  family: (sheet: SheetContent) => [sheet.family],
  rome: (sheet: SheetContent) => sheet.rome,
}
export type TextField = keyof typeof textFields
export type ListField = keyof typeof listFields

/** Lengths of the longest common part of every two beginnings' rests; the table behind a word by word comparison. */
function commonLengths(one: readonly string[], other: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1))
  const at = (row: number, column: number) => table[row]?.[column] ?? 0
  for (let row = one.length - 1; row >= 0; row--)
    for (let column = other.length - 1; column >= 0; column--)
      (table[row] as Uint16Array)[column] =
        one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  return table
}

/** Two texts word by word: joined, what stayed and went is the first text, what stayed and came the second. */
export function wordDifference(before: string, after: string): Piece[] {
  const [one, other] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)]
  const table = commonLengths(one, other)
  const pieces: { text: string; change: Piece['change'] }[] = []
  const add = (text: string, change: Piece['change']) => {
    const last = pieces.at(-1)
    if (last?.change === change) last.text += text
    else if (text) pieces.push({ text, change })
  }
  let [row, column] = [0, 0]
  while (row < one.length || column < other.length) {
    const [left, right] = [one[row], other[column]]
    if (left !== undefined && left === right) {
      add(left, 'same')
      row++
      column++
    } else if (
      left !== undefined &&
      (right === undefined || (table[row + 1]?.[column] ?? 0) >= (table[row]?.[column + 1] ?? 0))
    ) {
      add(left, 'removed')
      row++
    } else {
      add(right ?? '', 'added')
      column++
    }
  }
  return pieces
}

const missing = (from: readonly string[], than: readonly string[]) => than.filter((one) => !from.includes(one))

function skillDifference(before: SheetContent, after: SheetContent): Difference[] {
  const old = new Map(before.skills.map((line) => [line.skill, line]))
  const fresh = new Map(after.skills.map((line) => [line.skill, line]))
  const added = after.skills.filter(({ skill }) => !old.has(skill))
  const removed = before.skills.filter(({ skill }) => !fresh.has(skill))
  const changed = after.skills.flatMap((line) => {
    const was = old.get(line.skill)
    return was && (was.essential !== line.essential || was.level !== line.level) ? [{ before: was, after: line }] : []
  })
  return added.length + removed.length + changed.length > 0 ? [{ field: 'skills', added, removed, changed }] : []
}

/** What changed from one version to another, field by field, in the order of the sheet. */
export function differencesBetween(before: SheetContent, after: SheetContent): Difference[] {
  const texts = (Object.keys(textFields) as TextField[]).flatMap((field): Difference[] => {
    const [one, other] = [textFields[field](before), textFields[field](after)]
    return one === other ? [] : [{ field, pieces: wordDifference(one, other) }]
  })
  const lists = (Object.keys(listFields) as ListField[]).flatMap((field): Difference[] => {
    const [one, other] = [listFields[field](before), listFields[field](after)]
    const [added, removed] = [missing(one, other), missing(other, one)]
    return added.length + removed.length > 0 ? [{ field, added, removed }] : []
  })
  return [...texts, ...lists, ...skillDifference(before, after)]
}
