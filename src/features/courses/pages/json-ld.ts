import { inLanguage } from '../../../kernel/localised.ts'
import type { Page } from '../../../ui/page.ts'
import { titleOf, wordingOf } from '../../occupations/rules/titles.ts'
import type { CourseRecord } from '../queries/course.ts'

/** ISO 8601: 30 months are P2Y6M. */
const isoDuration = (months: number) =>
  `P${Math.floor(months / 12) > 0 ? `${Math.floor(months / 12)}Y` : ''}${months % 12 > 0 ? `${months % 12}M` : ''}`

const modes = { initial: 'full-time', apprenticeship: 'apprenticeship' } as const

const placeOf = (one: CourseRecord) => ({
  '@type': 'Place',
  address: {
    '@type': 'PostalAddress',
    addressLocality: one.town,
    postalCode: one.place?.postcode || undefined,
    streetAddress: one.place?.address || undefined,
  },
})

/** https://schema.org/EducationalOccupationalProgram, with nothing that the page does not show. */
export function courseJsonLd(page: Page, one: CourseRecord) {
  const { language, origin } = page
  const path = page.href(`/courses/${one.slug}`)
  const at = (href: string) => origin + page.href(href)
  const providers = one.schools.map((school) => ({
    '@type': 'EducationalOrganization',
    '@id': `${origin}/organisations/${school.slug}`,
    name: school.displayName,
    url: at(`/organisations/${school.slug}`),
  }))
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalProgram',
    '@id': origin + path,
    url: origin + path,
    name: inLanguage(one.title, language),
    description: inLanguage(one.summary, language) || undefined,
    provider: providers.length > 0 ? providers : undefined,
    educationalCredentialAwarded:
      one.diploma || one.level !== null
        ? {
            '@type': 'EducationalOccupationalCredential',
            name: one.diploma || undefined,
            educationalLevel: one.level === null ? undefined : `EQF ${one.level}`,
            identifier: one.rncp ? { '@type': 'PropertyValue', propertyID: 'RNCP', value: one.rncp } : undefined,
          }
        : undefined,
    timeToComplete: one.months === null ? undefined : isoDuration(one.months),
    educationalProgramMode: one.rhythms.length > 0 ? one.rhythms.map((rhythm) => modes[rhythm]) : undefined,
    programPrerequisites: inLanguage(one.admission, language) || undefined,
    offers:
      one.costCents === null
        ? undefined
        : { '@type': 'Offer', price: one.costCents / 100, priceCurrency: one.currency, category: 'Yearly fee' },
    occupationalCategory: one.occupations.map((each) => titleOf(each, language)),
    sameAs: one.website ?? undefined,
    // What is taught, and where, belong to schema.org's Course, not to the programme.
    hasCourse: {
      '@type': 'Course',
      name: inLanguage(one.title, language),
      description: inLanguage(one.summary, language) || undefined,
      inLanguage: 'fr',
      provider: providers.length > 0 ? providers : undefined,
      teaches: one.skills.map(({ label }) => wordingOf(label, language)),
      hasCourseInstance: one.town
        ? { '@type': 'CourseInstance', courseMode: 'onsite', location: placeOf(one) }
        : undefined,
    },
  }
}
