import type { Language } from '../../../../kernel/language.ts'
import type { Block, Rich } from './blocks.ts'
import type { Weight } from './fonts.ts'
import type { Doc, Ink, Line } from './ink.ts'
import { lettersOf, linesOf } from './lines.ts'
import type { Style } from './style.ts'
import type { Tag } from './tags.ts'

/** What cannot be divided: a line, a row, a picture. */
export type Piece = {
  readonly height: number
  /** It never ends a page: a heading stays with what it heads. */
  readonly stays?: boolean
  /** Empty space: none at the head of a page. */
  readonly isSpace?: boolean
  /** Comes above it when it is the first of a page: the head of a table again. */
  readonly above?: Piece
  readonly draw: (x: number, y: number) => void
}
/** What pieces are made with. */
export type Desk = {
  readonly doc: Doc
  readonly ink: Ink
  readonly style: Style
  readonly language: Language
  readonly bookmark: (level: number, text: string) => void
}
export type Written = {
  readonly size: number
  readonly weight?: Weight
  readonly colour: string
  readonly align?: 'left' | 'right'
  readonly leading?: number
}

export const space = (height: number): Piece => ({ height, isSpace: true, draw: () => {} })

export const brokenInto = ({ ink, language }: Desk, rich: Rich, { size, weight = 'regular' }: Written, width: number) =>
  linesOf(lettersOf(rich, language, weight), ink, size, width)

/** Writes one line into its tag; an address in it becomes a link. */
export function writeLine({ doc }: Desk, tag: Tag, line: Line, written: Written, x: number, y: number): void {
  const at = { x }
  for (const run of line.runs) {
    const place = run.href ? tag.child('Link', { alt: run.text.trim() }) : tag
    const left = at.x
    place.draw(() => {
      doc.font(run.font).fontSize(written.size).fillColor(written.colour)
      doc.text(run.text, left, y, { lineBreak: false, ...(run.href && { link: run.href, underline: true }) })
    })
    at.x += run.width
  }
}

export const lineHeight = ({ style }: Desk, { size, leading = style.leading }: Written) => size * leading

/** Lines of one text, with no line left alone at the end or the head of a page. */
export function textPieces(desk: Desk, tag: Tag, rich: Rich, written: Written, width: number, indent = 0): Piece[] {
  const lines = brokenInto(desk, rich, written, width - indent)
  const height = lineHeight(desk, written)
  return lines.map((line, place) => ({
    height,
    stays: lines.length > 1 && (place === 0 || place === lines.length - 2),
    draw: (x, y) => {
      const left = written.align === 'right' ? x + width - line.width : x + indent
      writeLine(desk, tag, line, written, left, y)
    },
  }))
}

export const heightOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.height, 0)

/** Pieces as one that stays whole. */
export const whole = (pieces: readonly Piece[], stays = false): Piece => ({
  height: heightOf(pieces),
  stays,
  draw: (x, y) => {
    const at = { y }
    for (const piece of pieces) {
      piece.draw(x, at.y)
      at.y += piece.height
    }
  },
})

/** Pieces beside each other, each at its distance from the left. */
export const beside = (columns: readonly { readonly left: number; readonly pieces: readonly Piece[] }[]): Piece => ({
  height: Math.max(0, ...columns.map(({ pieces }) => heightOf(pieces))),
  draw: (x, y) => {
    for (const { left, pieces } of columns) whole(pieces).draw(x + left, y)
  },
})
export type PiecesOf<Kind extends Block['kind']> = (
  desk: Desk,
  tag: Tag,
  block: Extract<Block, { kind: Kind }>,
  width: number,
) => Piece[]
