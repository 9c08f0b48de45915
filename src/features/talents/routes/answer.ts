import type { z } from 'zod'
import { wordingOf } from '../../occupations/rules/titles.ts'
import { type Shown, titlesOf } from '../rules/cut.ts'
import type { talentAnswer } from '../schema/answers.ts'

/** A shown profile as the API says it: field by field, so that nothing slips through with the rest. */
export const shownAnswer = (shown: Shown, called: string, origin: string): z.input<typeof talentAnswer> => ({
  code: shown.code,
  url: `${origin}/talents/${shown.code}`,
  called,
  anonymous: shown.name === null,
  headline: shown.headline,
  summary: shown.summary,
  city: shown.city,
  department: shown.department,
  email: shown.email,
  phone: shown.phone,
  availableOn: shown.availableOn,
  workKinds: [...shown.workKinds],
  mobility: {
    ...shown.mobility,
    towns: [...shown.mobility.towns],
    departments: [...shown.mobility.departments],
  },
  occupations: shown.occupations.map((one) => ({
    slug: one.slug,
    relation: one.relation,
    title: titlesOf(one, shown.titleForm),
  })),
  skills: shown.skills.map(({ slug, name, label, level }) => ({ slug, name: name || wordingOf(label, 'fr'), level })),
  experiences: shown.experiences.map((one) => ({
    kind: one.kind,
    title: one.title,
    organisation: one.organisationName,
    organisationSlug: one.organisation?.slug ?? null,
    location: one.location,
    startsOn: one.startsOn,
    endsOn: one.endsOn,
    description: one.description,
    highlights: [...one.highlights],
  })),
  education: shown.education.map(({ area, diploma, institution, startsOn, endsOn, description }) => ({
    area,
    diploma,
    institution,
    startsOn,
    endsOn,
    description,
  })),
  achievements: shown.achievements.map(({ kind, title, issuer, date, summary }) => ({
    kind,
    title,
    issuer,
    date,
    summary,
  })),
  languages: shown.languages.map(({ code, name, level }) => ({ code, name, level })),
  links: shown.links.map(({ kind, label, url }) => ({ kind, label, url })),
  changedAt: shown.changedAt.toISOString(),
})
