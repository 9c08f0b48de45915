export type Piece = {
  readonly str: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly fontSize: number
  readonly hasEOL: boolean
}
type Row = { y: number; size: number; pieces: Piece[] }

/** Pieces of one height form a row, in whatever order the file draws them. */
function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = []
  for (const piece of pieces) {
    if (piece.str.trim() === '') continue
    const row = rows.find(({ y, size }) => Math.abs(y - piece.y) < Math.max(2, Math.min(size, piece.fontSize) * 0.45))
    if (row) row.pieces.push(piece)
    else rows.push({ y: piece.y, size: piece.fontSize, pieces: [piece] })
  }
  return rows.sort((one, other) => other.y - one.y)
}

/**
 * Where a page in two columns is cut: an upright strip, between a fifth and three quarters of the width, that no text crosses
 * although there is text on both sides of it at many heights.
 */
function gutterOf(pieces: readonly Piece[]): number | null {
  const shown = pieces.filter(({ str }) => str.trim() !== '')
  if (shown.length < 20) return null
  const left = Math.min(...shown.map(({ x }) => x))
  const right = Math.max(...shown.map(({ x, width }) => x + width))
  const span = right - left
  let best: { at: number; crossing: number } | null = null
  for (let at = left + span * 0.2; at < left + span * 0.75; at += 4) {
    const crossing = shown.filter(({ x, width }) => x < at - 3 && x + width > at + 3).length
    const begins = shown.filter(({ x }) => x >= at - 3 && x < at + 24).length
    if (begins < 8 || crossing > shown.length * 0.06) continue
    if (!best || crossing < best.crossing) best = { at: at - 3, crossing }
  }
  if (!best) return null
  const { at } = best
  // Dates beside their texts are no column of their own: there most of what stands at the left is a year.
  const lefts = shown.filter(({ x }) => x < at)
  const dated = lefts.filter(({ str }) => /\b(19|20)\d{2}\b/.test(str)).length
  return dated > lefts.length * 0.4 ? null : at
}

/** Pieces beside each other: a gap becomes a blank, a large one a tab. */
function lineOf({ pieces }: Row): string {
  const sorted = pieces.toSorted((one, other) => one.x - other.x)
  let line = ''
  let end: number | null = null
  for (const { str, x, width, fontSize } of sorted) {
    const gap = end === null ? 0 : x - end
    if (gap > fontSize * 2) line += '\t'
    else if (gap > fontSize * 0.15 && !/\s$/.test(line) && !/^\s/.test(str)) line += ' '
    line += str
    end = x + width
  }
  return line.trim()
}

/** The lines of a column; a gap of more than a line and a half is an empty line. */
function columnText(pieces: readonly Piece[]): string {
  const rows = rowsOf(pieces)
  return rows
    .map((row, index) => {
      const above = rows[index - 1]
      return `${above && above.y - row.y > row.size * 2.2 ? '\n' : ''}${lineOf(row)}`
    })
    .join('\n')
}

/** The text of a page of a PDF in the order in which people read it. */
export function pageText(pieces: readonly Piece[]): string {
  const gutter = gutterOf(pieces)
  if (gutter === null) return columnText(pieces)
  const across = pieces.filter(({ x, width }) => x < gutter && x + width > gutter + 6)
  const top = Math.min(...across.map(({ y }) => y), Number.POSITIVE_INFINITY)
  const above = (piece: Piece) => across.includes(piece) || piece.y > top + 1
  return [
    columnText(pieces.filter(above)),
    columnText(pieces.filter((piece) => !above(piece) && piece.x < gutter)),
    columnText(pieces.filter((piece) => !above(piece) && piece.x >= gutter)),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
}
