import PDFDocument from 'pdfkit'
import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { pdfText } from '../text/pdf.ts'
import { piecesOf } from './pdf/block-pieces.ts'
import type { Block, PdfPaper } from './pdf/blocks.ts'
import { flow } from './pdf/flow.ts'
import { type Doc, inkOf } from './pdf/ink.ts'
import { type Desk, type Piece, space, textPieces } from './pdf/pieces.ts'
import { defaultPrimary, page, type Style, stylesOf } from './pdf/style.ts'
import { ornament, rootTag, type Tag } from './pdf/tags.ts'
import { typeset } from './pdf/typeset.ts'

const margin = 54
const foot = 46
const panelWidth = 178
const panelMargin = 22

const locale = { fr: 'fr-FR', en: 'en-GB' } as const

function openDocument({ title, author, subject, language, made, identity }: PdfPaper): Doc {
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    displayTitle: true,
    lang: locale[language],
    info: {
      Title: typeset(title, language),
      Author: author,
      Subject: subject ?? '',
      Creator: identity.name,
      Producer: 'Passerelle',
      CreationDate: made,
      ModDate: made,
    },
  })
}

/** Bookmarks: the headings of the second level, and under each those of the third. */
function bookmarks(doc: Doc) {
  const state: { section: ReturnType<Doc['outline']['addItem']> | null } = { section: null }
  return (level: number, text: string) => {
    if (level === 2) state.section = doc.outline.addItem(text)
    else if (level === 3) (state.section ?? doc.outline).addItem(text)
  }
}

function titlePieces(desk: Desk, tag: Tag, { title, subtitle }: PdfPaper, width: number): Piece[] {
  const { style } = desk
  const named = { size: style.headings[1], weight: 'bold', colour: style.strong, leading: 1.15 } as const
  return [
    ...textPieces(desk, tag.child('H1'), title, named, width).map((piece) => ({ ...piece, stays: true })),
    ...(subtitle
      ? textPieces(desk, tag.child('P'), subtitle, { size: style.size + 2.5, colour: style.text }, width)
      : []),
    space(style.gap),
  ]
}

/** What stands on every page: for the eye only, a screen reader passes over it. */
function furniture(doc: Doc, desk: Desk, paper: PdfPaper, left: number): void {
  const { count } = doc.bufferedPageRange()
  const { title, author, language, made } = paper
  const said = paper.foot ?? [author, title].filter((part) => part !== '').join(' · ')
  for (let n = 0; n < count; n++) {
    doc.switchToPage(n)
    const numbered = pdfText(language)('page', { n: n + 1, count })
    const written = { size: 7.5, colour: desk.style.quiet }
    const quietTag: Tag = { draw: (draw) => ornament(doc, draw, 'Pagination'), child: () => quietTag }
    const width = page.width - left - margin
    const y = page.height - foot + 14
    textPieces(desk, quietTag, `${said} · ${formatDay(dayOf(made), language)}`, written, width - 70)[0]?.draw(left, y)
    textPieces(desk, quietTag, numbered, { ...written, align: 'right' }, width)[0]?.draw(left, y)
  }
}

/**
 * A PDF that everybody can read: tagged (PDF/UA-1), with its language, title, headings, lists, tables with header cells,
 * texts for pictures, bookmarks; fonts embedded; nothing in it depends on the machine. Same paper, same bytes.
 */
export async function makePdf(paper: PdfPaper): Promise<Buffer> {
  const doc = openDocument(paper)
  const pieces: Uint8Array[] = []
  doc.on('data', (piece: Uint8Array) => pieces.push(piece))
  const ended = new Promise<void>((done, fail) => doc.once('end', done).once('error', fail))
  const ink = inkOf(doc)
  const { main, side, panel } = stylesOf(paper.design, paper.identity.primary ?? defaultPrimary)
  const bookmark = bookmarks(doc)
  const deskOf = (style: Style): Desk => ({ doc, ink, style, language: paper.language, bookmark })
  const hasPanel = paper.design === 'side'
  const left = hasPanel ? panelWidth + 30 : margin
  const width = page.width - left - (hasPanel ? 40 : margin)
  const addPage = () => {
    doc.addPage({ size: 'A4', margin: 0 })
    if (hasPanel) ornament(doc, () => doc.rect(0, 0, panelWidth, page.height).fill(panel))
  }
  const goTo = (n: number) => {
    while (doc.bufferedPageRange().count <= n) addPage()
    doc.switchToPage(n)
  }
  goTo(0)
  const { root, end } = rootTag(doc)
  const [headTag, sideTag, mainTag] = [root.child('Sect'), root.child('Sect'), root.child('Sect')]
  const desk = deskOf(main)
  const column = { x: left, top: () => 48, bottom: page.height - foot - 8 }
  const blocksOf = (blocks: readonly Block[], at: Desk, tag: Tag, across: number) =>
    blocks.flatMap((block) => piecesOf(at, tag, block, across))
  const head = titlePieces(desk, headTag, paper, width)
  const besides = paper.side ?? []
  const top = flow(head, column, goTo, { page: 0, y: column.top() })
  if (hasPanel) {
    const narrow = { ...column, x: panelMargin }
    flow(blocksOf(besides, deskOf(side), sideTag, panelWidth - panelMargin * 2), narrow, goTo, {
      page: 0,
      y: column.top(),
    })
    flow(blocksOf(paper.blocks, desk, mainTag, width), column, goTo, top)
  } else
    flow(
      [...blocksOf(besides, desk, sideTag, width), ...blocksOf(paper.blocks, desk, mainTag, width)],
      column,
      goTo,
      top,
    )
  end()
  furniture(doc, desk, paper, left)
  doc.end()
  await ended
  return Buffer.concat(pieces)
}
