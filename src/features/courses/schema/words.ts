/** The five closed lists that everything about a course is written with. */
export const courseStates = ['draft', 'submitted', 'published', 'withdrawn'] as const
export type CourseState = (typeof courseStates)[number]

/** Both means that a course is taught in both ways; none that nobody has said. */
export const rhythms = ['initial', 'apprenticeship'] as const
export type Rhythm = (typeof rhythms)[number]

/**
 * The levels of the French register since 2019, which are those of the European framework (EQF): decree 2019-14 of
 * 8 January 2019. One number therefore says both.
 */
export const levels = [3, 4, 5, 6, 7, 8] as const
export type Level = (typeof levels)[number]

/** What a company promises to pupils. */
export const commitments = ['interventions', 'juries', 'internships'] as const
export type Commitment = (typeof commitments)[number]

export const sponsorshipStates = ['proposed', 'confirmed', 'declined', 'ended'] as const
export type SponsorshipState = (typeof sponsorshipStates)[number]
export const sides = ['company', 'school'] as const
export type Side = (typeof sides)[number]

export const importStates = ['uploaded', 'previewed', 'applied', 'undone'] as const
/** `corrected`: the file says something else than what somebody wrote by hand after an earlier import; that stays. */
export const lineOutcomes = ['created', 'updated', 'unchanged', 'corrected', 'refused'] as const
export type LineOutcome = (typeof lineOutcomes)[number]
