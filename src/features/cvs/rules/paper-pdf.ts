import { makePdf } from '../../documents/rules/make-pdf.ts'
import type { Block, Rich } from '../../documents/rules/pdf/blocks.ts'
import { printText } from '../text/print.ts'
import type { Paper, PaperEntry, PaperPart } from './paper.ts'

const paragraphs = (text: string): Block[] =>
  text
    .split(/\n+/)
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', text: line }))
const item = ({ title, where }: PaperEntry): Rich => (where ? [{ text: title, bold: true }, ` – ${where}`] : title)

function entryBlock({ title, where, when, text, points, href }: PaperEntry): Block {
  const blocks: Block[] = [
    ...paragraphs(text),
    ...(points.length > 0 ? [{ kind: 'list', items: points } as const] : []),
    ...(href ? [{ kind: 'paragraph', text: { text: href, href }, look: 'quiet' } as const] : []),
  ]
  return {
    kind: 'entry',
    title,
    level: 3,
    ...(when && { when }),
    ...(where && { where }),
    ...(blocks.length > 0 && { blocks }),
  }
}
const partBlocks = ({ title, look, text, entries }: PaperPart): Block[] => [
  { kind: 'heading', level: 2, text: title },
  ...paragraphs(text),
  ...(look === 'items'
    ? [{ kind: 'list', items: entries.map(item) } as const]
    : look === 'entries'
      ? entries.map(entryBlock)
      : []),
]

/** In the design with a column, what is read at a glance stands there. */
const besides = new Set(['skills', 'languages', 'interests'])

function contactBlocks({ contact, language, design }: Paper): Block[] {
  if (contact.length === 0) return []
  const rich = ({ text, href }: Paper['contact'][number]) => (href ? { text, href } : text)
  if (design === 'sober') {
    const line = contact.flatMap((one, at): Exclude<Rich, readonly unknown[]>[] => [
      ...(at > 0 ? [' · '] : []),
      rich(one),
    ])
    return [{ kind: 'paragraph', text: line }]
  }
  return [
    { kind: 'heading', level: 2, text: printText(language)('contact') },
    { kind: 'list', items: contact.map(rich) },
  ]
}

/** The CV as an accessible PDF. Its properties say the name and « CV », nothing of the account or the site's addresses. */
export function pdfOf(
  paper: Paper,
  made: Date,
  identity: { readonly name: string; readonly primary?: string | undefined },
) {
  const isBeside = ({ part }: PaperPart) => paper.design === 'side' && besides.has(part)
  return makePdf({
    title: paper.name,
    ...(paper.title && { subtitle: paper.title }),
    language: paper.language,
    design: paper.design,
    author: paper.name,
    subject: printText(paper.language)('cv'),
    made,
    identity,
    side: [...contactBlocks(paper), ...paper.parts.filter(isBeside).flatMap(partBlocks)],
    blocks: paper.parts.filter((part) => !isBeside(part)).flatMap(partBlocks),
    foot: `${paper.name} – ${printText(paper.language)('cv')}`,
  })
}
