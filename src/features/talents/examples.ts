import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { actingAs, type Context } from '../../db/context.ts'
import { narrow } from '../../db/scope.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Examples, Rows, Stage } from '../../web/examples.ts'
import { askContact } from './actions/contacts.ts'
import { addFile } from './actions/files.ts'
import * as parts from './actions/parts.ts'
import { setPhoto } from './actions/photo.ts'
import { openProfile, setHeading, setOccupations, setWishes } from './actions/profile.ts'
import { saveSearch } from './actions/searches.ts'
import { saveSkill } from './actions/skills.ts'
import { setVisibility } from './actions/visibility.ts'
import * as policy from './policy.ts'
import { skillProposal } from './tables/dealings.ts'
import { experience, talentFile } from './tables.ts'

export { loadTalentDealings, loadTalents } from './examples/demo.ts'

/** A profile of the person who acts: a headline, an experience, and who may see it. */
export async function makeProfile(
  context: Context,
  change: {
    readonly heading?: object
    readonly occupations?: { readonly held?: readonly string[]; readonly sought?: readonly string[] }
    readonly experience?: object
    readonly skills?: readonly object[]
    readonly visibility?: object
  } = {},
) {
  await openProfile(context, {})
  await setHeading(context, { headline: 'Du storyboard au rendu', city: 'Annecy', department: '74', ...change.heading })
  if (change.occupations) await setOccupations(context, change.occupations)
  await setWishes(context, { availableOn: '2027-03-01', workKinds: ['freelance'] })
  if (change.experience) await parts.saveExperience(context, { title: 'Animation', ...change.experience })
  for (const skill of change.skills ?? []) await saveSkill(context, skill)
  return setVisibility(context, { visibility: 'public', ...change.visibility })
}

/** A public profile of `person`, what `hr` asks of it, a saved search and a proposed skill. */
export async function prepare({ tx, read, context, actor, rows }: Stage): Promise<Rows> {
  const person = await actor('person')
  const by = (who: Actor) => actingAs(context(who), {})
  const profile = await makeProfile(by(person), {
    occupations: { held: [rows.occupation.id] },
    experience: { organisationName: 'Studio inconnu', startsOn: '2020-01' },
    skills: [{ name: 'Rotopinceau' }],
  })
  const picture = (name: string) => new File([readFileSync('src/ui/card.png')], name)
  await setPhoto(by(person), { file: picture('portrait.png') })
  await addFile(by(person), { title: 'Une image', file: picture('image.png') })
  const shown = await read.one(policy.ownParts(person, talentFile))
  const hr = await actor('hr')
  const request = await askContact(by(hr), { code: profile.code, message: 'Nous cherchons une personne comme vous.' })
  const search = await saveSearch(by(hr), { name: 'Blender', asked: 'q=blender' })
  const row = await read.one(policy.ownParts(person, experience))
  const proposal = await tx.one(narrow(policy.everything(skillProposal), eq(skillProposal.label, 'Rotopinceau')))
  return {
    talent: profile,
    talentRow: row,
    talentFile: shown,
    talentContact: request,
    talentSearch: search,
    skillProposal: proposal,
  }
}

const own = (_rows: Rows, { id }: Actor) => ({ userId: id })
const anything = () => ({})
/** For each door, the subject that its rule is asked about. */
export const doors: NonNullable<Examples['doors']> = {
  'talents.open-profile': anything,
  'talents.set-heading': own,
  'talents.set-mobility': own,
  'talents.set-wishes': own,
  'talents.set-occupations': own,
  'talents.confirm-profile': own,
  'talents.save-experience': own,
  'talents.save-education': own,
  'talents.save-achievement': own,
  'talents.save-language': own,
  'talents.save-link': own,
  'talents.save-skill': own,
  'talents.set-levels': own,
  'talents.remove-row': own,
  'talents.move-row': own,
  'talents.add-file': own,
  'talents.set-photo': own,
  'talents.remove-photo': own,
  'talents.add': own,
  'talents.set-visibility': own,
  'talents.block': own,
  'talents.close-profile': own,
  'talents.look': ({ talent }) => talent,
  'talents.ask': ({ talent }) => talent,
  'talents.answer-contact': ({ talentContact, talent }) => ({ ...talentContact, userId: talent.userId }),
  'talents.withdraw-contact': ({ talentContact }) => talentContact,
  'talents.save-search': own,
  'talents.change-search': ({ talentSearch }) => talentSearch,
  'talents.remove-search': ({ talentSearch }) => talentSearch,
  'talents.answer-proposal': ({ skillProposal }) => skillProposal,
  'talents.load-profiles': anything,
  'talents.tend-consents': anything,
  'talents.send-alerts': anything,
  'talents.follow-names': anything,
  'talents.follow-skills': anything,
  'talents.follow-organisations': anything,
}
const at = (rest: string) => [
  `/talents/:code{[0-9a-f]{12}}${rest}`,
  ({ talent }: Rows) => `/talents/${talent.code}${rest}`,
]
/** An address for each page with parameters. */
export const examplePaths: NonNullable<Examples['examplePaths']> = {
  ...Object.fromEntries(['', '/photo.webp', '/contact'].map(at)),
  '/talents/:code{[0-9a-f]{12}}/files/:id': ({ talent, talentFile: { id } }) => `/talents/${talent.code}/files/${id}`,
  '/talents/mine/:list/:id': ({ talentRow }) => `/talents/mine/experience/${talentRow.id}`,
  '/api/v1/talents/:code': ({ talent }) => `/api/v1/talents/${talent.code}`,
}
