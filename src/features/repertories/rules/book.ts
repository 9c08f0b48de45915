import type { Language } from '../../../kernel/language.ts'
import type { RepertoryKey, SkillKind, Worded, WordedLists } from '../../occupations/tables/vocabulary.ts'
import type { Refusal } from '../tables/vocabulary.ts'
import { FileRefused } from './file-refusal.ts'

/** A sheet of a repertory, as its files say it. */
export type BookSheet = {
  readonly code: string
  masculine: string
  feminine: string
  english: string
  summary: Worded
  conditions: Worded
  prospects: Worded
  groupCode: string | null
  isco: string | null
  readonly aliases: { readonly language: Language; readonly label: string; readonly code: string | null }[]
  /** Code of the skill -> whether it is essential. */
  readonly skills: Map<string, boolean>
}
export type BookSkill = {
  readonly code: string
  kind: SkillKind
  label: Worded
  summary: Worded
  aliases: WordedLists
  isGroup: boolean
  readonly broader: string[]
}
export type BookGroup = { readonly code: string; label: Worded; readonly parentCode: string | null }
export type BookMove = { readonly from: string; readonly to: string; readonly rank: number }

/** A whole repertory, read and checked, before anything is written. */
export type Book = {
  readonly key: RepertoryKey
  readonly version: string
  readonly sheets: Map<string, BookSheet>
  readonly skills: Map<string, BookSkill>
  readonly groups: Map<string, BookGroup>
  /** Null: the mobility file was not there. */
  moves: BookMove[] | null
  /** Lines that point at what no file holds. */
  readonly notes: Refusal[]
}

export const emptyBook = (key: RepertoryKey, version: string): Book => ({
  key,
  version,
  sheets: new Map(),
  skills: new Map(),
  groups: new Map(),
  moves: null,
  notes: [],
})
export const emptySheet = (code: string): BookSheet => ({
  code,
  masculine: '',
  feminine: '',
  english: '',
  summary: {},
  conditions: {},
  prospects: {},
  groupCode: null,
  isco: null,
  aliases: [],
  skills: new Map(),
})

/**
 * Official files point at a few records that they do not hold (ESCO 1.1.1: 67 of 123,855 links): those are left out and
 * said. More than one in a hundred means that a file is cut.
 */
export function toleratedUnknown(language: Language, unknown: readonly Refusal[], lines: number, reason: string): void {
  const [first] = unknown
  if (!first || unknown.length <= Math.max(10, lines / 100)) return
  throw new FileRefused(language, { file: first.file, line: first.line, reason })
}
