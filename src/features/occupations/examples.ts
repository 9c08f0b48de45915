import { actingAs, type Context } from '../../db/context.ts'
import { system } from '../../kernel/actor.ts'
import type { Examples, Stage } from '../../web/examples.ts'
import { create, publish } from './actions/sheets.ts'
import { createSkill } from './actions/skills.ts'
import type { SheetContent } from './tables/vocabulary.ts'

/** Six skills of which every example sheet asks for some. */
export const exampleSkills = [
  { kind: 'know-how', label: { fr: 'Animer des personnages', en: 'Animating characters' } },
  { kind: 'know-how', label: { fr: 'Modéliser des objets', en: 'Modelling objects' } },
  { kind: 'know-how', label: { fr: 'Éclairer une scène', en: 'Lighting a scene' } },
  { kind: 'knowledge', label: { fr: 'Anatomie', en: 'Anatomy' } },
  { kind: 'behaviour', label: { fr: 'Patience', en: 'Patience' } },
  { kind: 'tool', label: { fr: 'Blender', en: 'Blender' } },
] as const

/** A sheet that is ready to be published unless it says otherwise. */
export const aSheet = (change: Partial<SheetContent> = {}) => ({
  title: { fr: { masculine: 'Animateur 3D', feminine: 'Animatrice 3D' }, en: '3D animator' },
  aliases: { fr: ['Animateur de personnages', 'Animatrice de personnages'], en: ['Character animator'] },
  sectors: ['animation'],
  family: 'artistic',
  rome: ['L1510'],
  esco: '',
  summary: { fr: 'Fait jouer des personnages numériques.', en: 'Makes digital characters act.' },
  missions: {
    fr: ['Étudier le storyboard', 'Bloquer le plan', 'Affiner le mouvement'],
    en: ['Study the storyboard', 'Block the shot', 'Refine the movement'],
  },
  conditions: { fr: 'En studio.', en: 'In a studio.' },
  prospects: { fr: 'Avec une bande démo.', en: 'With a showreel.' },
  skills: exampleSkills.map(({ label }, index) => ({ skill: label.fr, essential: index < 3, level: 3 })),
  ...change,
})

const bySystem = (context: Context) => actingAs(context, { actor: system })
export async function makeSkills(context: Context) {
  for (const one of exampleSkills) await createSkill(bySystem(context), one)
}
/** A published sheet, with the skills that it needs. */
export async function makeSheet(context: Context, change: Partial<SheetContent> = {}) {
  const draft = await create(bySystem(context), aSheet(change))
  return publish(bySystem(context), { slug: draft.slug })
}

type Subject = { readonly origin: string }
const own: Subject = { origin: 'own' }
const anything = () => ({})
/** What each deed is tried on, for the table of permissions. */
export const doors: Readonly<Record<string, () => object>> = {
  'occupations.create': anything,
  'occupations.edit': () => own,
  'occupations.publish': () => own,
  'occupations.unpublish': () => own,
  'occupations.archive': () => own,
  'occupations.review': () => own,
  'occupations.remind-reviews': anything,
  'occupations.create-skill': anything,
  'occupations.edit-skill': () => own,
  'occupations.merge-skill': () => own,
}
/** One address for each page with a parameter. */
export const examplePaths: NonNullable<Examples['examplePaths']> = {
  '/occupations/:slug': '/occupations/animateur-3d',
  '/occupations/:slug/edit': '/occupations/animateur-3d/edit',
  '/occupations/:slug/versions': '/occupations/animateur-3d/versions',
  '/skills/:slug': '/skills/blender',
  '/skills/:slug/edit': '/skills/blender/edit',
  '/skills/:slug/merge': '/skills/blender/merge',
}
/** What the addresses above speak of. */
export async function prepare({ context }: Stage) {
  await makeSkills(context(system))
  return { occupation: await makeSheet(context(system)) }
}
