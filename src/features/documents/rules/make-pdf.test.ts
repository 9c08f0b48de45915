import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { makePdf } from './make-pdf.ts'
import type { PdfPaper } from './pdf/blocks.ts'

const paper = (design: PdfPaper['design']): PdfPaper => ({
  title: "Inès Łukasiewicz-N'Guyen",
  language: 'fr',
  design,
  author: 'Inès Łukasiewicz',
  made: new Date('2026-11-24T10:00:00Z'),
  identity: { name: 'Passerelle', primary: '#3b2f8f' },
  side: [{ kind: 'heading', level: 2, text: 'Contact' }],
  blocks: [
    { kind: 'heading', level: 2, text: 'Expériences' },
    { kind: 'entry', title: 'Animatrice', when: 'mars 2024 – juin 2025', where: 'Studio des Arches' },
    { kind: 'list', items: ['Animation : 40 plans'] },
  ],
})

test.each(['sober', 'side'] as const)(
  'a document of the design "%s" can be read back, with its language and title',
  async (design) => {
    const pdf = await getDocumentProxy(new Uint8Array(await makePdf(paper(design))))
    const { text } = await extractText(pdf, { mergePages: true })
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: 'Inès Łukasiewicz-N’Guyen', Language: 'fr-FR', Author: 'Inès Łukasiewicz' })
    expect(text).toContain('Animation : 40 plans')
    expect(JSON.stringify(await (await pdf.getPage(1)).getStructTree())).toMatch(/"H1".*"H2".*"H3".*"LBody"/)
  },
)
