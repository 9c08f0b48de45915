import type { Language } from '../../../kernel/language.ts'
import type { Item, Resume } from '../schema/resume.ts'
import {
  at,
  attribute,
  filled,
  isBlank,
  listOf,
  middleLevel,
  plainText,
  pointsOf,
  textAt,
  webAddress,
} from './europass-tree.ts'
import { languageCode, languageName, motherTongue } from './languages.ts'

/**
 * The Europass of 2020: a Candidate of HR Open Standards (HR-XML 3), with the names of OAGIS, HR-XML and EURES mixed. The
 * prefixes are taken off before.
 */
const day = (value: unknown): string | undefined => {
  const written = textAt(value, 'FormattedDateTime') ?? textAt(value)
  return /^[12]\d{3}(-[01]\d(-[0-3]\d)?)?/.exec(written ?? '')?.[0]
}
const periodOf = (period: unknown) => ({ startDate: day(at(period, 'StartDate')), endDate: day(at(period, 'EndDate')) })

type Channel = { readonly kind: string; readonly use: string; readonly entry: unknown }
const channelsOf = (holder: unknown): Channel[] =>
  listOf(at(holder, 'Communication')).map((entry) => ({
    kind: (textAt(entry, 'ChannelCode') ?? '').toLowerCase(),
    use: textAt(entry, 'UseCode') ?? '',
    entry,
  }))

function phoneOf(entry: unknown): string | undefined {
  const number = textAt(entry, 'DialNumber')
  const country = textAt(entry, 'CountryDialing')
  return number && country ? `+${country.replace(/^\+/, '')} ${number}` : number
}
const addressesOf = (channels: readonly Channel[]) =>
  channels.flatMap(({ entry }) => {
    const address = at(entry, 'Address')
    return address ? [address] : []
  })

function basicsOf(person: unknown, profile: unknown): Item {
  const channels = channelsOf(person)
  const of = (kind: string) => channels.filter((one) => one.kind === kind).map(({ entry }) => entry)
  const [place] = addressesOf(channels)
  const location = filled({
    address: textAt(place, 'AddressLine'),
    postalCode: textAt(place, 'PostalCode'),
    city: textAt(place, 'CityName'),
    countryCode: textAt(place, 'CountryCode')?.toUpperCase(),
  })
  const [url, ...sites] = [...of('web'), ...of('website')].map((entry) => webAddress(textAt(entry, 'URI')))
  const networks = channels
    .filter(({ kind }) => kind === 'socialmedia' || kind === 'instantmessage')
    .map(({ use, entry }) => filled({ network: use || undefined, url: webAddress(textAt(entry, 'URI')) }))
  return filled({
    name:
      [textAt(person, 'PersonName', 'GivenName'), textAt(person, 'PersonName', 'FamilyName')]
        .filter(Boolean)
        .join(' ') || undefined,
    email: of('email').map((entry) => textAt(entry, 'URI'))[0],
    phone: of('telephone').map(phoneOf)[0],
    url,
    summary: plainText(textAt(profile, 'ExecutiveSummary')),
    location: isBlank(location) ? undefined : location,
    profiles: [...sites.map((site) => filled({ url: site })), ...networks].filter((one) => !isBlank(one)),
  })
}

const workOf = (employer: unknown): Item[] =>
  listOf(at(employer, 'PositionHistory')).map((position) =>
    filled({
      name: textAt(employer, 'OrganizationName'),
      location:
        textAt(position, 'City') ?? textAt(addressesOf(channelsOf(at(employer, 'OrganizationContact')))[0], 'CityName'),
      position: textAt(position, 'PositionTitle'),
      ...periodOf(at(position, 'EmploymentPeriod')),
      ...pointsOf(plainText(textAt(position, 'Description'))),
    }),
  )

const educationOf = (entry: unknown): Item =>
  filled({
    institution: textAt(entry, 'OrganizationName'),
    url: channelsOf(at(entry, 'OrganizationContact'))
      .filter(({ kind }) => kind === 'web')
      .map((one) => webAddress(textAt(one.entry, 'URI')))[0],
    studyType: textAt(entry, 'EducationDegree', 'DegreeName') ?? textAt(entry, 'ProgramName'),
    area: textAt(entry, 'MainField') ?? textAt(entry, 'EducationDegree', 'MainField'),
    score: textAt(entry, 'EducationDegree', 'FinalGrade') ?? textAt(entry, 'FinalGrade'),
    ...periodOf(at(entry, 'AttendancePeriod')),
    courses: plainText(textAt(entry, 'EducationDegree', 'OccupationalSkillsCovered'))
      ?.split('\n')
      .map((line) => line.replace(/^• /, '')),
  })

const isLanguage = (entry: unknown) => textAt(entry, 'TaxonomyID')?.toLowerCase() === 'language'
const levelsOf = (entry: unknown) =>
  listOf(at(entry, 'CompetencyDimension')).map((one) => textAt(one, 'Score', 'ScoreText') ?? textAt(one, 'Score'))

function languagesOf(person: unknown, competences: readonly unknown[], language: Language): Item[] {
  const named = (written: string) => {
    const code = languageCode(written)
    return code ? languageName(code, language) : written
  }
  const mother = listOf(at(person, 'PrimaryLanguageCode')).flatMap((one) => textAt(one) ?? [])
  return [
    ...mother.map((one) => ({ language: named(one), fluency: motherTongue[language] })),
    ...competences.filter(isLanguage).flatMap((one) => {
      const written = textAt(one, 'CompetencyID') ?? textAt(one, 'CompetencyName')
      return written ? [filled({ language: named(written), fluency: middleLevel(levelsOf(one)) })] : []
    }),
  ]
}

const skillsOf = (competences: readonly unknown[]): Item[] =>
  competences
    .filter((one) => !isLanguage(one))
    .flatMap((one) => {
      const name = textAt(one, 'CompetencyName') ?? textAt(one, 'CompetencyID')
      return name ? [filled({ name, level: levelsOf(one).find(Boolean) })] : []
    })

export function resumeOfCandidate(tree: unknown): Resume | null {
  const candidate = at(tree, 'Candidate')
  const person = at(candidate, 'CandidatePerson')
  if (!person) return null
  const profile = at(candidate, 'CandidateProfile')
  const language: Language = attribute(profile, 'languageCode') === 'fr' ? 'fr' : 'en'
  const competences = listOf(at(profile, 'PersonQualifications', 'PersonCompetency'))
  return filled({
    basics: basicsOf(person, profile),
    work: listOf(at(profile, 'EmploymentHistory', 'EmployerHistory')).flatMap(workOf),
    education: listOf(at(profile, 'EducationHistory', 'EducationOrganizationAttendance')).map(educationOf),
    skills: skillsOf(competences),
    languages: languagesOf(person, competences, language),
    certificates: listOf(at(profile, 'Certifications', 'Certification')).map((one) =>
      filled({
        name: textAt(one, 'CertificationName') ?? textAt(one, 'CertificationTypeCode'),
        issuer: textAt(one, 'IssuingAuthorityName'),
        date: day(at(one, 'FirstIssuedDate')),
      }),
    ),
    publications: listOf(at(profile, 'PublicationHistory', 'Publication')).map((one) =>
      filled({
        name: textAt(one, 'FormattedPublicationDescription') ?? textAt(one, 'Title'),
        releaseDate: day(at(one, 'PublicationDate')),
      }),
    ),
  }) as Resume
}
