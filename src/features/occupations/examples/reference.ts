import type { Tx } from '../../../db/writer.ts'
import type { RepertoryKey, SkillKind, Worded } from '../tables/vocabulary.ts'
import { alias, mobility, occupation, occupationGroup, occupationSkill, skill } from '../tables.ts'

type Reference = {
  code: string
  slug: string
  title: readonly [string, string, string]
  summary: Worded
  skills: string[]
}
const sheets: Readonly<Record<RepertoryKey, readonly Reference[]>> = {
  rome: [
    {
      code: 'L1510',
      slug: 'animateur-de-films-d-animation-rome',
      title: ['Animateur de films d’animation', 'Animatrice de films d’animation', ''],
      summary: { fr: 'Crée les images d’un film.' },
      skills: ['100', '200'],
    },
    { code: 'L1511', slug: 'scripte-rome', title: ['Scripte', 'Scripte', ''], summary: {}, skills: ['100'] },
  ],
  esco: [
    {
      code: 'http://data.europa.eu/esco/occupation/a',
      slug: 'animateur-3d-esco',
      title: ['Animateur 3D', 'Animatrice 3D', '3D animator'],
      summary: { en: 'Animates 3D models.' },
      skills: ['http://data.europa.eu/esco/skill/1'],
    },
    {
      code: 'http://data.europa.eu/esco/occupation/b',
      slug: 'motion-tracer-esco',
      title: ['', '', 'Motion tracer'],
      summary: { en: 'Traces movement.' },
      skills: ['http://data.europa.eu/esco/skill/1'],
    },
  ],
}
type ReferenceSkill = readonly [code: string, slug: string, kind: SkillKind, label: Worded]
const skills: Readonly<Record<RepertoryKey, readonly ReferenceSkill[]>> = {
  rome: [
    ['100', 'dessiner-rome', 'know-how', { fr: 'Dessiner' }],
    ['200', 'blender-rome', 'tool', { fr: 'Blender' }],
  ],
  esco: [['http://data.europa.eu/esco/skill/1', 'motion-capture-esco', 'knowledge', { en: 'Motion capture' }]],
}
const groups = [
  { origin: 'rome', code: 'L', label: { fr: 'Spectacle' }, parentCode: null },
  { origin: 'rome', code: 'L15', label: { fr: 'Techniciens de l’image' }, parentCode: 'L' },
  { origin: 'esco', code: '2', label: { en: 'Professionals' }, parentCode: null },
  { origin: 'esco', code: '2166', label: { en: 'Graphic and multimedia designers' }, parentCode: '2' },
] as const

async function makeRepertory(tx: Tx, origin: RepertoryKey): Promise<string[]> {
  const skillIds = new Map<string, string>()
  for (const [code, slug, kind, label] of skills[origin])
    skillIds.set(code, (await tx.insert(skill, { origin, code, slug, kind, label })).id)
  const ids = []
  for (const { code, slug, title, summary, skills } of sheets[origin]) {
    const [masculine, feminine, english] = title
    const filing = { groupCode: origin === 'rome' ? 'L15' : '2166', isco: origin === 'esco' ? '2166' : null }
    const names = { masculine, feminine, english, aliasWords: english }
    const { id } = await tx.insert(occupation, { origin, code, slug, state: 'published', summary, ...names, ...filing })
    ids.push(id)
    if (english) await tx.insert(alias, { occupationId: id, language: 'en', label: english, position: 0 })
    for (const one of skills)
      await tx.insert(occupationSkill, { occupationId: id, skillId: skillIds.get(one) ?? '', essential: true })
  }
  return ids
}

/** Two sheets of each public repertory, as an import leaves them; one of ESCO has no French. */
export async function makeReferenceSheets(tx: Tx): Promise<void> {
  await tx.insertAll(occupationGroup, [...groups])
  const [first, second] = await makeRepertory(tx, 'rome')
  await makeRepertory(tx, 'esco')
  if (first && second) await tx.insert(mobility, { fromId: second, toId: first, rank: 1 })
}
