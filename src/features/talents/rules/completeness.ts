import type { Whole } from './whole.ts'

/** What makes a profile found and understood, the most useful first. */
export const milestones = [
  'headline',
  'occupations',
  'skills',
  'experiences',
  'availability',
  'place',
  'mobility',
  'education',
  'summary',
  'languages',
  'links',
] as const
export type Milestone = (typeof milestones)[number]
const wantedSkills = 5

const isReached: Record<Milestone, (whole: Whole) => boolean> = {
  headline: ({ headline }) => headline !== '',
  occupations: ({ occupations }) => occupations.length > 0,
  skills: ({ skills }) => skills.length >= wantedSkills,
  experiences: ({ experiences }) => experiences.length > 0,
  availability: ({ availableOn, workKinds }) => availableOn !== null && workKinds.length > 0,
  place: ({ city, department }) => city !== '' && department !== '',
  mobility: ({ mobility }) =>
    mobility.wholeRegion || mobility.remote || mobility.departments.length > 0 || mobility.towns.length > 0,
  education: ({ education }) => education.length > 0,
  summary: ({ summary }) => summary.length >= 80,
  languages: ({ languages }) => languages.length > 0,
  links: ({ links }) => links.length > 0,
}

/** How far a profile has come, and what to say next. A beginner without an experience is never stuck below all the rest. */
export function completenessOf(whole: Whole) {
  const missing = milestones.filter((one) => !isReached[one](whole))
  return { percent: Math.round((100 * (milestones.length - missing.length)) / milestones.length), missing }
}
