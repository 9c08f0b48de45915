/** Who may see a profile or a part of it. Each openness contains the ones before it. */
export const openings = ['hidden', 'organisations', 'members', 'public'] as const
export type Opening = (typeof openings)[number]

/** The parts of a profile whose openness a person sets apart. Contact details are no part: the site alone carries messages. */
export const parts = [
  'photo',
  'summary',
  'occupations',
  'skills',
  'experiences',
  'education',
  'achievements',
  'languages',
  'mobility',
  'availability',
  'links',
  'files',
] as const
export type Part = (typeof parts)[number]
export type PartOpenings = Readonly<Partial<Record<Part, Opening>>>

/** `awake`: consent is fresh. `asleep`: nobody sees it, after a year of silence and a reminder. What is erased has no row. */
export const profileStates = ['awake', 'asleep'] as const
export type ProfileState = (typeof profileStates)[number]

export const titleForms = ['both', 'feminine', 'masculine'] as const
export type TitleForm = (typeof titleForms)[number]

export const workKinds = [
  'open-ended',
  'fixed-term',
  'intermittent',
  'freelance',
  'internship',
  'apprenticeship',
] as const
export type WorkKind = (typeof workKinds)[number]

/** Common European Framework of Reference; `native` stands above C2 because CVs say it so. */
export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const
export type CefrLevel = (typeof cefrLevels)[number]

export const experienceKinds = ['work', 'volunteer', 'project'] as const
export type ExperienceKind = (typeof experienceKinds)[number]
export const achievementKinds = ['award', 'certificate', 'publication', 'interest', 'reference'] as const
export type AchievementKind = (typeof achievementKinds)[number]
export const linkKinds = ['portfolio', 'show-reel', 'site', 'network', 'other'] as const
export type LinkKind = (typeof linkKinds)[number]
export const relations = ['held', 'sought'] as const
export type Relation = (typeof relations)[number]

/** 1 notions, 2 practice, 3 mastery, 4 expertise: as on the occupation sheets. */
export const skillLevels = [1, 2, 3, 4] as const
export type SkillLevel = (typeof skillLevels)[number]

export const proposalStates = ['waiting', 'accepted', 'alias', 'refused'] as const
export type ProposalState = (typeof proposalStates)[number]
export const contactStates = ['waiting', 'accepted', 'declined', 'withdrawn'] as const
export type ContactState = (typeof contactStates)[number]

/** What JSON Resume or Europass said and we have no field for: kept as it came, given back as it came. */
export type Extra = Readonly<Record<string, unknown>>

/** Where somebody would work. */
export type Mobility = {
  readonly towns: readonly string[]
  /** By number: '69', '2A'. */
  readonly departments: readonly string[]
  readonly wholeRegion: boolean
  readonly remote: boolean
  readonly radiusKm: number | null
}
