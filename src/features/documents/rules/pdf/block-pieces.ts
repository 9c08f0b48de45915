import type { Block } from './blocks.ts'
import {
  beside,
  type Desk,
  lineHeight,
  type Piece,
  type PiecesOf,
  space,
  textPieces,
  type Written,
  whole,
} from './pieces.ts'
import { tablePieces } from './table.ts'
import { ornament, type Tag } from './tags.ts'

const heading: PiecesOf<'heading'> = (desk, tag, { level, text }, width) => {
  const { style, bookmark } = desk
  const written: Written = { size: style.headings[level], weight: 'bold', colour: style.strong, leading: 1.25 }
  const own = tag.child(`H${level}`)
  const [first, ...rest] = textPieces(desk, own, text, written, width).map((piece) => ({ ...piece, stays: true }))
  if (!first) return []
  const marked: Piece = {
    ...first,
    draw: (x, y) => {
      bookmark(level, text)
      first.draw(x, y)
    },
  }
  const under: Piece = {
    height: 6,
    stays: true,
    draw: (x, y) =>
      ornament(desk.doc, () => {
        desk.doc
          .lineWidth(0.6)
          .strokeColor(style.line)
          .moveTo(x, y + 2)
          .lineTo(x + width, y + 2)
          .stroke()
      }),
  }
  const below = level === 2 ? under : { ...space(2), isSpace: false, stays: true }
  return [space(level === 2 ? style.gap * 2 : style.gap), marked, ...rest, below]
}

const paragraph: PiecesOf<'paragraph'> = (desk, tag, { text, look }, width) => {
  const { style } = desk
  const size = look === 'lead' ? style.size + 1.5 : look === 'quiet' ? style.size - 1 : style.size
  const written = { size, colour: look === 'quiet' ? style.quiet : style.text }
  return [...textPieces(desk, tag.child('P'), text, written, width), space(style.gap)]
}

const list: PiecesOf<'list'> = (desk, tag, { items, ordered }, width) => {
  const { style } = desk
  const written: Written = { size: style.size, colour: style.text }
  const indent = ordered ? 18 : 11
  const whole = tag.child('L')
  const pieces = items.flatMap((item, place) => {
    const row = whole.child('LI')
    const label = row.child('Lbl')
    const sign = ordered ? `${place + 1}.` : '•'
    const lines = textPieces(desk, row.child('LBody'), item, written, width, indent)
    const [first, ...rest] = lines
    if (!first) return []
    const [mark] = textPieces(desk, label, sign, { ...written, colour: style.strong }, indent)
    const begun = {
      ...first,
      draw: (x: number, y: number) => {
        mark?.draw(x, y)
        first.draw(x, y)
      },
    }
    return [begun, ...rest, space(1.5)]
  })
  return [...pieces, space(style.gap - 1.5)]
}

const facts: PiecesOf<'facts'> = (desk, tag, { facts: all }, width) => {
  const { style } = desk
  const own = tag.child('L')
  const isNarrow = width < 240
  const rows = all.map(({ term, text }) => {
    const row = own.child('LI')
    const terms = (across: number) =>
      textPieces(
        desk,
        row.child('Lbl'),
        term,
        { size: style.size - (isNarrow ? 1 : 0), weight: 'bold', colour: style.quiet },
        across,
      )
    const words = (across: number) =>
      textPieces(desk, row.child('LBody'), text, { size: style.size, colour: style.text }, across)
    const left = width * 0.3
    return isNarrow
      ? whole([...terms(width), ...words(width)])
      : beside([
          { left: 0, pieces: terms(left - 10) },
          { left, pieces: words(width - left) },
        ])
  })
  return [...rows.flatMap((row) => [row, space(isNarrow ? 4 : 2)]), space(style.gap - 2)]
}

const entry: PiecesOf<'entry'> = (desk, tag, { title, when, where, blocks = [], level = 3 }, width) => {
  const { style, bookmark } = desk
  const size = style.headings[level]
  const timeWidth = when ? Math.min(150, width * 0.34) : 0
  const head = textPieces(
    desk,
    tag.child(`H${level}`),
    title,
    { size, weight: 'bold', colour: style.text, leading: 1.3 },
    width - timeWidth - (when ? 8 : 0),
  )
  const time = when
    ? textPieces(
        desk,
        tag.child('P'),
        when,
        { size: style.size - 0.5, colour: style.quiet, leading: 1.45, align: 'right' },
        timeWidth,
      )
    : []
  const line = beside([
    { left: 0, pieces: head },
    { left: width - timeWidth, pieces: time },
  ])
  const begun: Piece = {
    height: line.height,
    stays: true,
    draw: (x, y) => {
      bookmark(level, title)
      line.draw(x, y)
    },
  }
  const place = where
    ? textPieces(desk, tag.child('P'), where, { size: style.size, colour: style.strong }, width).map((piece) => ({
        ...piece,
        stays: blocks.length > 0,
      }))
    : []
  return [
    begun,
    ...place,
    space(1.5),
    ...blocks.flatMap((block) => piecesOf(desk, tag, block, width)),
    space(style.gap),
  ]
}

const image: PiecesOf<'image'> = ({ doc, style }, tag, { bytes, alt, height }, width) => {
  const opened = (doc as unknown as { openImage(from: Uint8Array): { width: number; height: number } }).openImage(
    Buffer.from(bytes),
  )
  const natural = Math.min(1, width / opened.width, 420 / opened.height)
  const factor = height ? Math.min(height / opened.height, width / opened.width) : natural
  const [across, down] = [opened.width * factor, opened.height * factor]
  const draw = (x: number, y: number) => {
    doc.image(Buffer.from(bytes), x, y, { width: across, height: down })
  }
  return [
    {
      height: down,
      draw: (x, y) => {
        if (alt) tag.child('Figure', { alt, bbox: [x, y, x + across, y + down] } as never).draw(() => draw(x, y))
        else ornament(doc, () => draw(x, y))
      },
    },
    space(style.gap),
  ]
}

const columns: PiecesOf<'columns'> = (desk, tag, { columns: all, widths }, width) => {
  const gap = 18
  const shares = widths ?? all.map(() => 1)
  const sum = shares.reduce((one, other) => one + other, 0)
  const free = width - gap * (all.length - 1)
  const at = { left: 0 }
  const placed = all.map((blocks, place) => {
    const across = (free * (shares[place] ?? 1)) / sum
    const left = at.left
    at.left += across + gap
    return { left, pieces: blocks.flatMap((block) => piecesOf(desk, tag.child('Sect'), block, across)) }
  })
  return [beside(placed)]
}

const rule = ({ doc, style }: Desk, width: number): Piece => ({
  height: style.gap * 2,
  draw: (x, y) =>
    ornament(doc, () => {
      doc
        .lineWidth(0.6)
        .strokeColor(style.line)
        .moveTo(x, y + style.gap)
        .lineTo(x + width, y + style.gap)
        .stroke()
    }),
})

/** Any block as pieces for a column of that width; their tags stand in the order of reading. */
export function piecesOf(desk: Desk, tag: Tag, block: Block, width: number): Piece[] {
  switch (block.kind) {
    case 'heading':
      return heading(desk, tag, block, width)
    case 'paragraph':
      return paragraph(desk, tag, block, width)
    case 'list':
      return list(desk, tag, block, width)
    case 'facts':
      return facts(desk, tag, block, width)
    case 'entry':
      return entry(desk, tag, block, width)
    case 'table':
      return tablePieces(desk, tag, block, width)
    case 'image':
      return image(desk, tag, block, width)
    case 'columns':
      return columns(desk, tag, block, width)
    case 'rule':
      return [rule(desk, width)]
    case 'spacer':
      return [space(block.height ?? lineHeight(desk, { size: desk.style.size, colour: '' }))]
  }
}
