import { bothForms } from '../../occupations/rules/titles.ts'
import type { Opening, Part } from '../schema/vocabulary.ts'
import { masked, secretsOf } from './masking.ts'
import type { HeldExperience, HeldOccupation, Whole } from './whole.ts'

/** Of a reader: 1 everybody, 2 members, 3 people of a chosen organisation, 4 the person. */
export type Rank = 1 | 2 | 3 | 4
export const readerRanks = [1, 2, 3] as const
const needed: Record<Opening, number> = { public: 1, members: 2, organisations: 3, hidden: 4 }

/** Whether a profile, as far as its openness says, is seen at a rank. */
export const isSeen = (whole: { readonly visibility: Opening }, rank: Rank) => rank >= needed[whole.visibility]
/** A part is as open as the person says, and never more open than the profile. */
export const isPartSeen = (whole: Pick<Whole, 'visibility' | 'partOpenings'>, part: Part, rank: Rank) =>
  isSeen(whole, rank) && rank >= needed[whole.partOpenings[part] ?? whole.visibility]

/** What of a profile one reader sees. Empty stands for hidden as for nothing said: the reader cannot tell which. */
export type Shown = Omit<Whole, 'name' | 'userId' | 'partOpenings' | 'chosenOrganisations' | 'blockedOrganisations'> & {
  /** Null where the talent is anonymous to this reader. */
  readonly name: string | null
}
const nowhere = { towns: [], departments: [], wholeRegion: false, remote: false, radiusKm: null }

/**
 * The one rule that cuts a profile for a reader. `reveals`: the person has accepted a contact from this reader and said who
 * they are; only then are names, contact details, employers, links and files of an anonymous profile there.
 */
export function cutFor(whole: Whole, rank: Rank, reveals: boolean): Shown {
  const { userId: _u, partOpenings: _p, chosenOrganisations: _c, blockedOrganisations: _b, ...rest } = whole
  const sees = (part: Part) => isPartSeen(whole, part, rank)
  const shown: Shown = {
    ...rest,
    summary: sees('summary') ? whole.summary : '',
    phone: reveals ? whole.phone : '',
    email: reveals ? whole.email : '',
    photoHash: sees('photo') ? whole.photoHash : null,
    occupations: sees('occupations') ? whole.occupations : [],
    skills: sees('skills') ? whole.skills : [],
    experiences: sees('experiences') ? whole.experiences : [],
    education: sees('education') ? whole.education : [],
    achievements: sees('achievements') ? whole.achievements : [],
    languages: sees('languages') ? whole.languages : [],
    mobility: sees('mobility') ? whole.mobility : nowhere,
    availableOn: sees('availability') ? whole.availableOn : null,
    workKinds: sees('availability') ? whole.workKinds : [],
    links: sees('links') ? whole.links : [],
    files: sees('files') ? whole.files : [],
  }
  return whole.anonymous && !reveals && rank < 4 ? unnamed(shown, whole) : shown
}

function unnamed(shown: Shown, whole: Whole): Shown {
  const secrets = secretsOf(whole)
  const mask = (text: string) => masked(text, secrets)
  const employer = (one: HeldExperience): HeldExperience => ({
    ...one,
    title: mask(one.title),
    organisation: null,
    organisationName: '',
    location: mask(one.location),
    url: '',
    description: mask(one.description),
    highlights: one.highlights.map(mask),
  })
  return {
    ...shown,
    name: null,
    phone: '',
    email: '',
    photoHash: null,
    headline: mask(shown.headline),
    summary: mask(shown.summary),
    skills: shown.skills.map((one) => ({ ...one, name: mask(one.name) })),
    experiences: shown.experiences.map(employer),
    education: shown.education.map((one) => ({
      ...one,
      url: '',
      area: mask(one.area),
      diploma: mask(one.diploma),
      institution: mask(one.institution),
      description: mask(one.description),
      courses: one.courses.map(mask),
    })),
    // Who speaks for somebody, and where their work is published, says who they are.
    achievements: shown.achievements
      .filter(({ kind }) => kind !== 'reference' && kind !== 'publication')
      .map((one) => ({
        ...one,
        title: mask(one.title),
        issuer: mask(one.issuer),
        url: '',
        summary: mask(one.summary),
        keywords: one.keywords.map(mask),
      })),
    links: [],
    files: [],
  }
}

type Titled = Pick<HeldOccupation, 'masculine' | 'feminine' | 'english'>
/** « Animatrice 3D » for who wants to be called so, both forms otherwise; sheets of ESCO may have no French. */
export function titlesOf(one: Titled, form: Whole['titleForm']): { readonly fr: string; readonly en: string } {
  const french = form === 'both' ? bothForms(one.masculine, one.feminine) : one[form] || one.masculine
  return { fr: french || one.english, en: one.english || french }
}
