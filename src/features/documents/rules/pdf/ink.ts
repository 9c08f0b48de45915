import type PDFDocument from 'pdfkit'
import { type FontPart, fontParts, type Weight } from './fonts.ts'

export type Doc = InstanceType<typeof PDFDocument>
/** What is known of the open font: pdfkit's types say nothing of it. */
type Opened = { font: { hasGlyphForCodePoint(code: number): boolean } }

/** A stretch of one line in one font. */
export type Run = {
  readonly text: string
  readonly font: string
  readonly width: number
  readonly href?: string | undefined
}
export type Line = { readonly runs: readonly Run[]; readonly width: number }
export type Letters = { readonly text: string; readonly weight: Weight; readonly href?: string | undefined }

/** Measures and writes text of all the alphabets that the face has. */
export function inkOf(doc: Doc) {
  for (const { name, bytes } of [...fontParts.regular, ...fontParts.bold]) doc.registerFont(name, bytes)
  const opened = new Map<string, Opened['font']>()
  const fontNamed = ({ name }: FontPart) => {
    const found = opened.get(name)
    if (found) return found
    doc.font(name)
    const font = (doc as unknown as { _font: Opened })._font.font
    opened.set(name, font)
    return font
  }
  const fontFor = (letter: string, weight: Weight): string | null =>
    fontParts[weight].find((part) => fontNamed(part).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))?.name ?? null
  const widthOf = (text: string, font: string, size: number) => doc.font(font).fontSize(size).widthOfString(text)

  /** Letters of one weight as runs of one font each; what no font has becomes a question mark. */
  function runsOf({ text, weight, href }: Letters, size: number): Run[] {
    const parts: { text: string; font: string }[] = []
    const usual = fontParts[weight][0]?.name ?? ''
    for (const letter of text) {
      const last = parts.at(-1)
      const found = fontFor(letter, weight)
      const font = found ?? usual
      // A space belongs to any alphabet: it stays in the run it ends.
      if (last && (last.font === font || /\s/.test(letter))) last.text += found ? letter : '?'
      else parts.push({ text: found ? letter : '?', font })
    }
    return parts.map((run) => ({ ...run, width: widthOf(run.text, run.font, size), href }))
  }
  return { runsOf, widthOf }
}
export type Ink = ReturnType<typeof inkOf>
