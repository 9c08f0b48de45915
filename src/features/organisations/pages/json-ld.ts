import { inLanguage } from '../../../kernel/localised.ts'
import type { Page } from '../../../ui/page.ts'
import type { OrganisationRecord } from '../queries/organisation.ts'
import { logoPath } from '../rules/logo.ts'

const types: Partial<Record<OrganisationRecord['kind'], string>> = {
  school: 'EducationalOrganization',
  laboratory: 'ResearchOrganization',
  'public-body': 'GovernmentOrganization',
  funder: 'FundingAgency',
}
type Establishment = OrganisationRecord['establishments'][number]
const addressOf = (one: Establishment) => ({
  '@type': 'PostalAddress',
  streetAddress: one.address || undefined,
  postalCode: one.postcode || undefined,
  addressLocality: one.city,
  addressCountry: one.country,
})
const placeOf = (one: Establishment) => ({
  '@type': 'Place',
  name: one.name || undefined,
  address: addressOf(one),
  geo:
    one.latitude === null ? undefined : { '@type': 'GeoCoordinates', latitude: one.latitude, longitude: one.longitude },
})

/** schema.org data of what the page shows, and of nothing that it hides from this reader. */
export function organisationJsonLd(page: Page, one: OrganisationRecord) {
  const [headquarters] = one.establishments
  const logo = logoPath(one)
  const lastCount = one.headCounts.at(-1)
  return {
    '@context': 'https://schema.org',
    '@type': ['Organization', ...(types[one.kind] ? [types[one.kind]] : [])],
    '@id': `${page.origin}/organisations/${one.slug}`,
    url: page.origin + page.href(`/organisations/${one.slug}`),
    name: one.displayName,
    legalName: one.legalName,
    description: inLanguage(one.summary, page.language) || undefined,
    logo: logo && page.origin + logo,
    sameAs: one.website ?? undefined,
    email: one.email ?? undefined,
    telephone: one.phone ?? undefined,
    foundingDate: one.foundedYear === null ? undefined : String(one.foundedYear),
    identifier: one.siren ? { '@type': 'PropertyValue', propertyID: 'SIREN', value: one.siren } : undefined,
    address: headquarters && addressOf(headquarters),
    location: one.establishments.length > 0 ? one.establishments.map(placeOf) : undefined,
    numberOfEmployees: lastCount && { '@type': 'QuantitativeValue', value: lastCount.people },
  }
}
