import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import yazl from 'yazl'

/** A CV as people write them, in lines: « # » begins a heading, « - » a bullet. */
export const frenchCv = `Camille Roussel
Animatrice 3D
12 rue des Ponts, 69003 Lyon
camille.roussel@example.org – 06 12 34 56 78
www.camille-roussel.example.com

# Profil
Animatrice 3D depuis huit ans, je fais jouer des personnages pour le long métrage et la série.

# Expériences professionnelles
Mars 2021 – aujourd’hui
Animatrice 3D, Studio des Ponts, Lyon
- Animation de personnages sur une série de 26 épisodes avec Blender
- Encadrement de deux stagiaires
Septembre 2018 – février 2021
Animatrice de personnages, Films de la Saône, Lyon
- Animation faciale pour un long métrage

# Formation
2015 – 2018
Master Cinéma d’animation, École Émile Cohl, Lyon
2014
Baccalauréat scientifique, Lycée Ampère

# Compétences
Blender, Animer des personnages, anatomie
# Langues
Français : langue maternelle, Anglais : courant (TOEIC 890), Espagnol : notions
# Centres d’intérêt
Marionnettes, escalade
`

const shown = (line: string) => line.replace(/^# /, '').replace(/^- /, '• ')

/** The same as a PDF, typeset by a program as word processors do. */
export async function pdfOf(text: string, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 50, font: 'Helvetica', ...options })
  for (const line of text.split('\n')) {
    const isHeading = line.startsWith('# ')
    document.font(isHeading ? 'Helvetica-Bold' : 'Helvetica').fontSize(isHeading ? 14 : 10)
    document.text(line === '' ? ' ' : shown(line))
  }
  document.end()
  return buffer(document)
}
/** Two columns: contact, skills and languages at the left, the rest at the right. */
export async function columnsPdf(left: string, right: string, head: string): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', margin: 40, font: 'Helvetica' })
  document.fontSize(20).text(head, 40, 40)
  const column = (text: string, x: number, width: number) => {
    document.fontSize(10)
    document.text(text.split('\n').map(shown).join('\n'), x, 100, { width })
  }
  column(left, 40, 150)
  column(right, 220, 330)
  document.end()
  return buffer(document)
}
/** Only a drawing: what a scanner without text recognition gives. */
export async function scannedPdf(): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4' })
  document.rect(50, 50, 400, 600).fill('#cccccc')
  document.end()
  return buffer(document)
}

type Parts = Readonly<Record<string, string | Buffer>>
export async function zipOf(parts: Parts): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name)
  zip.end()
  return buffer(zip.outputStream as unknown as NodeJS.ReadableStream)
}
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export const docxOf = (text: string, more: Parts = {}): Promise<Buffer> =>
  zipOf({
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${text
      .split('\n')
      .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(shown(line))}</w:t></w:r></w:p>`)
      .join('')}</w:body></w:document>`,
    ...more,
  })

export const odtOf = (text: string, more: Parts = {}): Promise<Buffer> =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': `${xml}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`,
    'content.xml': `${xml}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${text
      .split('\n')
      .map((line) =>
        line.startsWith('- ')
          ? `<text:list><text:list-item><text:p>${escaped(line.slice(2))}</text:p></text:list-item></text:list>`
          : line.startsWith('# ')
            ? `<text:h text:outline-level="1">${escaped(line.slice(2))}</text:h>`
            : `<text:p>${escaped(line)}</text:p>`,
      )
      .join('')}</office:text></office:body></office:document-content>`,
    ...more,
  })
