import type { ImportSummary } from '../tables/vocabulary.ts'

/** The counts of an import, for the journal. */
export const noteOf = ({ version, occupations, skills, links, mobility, refused, noted }: ImportSummary) => ({
  version,
  created: occupations.created,
  updated: occupations.updated,
  unchanged: occupations.unchanged,
  withdrawn: occupations.withdrawn,
  skillsCreated: skills.created,
  skillsUpdated: skills.updated,
  skillsUnchanged: skills.unchanged,
  links,
  ...(mobility !== null && { mobility }),
  refused,
  ...(noted && { noted }),
})
