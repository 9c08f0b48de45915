import PDFDocument from 'pdfkit'
import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { pdfText } from '../text/pdf.ts'
import { piecesOf } from './pdf/block-pieces.ts'
import type { Block, PdfPaper } from './pdf/blocks.ts'
import { flow } from './pdf/flow.ts'
import { type Doc, inkOf } from './pdf/ink.ts'
import { type Desk, type Piece, space, textPieces } from './pdf/pieces.ts'
import { page, stylesOf } from './pdf/style.ts'
import { ornament, rootTag, type Tag } from './pdf/tags.ts'
import { typeset } from './pdf/typeset.ts'

const margin = 54
const foot = 46
const topMargin = 48
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
  const named = { size: style.headings[1], weight: 'bold', colour: style.strong, leading: 1.25 } as const
  return [
    ...textPieces(desk, tag.child('H1'), title, named, width).map((piece) => ({ ...piece, stays: true })),
    ...(subtitle
      ? textPieces(desk, tag.child('P'), subtitle, { size: style.size + 2.5, colour: style.text }, width)
      : []),
    space(style.gap),
  ]
}

/** What stands on every page: for the eye only, a screen reader passes over it. */
function furniture({ doc, desk, left, width }: Sheet, { title, author, language, made, foot: own }: PdfPaper): void {
  const { count } = doc.bufferedPageRange()
  const who = own ?? [...new Set([author, title])].filter((part) => part !== '').join(' · ')
  const said = `${who} · ${formatDay(dayOf(made), language)}`
  const written = { size: 7.5, colour: desk.style.quiet }
  const forTheEye: Tag = { draw: (draw) => ornament(doc, draw, 'Pagination'), child: () => forTheEye }
  for (let n = 0; n < count; n++) {
    doc.switchToPage(n)
    const y = page.height - foot + 14
    const numbered = pdfText(language)('page', { n: n + 1, count })
    textPieces(desk, forTheEye, said, written, width - 70)[0]?.draw(left, y)
    textPieces(desk, forTheEye, numbered, { ...written, align: 'right' }, width)[0]?.draw(left, y)
  }
}

/** The pages of a document under way, and where things stand on them. */
function sheetOf(doc: Doc, { design, identity, language }: PdfPaper) {
  const { main, side, panel, pale } = stylesOf(design, identity.primary)
  const shared = { doc, ink: inkOf(doc), language, bookmark: bookmarks(doc) }
  const hasPanel = design === 'side'
  const left = hasPanel ? panelWidth + 30 : margin
  const width = page.width - left - (hasPanel ? 40 : margin)
  const addPage = (colour: string) => {
    doc.addPage({ size: 'A4', margin: 0 })
    if (hasPanel) ornament(doc, () => doc.rect(0, 0, panelWidth, page.height).fill(colour))
  }
  const opener = (colour: string) => (n: number) => {
    while (doc.bufferedPageRange().count <= n) addPage(colour)
    doc.switchToPage(n)
  }
  const column = { x: left, top: () => topMargin, bottom: page.height - foot - 8 }
  const narrow = { ...column, x: panelMargin }
  const [desk, sideDesk] = [
    { ...shared, style: main },
    { ...shared, style: side },
  ]
  return { doc, desk, sideDesk, hasPanel, left, width, column, narrow, besides: opener(panel), onward: opener(pale) }
}
type Sheet = ReturnType<typeof sheetOf>

/** Title, coloured column, body: in this order a screen reader meets them, whatever the design. */
function compose(sheet: Sheet, paper: PdfPaper): void {
  const { doc, desk, sideDesk, hasPanel, width, column, narrow, besides, onward } = sheet
  const blocksOf = (blocks: readonly Block[], at: Desk, tag: Tag, across: number) =>
    blocks.flatMap((block) => piecesOf(at, tag, block, across))
  const start = { page: 0, y: topMargin }
  besides(0)
  const { root, end } = rootTag(doc)
  const [headTag, sideTag, mainTag] = [root.child('Sect'), root.child('Sect'), root.child('Sect')]
  const below = flow(titlePieces(desk, headTag, paper, width), column, besides, start)
  const narrowWidth = panelWidth - panelMargin * 2
  const aside = hasPanel
    ? flow(blocksOf(paper.side ?? [], sideDesk, sideTag, narrowWidth), narrow, besides, start)
    : flow(blocksOf(paper.side ?? [], desk, sideTag, width), column, onward, below)
  flow(blocksOf(paper.blocks, desk, mainTag, width), column, onward, hasPanel ? below : aside)
  end()
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
  const sheet = sheetOf(doc, paper)
  compose(sheet, paper)
  furniture(sheet, paper)
  doc.end()
  await ended
  return Buffer.concat(pieces)
}
