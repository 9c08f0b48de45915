import type { Language } from '../../../kernel/language.ts'
import type { Worded } from '../../occupations/tables/vocabulary.ts'
import type {
  AchievementKind,
  CefrLevel,
  ExperienceKind,
  LinkKind,
  Mobility,
  Opening,
  PartOpenings,
  ProfileState,
  Relation,
  SkillLevel,
  TitleForm,
  WorkKind,
} from '../schema/vocabulary.ts'

export type HeldOccupation = {
  readonly id: string
  readonly slug: string
  readonly relation: Relation
  readonly masculine: string
  readonly feminine: string
  readonly english: string
  readonly sectors: readonly string[]
}
export type HeldSkill = {
  readonly id: string
  readonly skillId: string | null
  readonly slug: string | null
  readonly name: string
  readonly label: Worded
  readonly level: SkillLevel | null
}
export type HeldExperience = {
  readonly id: string
  readonly kind: ExperienceKind
  readonly title: string
  /** Null where the organisation is not known here, or not for this reader. */
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string } | null
  readonly organisationName: string
  readonly location: string
  readonly url: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly description: string
  readonly highlights: readonly string[]
}
export type HeldEducation = {
  readonly id: string
  readonly courseId: string | null
  readonly institution: string
  readonly url: string
  readonly area: string
  readonly diploma: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly score: string
  readonly courses: readonly string[]
  readonly description: string
}
export type HeldAchievement = {
  readonly id: string
  readonly kind: AchievementKind
  readonly title: string
  readonly issuer: string
  readonly date: string | null
  readonly url: string
  readonly summary: string
  readonly keywords: readonly string[]
}
export type HeldLanguage = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly level: CefrLevel | null
}
export type HeldLink = {
  readonly id: string
  readonly kind: LinkKind
  readonly label: string
  readonly url: string
  readonly username: string
}
export type HeldFile = { readonly id: string; readonly documentId: string; readonly title: string }

/** The settings that decide who sees what. */
export type Guard = {
  readonly userId: string
  readonly state: ProfileState
  readonly visibility: Opening
  readonly anonymous: boolean
  readonly partOpenings: PartOpenings
  readonly chosenOrganisations: readonly string[]
  readonly blockedOrganisations: readonly string[]
}

/** A profile with all its parts, as only its owner sees it. */
export type Whole = Guard & {
  readonly id: string
  readonly code: string
  readonly name: string
  /** The language of the person's account: what they write is taken to be in it. */
  readonly writtenIn: Language
  readonly titleForm: TitleForm
  readonly headline: string
  readonly summary: string
  readonly phone: string
  readonly email: string
  readonly city: string
  readonly department: string
  readonly country: string
  readonly mobility: Mobility
  readonly availableOn: string | null
  readonly workKinds: readonly WorkKind[]
  readonly photoHash: string | null
  readonly createdAt: Date
  readonly changedAt: Date
  readonly occupations: readonly HeldOccupation[]
  readonly skills: readonly HeldSkill[]
  readonly experiences: readonly HeldExperience[]
  readonly education: readonly HeldEducation[]
  readonly achievements: readonly HeldAchievement[]
  readonly languages: readonly HeldLanguage[]
  readonly links: readonly HeldLink[]
  readonly files: readonly HeldFile[]
}
