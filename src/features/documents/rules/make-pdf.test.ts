import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { makePdf } from './make-pdf.ts'
import type { Block, Design, PdfPaper } from './pdf/blocks.ts'
import { pictureOf } from './testing-files.ts'

const state = { picture: Buffer.alloc(0) }
beforeAll(async () => {
  state.picture = await pictureOf('png')
})
const paper = (design: Design, blocks: readonly Block[], more: Partial<PdfPaper> = {}): PdfPaper => ({
  title: "Inès Łukasiewicz-N'Guyen",
  language: 'fr',
  design,
  author: 'Inès Łukasiewicz',
  made: new Date('2026-11-24T10:00:00Z'),
  identity: { name: 'Passerelle', primary: '#3b2f8f' },
  blocks,
  ...more,
})
const everything = (): readonly Block[] => [
  { kind: 'heading', level: 2, text: 'Expériences' },
  {
    kind: 'entry',
    title: 'Animatrice 3D',
    when: 'mars 2024 – juin 2025',
    where: 'Studio des Arches',
    blocks: [{ kind: 'paragraph', text: ['Voir ', { text: 'la bande', href: 'https://example.org/bande' }, ' !'] }],
  },
  { kind: 'list', items: ['Animation : 40 plans', 'Rigging'] },
  { kind: 'facts', facts: [{ term: 'Ville', text: 'Lyon' }] },
  { kind: 'heading', level: 2, text: 'Chiffres' },
  { kind: 'table', head: ['Année', 'Plans'], rows: [['2024', '40']], numeric: [1], caption: 'Plans livrés' },
  { kind: 'image', bytes: state.picture, alt: 'Un pont à deux arches' },
  { kind: 'image', bytes: state.picture, alt: '' },
  { kind: 'columns', columns: [[{ kind: 'paragraph', text: 'à gauche' }], [{ kind: 'paragraph', text: 'à droite' }]] },
  { kind: 'rule' },
  { kind: 'spacer' },
]
type Node = { role?: string; alt?: string; children?: Node[] }
const opened = async (given: PdfPaper) => getDocumentProxy(new Uint8Array(await makePdf(given)))
const wordsOf = async (given: PdfPaper) => (await extractText(await opened(given), { mergePages: true })).text
async function treeOf(given: PdfPaper): Promise<Node[]> {
  const pdf = await opened(given)
  const pages = Array.from({ length: pdf.numPages }, async (_, n) => (await pdf.getPage(n + 1)).getStructTree())
  return (await Promise.all(pages)) as Node[]
}
const all = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...all(node.children ?? [])])
/** Whether a node has something on its page: pdfjs shows whole tables on each page that they touch. */
const isSaid = (node: Node) => (node.children ?? []).length > 0
/** 'Table(TR(TH TH) TR(TD TD))': the roles below a node. */
const outlineOf = ({ role, children = [] }: Node): string => {
  const below = children.filter((child) => child.role).map(outlineOf)
  return below.length > 0 ? `${role}(${below.join(' ')})` : `${role}`
}
const first = async (role: string, given: PdfPaper) => all(await treeOf(given)).find((node) => node.role === role)

describe.each(['sober', 'side'] as const)('a document of the design "%s"', (design) => {
  const side: readonly Block[] = [{ kind: 'heading', level: 2, text: 'Contact' }]

  test('says its language, title, author and day', async () => {
    const { info } = await (await opened(paper(design, everything()))).getMetadata()
    expect(info).toMatchObject({
      Title: 'Inès Łukasiewicz-N’Guyen',
      Language: 'fr-FR',
      Author: 'Inès Łukasiewicz',
      Creator: 'Passerelle',
      CreationDate: 'D:20261124100000Z',
    })
    const english = await (await opened(paper(design, everything(), { language: 'en' }))).getMetadata()
    expect(english.info).toMatchObject({ Language: 'en-GB' })
  })

  test('declares itself accessible (PDF/UA) and shows its title in the window', async () => {
    const bytes = (await makePdf(paper(design, everything()))).toString('latin1')
    expect(bytes).toContain('pdfuaid:part')
    expect(bytes).toMatch(/\/DisplayDocTitle true/)
    expect(bytes).toMatch(/\/Marked true/)
  })

  test('is read in the order in which it is meant, with its structure', async () => {
    const given = paper(design, everything(), { side, subtitle: 'Animatrice' })
    const text = await wordsOf(given)
    const order = ['N’Guyen', 'Contact', 'Expériences', 'Animatrice 3D', 'Rigging', 'Chiffres', 'à gauche', 'à droite']
    const places = order.map((word) => text.indexOf(word))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places).not.toContain(-1)
    expect(outlineOf((await first('Table', given)) as Node)).toBe('Table(Caption TR(TH TH) TR(TD TD))')
    expect(outlineOf((await first('L', given)) as Node)).toBe('L(LI(Lbl LBody) LI(Lbl LBody))')
    const roles = all(await treeOf(given)).map(({ role }) => role)
    for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'Link', 'Figure']) expect(roles).toContain(role)
  })

  test('has a text for each picture that says something, and none for ornaments', async () => {
    const figures = all(await treeOf(paper(design, everything()))).filter(({ role }) => role === 'Figure')
    expect(figures.map(({ alt }) => alt)).toEqual(['Un pont à deux arches'])
  })

  test('has its headings as bookmarks', async () => {
    const marks = await (await opened(paper(design, everything()))).getOutline()
    expect(marks?.map(({ title, items }) => [title, items.map((item: { title: string }) => item.title)])).toEqual([
      ['Expériences', ['Animatrice 3D']],
      ['Chiffres', []],
    ])
  })

  test('counts its pages outside of what is read out, and repeats the head of a long table for the eye only', async () => {
    const rows = Array.from({ length: 90 }, (_, n) => [`Projet ${n}`, `${n}`])
    const given = paper(design, [{ kind: 'table', head: ['Projet', 'Plans'], rows }])
    const pdf = await opened(given)
    expect(pdf.numPages).toBeGreaterThan(2)
    const { text } = await extractText(pdf)
    expect(text.map((page) => /page (\d) sur (\d)/.exec(page)?.slice(1))).toEqual(
      text.map((_, n) => [`${n + 1}`, `${text.length}`]),
    )
    expect(text.every((page) => page.includes('Plans'))).toBe(true)
    const trees = await treeOf(given)
    const said = (role: string) => all(trees).filter((node) => node.role === role && isSaid(node))
    expect(said('TH')).toHaveLength(2)
    expect(said('TD')).toHaveLength(180)
  })

  test('is the same, byte for byte, when it is made again', async () => {
    const given = paper(design, everything())
    expect((await makePdf(given)).equals(await makePdf(given))).toBe(true)
  })
})

test('a heading never stands alone at the foot of a page', async () => {
  const filler = (lines: number): Block[] => Array.from({ length: lines }, () => ({ kind: 'paragraph', text: 'ligne' }))
  for (let lines = 30; lines < 40; lines++) {
    const blocks: Block[] = [
      ...filler(lines),
      { kind: 'heading', level: 2, text: 'TITRE' },
      { kind: 'paragraph', text: 'SUITE' },
    ]
    const { text } = await extractText(await opened(paper('sober', blocks)))
    const pageOf = (word: string) => text.findIndex((page) => page.includes(word))
    expect(pageOf('TITRE')).toBe(pageOf('SUITE'))
  }
})

test('names in other alphabets are written with the letters of the face, and what it lacks is seen', async () => {
  const text = await wordsOf(paper('sober', [{ kind: 'paragraph', text: 'Žižek, Ωμέγα, Жуков, Nguyễn, 中' }]))
  expect(text).toContain('Žižek, Ωμέγα, Жуков, Nguyễn, ?')
})

test('a word that is longer than any line is cut, and nothing of it is lost', async () => {
  const address = `https://example.org/${'abcdefghij'.repeat(30)}`
  const text = await wordsOf(paper('side', [{ kind: 'paragraph', text: address }]))
  expect(text.replace(/\s/g, '')).toContain(address)
})

test('a cluster with a light colour still has letters that can be read', async () => {
  await expect(
    makePdf(paper('side', everything(), { identity: { name: 'P', primary: '#f2e71b' } })),
  ).resolves.toBeInstanceOf(Buffer)
})
