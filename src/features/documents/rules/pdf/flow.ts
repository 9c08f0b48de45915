import { heightOf, type Piece } from './pieces.ts'

/** A column on the pages of a document: where it is, and how far down it goes. */
export type Column = { readonly x: number; readonly top: (page: number) => number; readonly bottom: number }
/** Opens a page to draw on, and makes it when it is not there yet. */
export type GoTo = (page: number) => void

/** Pieces that may not be parted: from the first to the first one that does not stay with the next. */
function* groups(pieces: readonly Piece[]): Iterable<readonly Piece[]> {
  let group: Piece[] = []
  for (const piece of pieces) {
    group.push(piece)
    if (piece.stays) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** Puts pieces under each other, from page to page; answers where the last one ends. */
export function flow(pieces: readonly Piece[], column: Column, goTo: GoTo, from: { page: number; y: number }) {
  const at = { ...from }
  const isAtTop = () => at.y === column.top(at.page)
  const turn = () => {
    at.page += 1
    at.y = column.top(at.page)
  }
  const put = (piece: Piece) => {
    goTo(at.page)
    piece.draw(column.x, at.y)
    at.y += piece.height
  }
  goTo(at.page)
  for (const group of groups(pieces)) {
    const needed = heightOf(group)
    const fitsOnAPage = needed <= column.bottom - column.top(at.page + 1)
    if (at.y + needed > column.bottom && fitsOnAPage && !isAtTop()) turn()
    for (const piece of group) {
      if (piece.isSpace && isAtTop() && at.page > 0) continue
      if (at.y + piece.height > column.bottom && !isAtTop() && !piece.isSpace) turn()
      const over = at.page > from.page && isAtTop() && piece.above ? [piece.above] : []
      for (const one of [...over, piece]) put(one)
    }
  }
  return at
}
