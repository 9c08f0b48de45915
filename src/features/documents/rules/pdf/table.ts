import { beside, type Piece, type PiecesOf, space, textPieces, type Written } from './pieces.ts'
import { ornament, type Tag } from './tags.ts'

const padding = 4

type Row = { readonly cells: readonly string[]; readonly tag: (place: number) => Tag; readonly written: Written }

/** Tables know their header cells; a row is never divided. The head comes again on each page, for the eye only. */
export const tablePieces: PiecesOf<'table'> = (desk, tag, { head, rows, caption, widths, numeric = [] }, width) => {
  const { style, doc } = desk
  const shares = widths ?? head.map(() => 1)
  const sum = shares.reduce((one, other) => one + other, 0)
  const across = head.map((_, place) => (width * (shares[place] ?? 1)) / sum)
  const leftOf = (place: number) => across.slice(0, place).reduce((one, other) => one + other, 0)
  const own = tag.child('Table')

  function rowPiece({ cells, tag: tagOf, written }: Row, isHead: boolean): Piece {
    const line = beside(
      head.map((_, place) => ({
        left: leftOf(place) + (place === 0 ? 0 : padding),
        pieces: textPieces(
          desk,
          tagOf(place),
          cells[place] ?? '',
          { ...written, align: numeric.includes(place) ? 'right' : 'left' },
          (across[place] ?? 0) - padding * (place === 0 ? 1 : 2),
        ),
      })),
    )
    const height = line.height + padding * 2
    return {
      height,
      stays: isHead,
      draw: (x, y) => {
        ornament(doc, () => {
          const below = y + height
          doc.lineWidth(isHead ? 1 : 0.5).strokeColor(isHead ? style.strong : style.line)
          doc
            .moveTo(x, below)
            .lineTo(x + width, below)
            .stroke()
        })
        line.draw(x, y + padding)
      },
    }
  }
  const headRow = own.child('TR')
  const headTags = head.map(() => headRow.child('TH', { scope: 'Column' }))
  const headWritten: Written = { size: style.size - 0.5, weight: 'bold', colour: style.strong, leading: 1.3 }
  const bodyWritten: Written = { size: style.size - 0.5, colour: style.text, leading: 1.35 }
  const first = rowPiece({ cells: head, tag: (place) => headTags[place] as Tag, written: headWritten }, true)
  const forTheEye: Tag = { draw: (draw) => ornament(doc, draw), child: () => forTheEye }
  const again = rowPiece({ cells: head, tag: () => forTheEye, written: headWritten }, true)
  const body = rows.map((cells) => {
    const row = own.child('TR')
    const tags = head.map(() => row.child('TD'))
    return { ...rowPiece({ cells, tag: (place) => tags[place] as Tag, written: bodyWritten }, false), above: again }
  })
  const named = caption
    ? textPieces(desk, own.child('Caption'), caption, { size: style.size - 0.5, colour: style.quiet }, width)
    : []
  const above = named.map((piece) => ({ ...piece, stays: true }))
  return [...above, first, ...body, space(style.gap)]
}
