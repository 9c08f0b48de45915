import type { Runtime } from './runtime.ts'
import type { Settings } from './settings.ts'

export type Option = {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  /** What stands for the value in the help: 'FILE'. */
  readonly value?: string
  readonly help: string
}
export type Given = {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}
export type Progress = {
  /** So many more are done. */
  add(count: number): void
  /** Ends the line, with the last count. */
  done(): void
}
export type Tools = {
  readonly settings: Settings
  /** The database of the settings, brought up to date; stopped by itself when the command ends. */
  readonly open: () => Promise<Runtime>
  readonly out: (line: string) => void
  /** Shows how far a long work is: « occupations 1,200 / 1,584 ». */
  readonly progress: (what: string, total?: number) => Progress
  /** A file name as the person wrote it -> where it is. */
  readonly path: (name: string) => string
}
export type Command = {
  readonly name: string
  readonly summary: string
  /** What follows the name: 'rome <folder or zip>'. */
  readonly usage: string
  /** The fewest and the most words after the name that are no options. */
  readonly takes: readonly [fewest: number, most: number]
  /** More lines for --help. */
  readonly notes?: () => readonly string[] | Promise<readonly string[]>
  readonly options: Readonly<Record<string, Option>>
  /** Answers the exit code: 0 done, 1 not done, 2 wrongly asked. */
  readonly run: (given: Given, tools: Tools) => Promise<number>
}

/** The command line was written wrongly: a sentence, and exit code 2. */
export class Misused extends Error {}
