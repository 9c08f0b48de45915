import type { Language } from '../../../../kernel/language.ts'

/** A stretch of text: plain, or with a weight, or leading somewhere. */
export type Span = string | { readonly text: string; readonly bold?: boolean; readonly href?: string }
export type Rich = Span | readonly Span[]

/** What a generated document is made of, in reading order. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Rich; readonly look?: 'lead' | 'quiet' }
  | { readonly kind: 'list'; readonly items: readonly Rich[]; readonly ordered?: boolean }
  /** Terms and what is said of them, side by side. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly term: string; readonly text: Rich }[] }
  /** Something with a time: an experience, a diploma, a session. Its head stays with its first lines. */
  | {
      readonly kind: 'entry'
      readonly title: string
      readonly when?: string
      readonly where?: string
      readonly blocks?: readonly Block[]
      readonly level?: 3 | 4
    }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly caption?: string
      /** Shares of the width, one for each column; equal ones if missing. */
      readonly widths?: readonly number[]
      /** Columns of numbers, from 0: at the right. */
      readonly numeric?: readonly number[]
    }
  /** PNG or JPEG. `alt` says what it shows; an empty one makes it an ornament. */
  | { readonly kind: 'image'; readonly bytes: Uint8Array; readonly alt: string; readonly height?: number }
  /** Columns of one height: they do not pass over the end of a page. */
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Block[])[]; readonly widths?: readonly number[] }
  | { readonly kind: 'spacer'; readonly height?: number }
  | { readonly kind: 'rule' }

/** 'sober': one column. 'side': a coloured column at the left for `side`, the rest at the right. */
export type Design = 'sober' | 'side'

export type PdfPaper = {
  readonly title: string
  /** Under the title: a person's headline, a day, a place. */
  readonly subtitle?: string
  readonly language: Language
  readonly design: Design
  /** Whose it is: a property of the file, and at the foot of its pages. */
  readonly author: string
  readonly subject?: string
  readonly made: Date
  readonly identity: { readonly name: string; readonly primary?: string | undefined }
  readonly blocks: readonly Block[]
  /** For the coloured column; under the title when the design has none. */
  readonly side?: readonly Block[]
  /** A small line at the foot of each page; the author and the title when nothing is said. */
  readonly foot?: string
}
