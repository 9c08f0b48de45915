import type { Language } from '../../../kernel/language.ts'
import type { Item, Resume } from '../schema/resume.ts'
import {
  at,
  attribute,
  filled,
  isBlank,
  listOf,
  many,
  middleLevel,
  plainText,
  pointsOf,
  textAt,
  webAddress,
} from './europass-tree.ts'
import { languageCode, languageName, motherTongue } from './languages.ts'

/**
 * Europass SkillsPassport 3.x (2013-2020), XML and JSON: one structure, except that XML wraps its lists and writes dates as
 * attributes (year="2012" month="--09"). Source: https://europass.cedefop.europa.eu (Europass XML schema 3.0 to 3.3).
 */
const figures = (written: string | undefined) => written?.replace(/^-+/, '').padStart(2, '0')
function day(value: unknown): string | undefined {
  const year = attribute(value, 'year') ?? textAt(value, 'Year')
  if (!year || !/^[12]\d{3}$/.test(year)) return undefined
  const month = figures(attribute(value, 'month') ?? textAt(value, 'Month'))
  const date = figures(attribute(value, 'day') ?? textAt(value, 'Day'))
  return [year, month, month && date].filter(Boolean).join('-')
}
const periodOf = (entry: unknown) => ({
  startDate: day(at(entry, 'Period', 'From')),
  endDate: day(at(entry, 'Period', 'To')),
})
const cityOf = (organisation: unknown) => textAt(organisation, 'ContactInfo', 'Address', 'Contact', 'Municipality')
const siteOf = (organisation: unknown) =>
  webAddress(
    textAt(many(at(organisation, 'ContactInfo'), 'Website')[0], 'Contact') ??
      textAt(at(organisation, 'ContactInfo', 'Website'), 'Contact'),
  )

function basicsOf(learner: unknown): Item {
  const person = at(learner, 'Identification', 'PersonName')
  const contact = at(learner, 'Identification', 'ContactInfo')
  const place = at(contact, 'Address', 'Contact')
  const sites = many(contact, 'Website').map((one) => webAddress(textAt(one, 'Contact')))
  const messengers = many(contact, 'InstantMessaging').map((one) =>
    filled({ network: textAt(one, 'Use', 'Label') ?? textAt(one, 'Use', 'Code'), username: textAt(one, 'Contact') }),
  )
  const location = filled({
    address: textAt(place, 'AddressLine'),
    postalCode: textAt(place, 'PostalCode'),
    city: textAt(place, 'Municipality'),
    countryCode: textAt(place, 'Country', 'Code')?.toUpperCase(),
  })
  return filled({
    name: [textAt(person, 'FirstName'), textAt(person, 'Surname')].filter(Boolean).join(' ') || undefined,
    label: textAt(learner, 'Headline', 'Description', 'Label') ?? textAt(learner, 'Headline', 'Description'),
    email: textAt(contact, 'Email', 'Contact'),
    phone: textAt(many(contact, 'Telephone')[0], 'Contact'),
    url: sites[0],
    location: isBlank(location) ? undefined : location,
    profiles: [...sites.slice(1).map((url) => filled({ url })), ...messengers].filter((one) => !isBlank(one)),
  })
}

const workOf = (entry: unknown): Item =>
  filled({
    name: textAt(entry, 'Employer', 'Name'),
    location: cityOf(at(entry, 'Employer')),
    url: siteOf(at(entry, 'Employer')),
    position: textAt(entry, 'Position', 'Label') ?? textAt(entry, 'Position'),
    ...periodOf(entry),
    ...pointsOf(plainText(textAt(entry, 'Activities'))),
  })

const educationOf = (entry: unknown): Item =>
  filled({
    institution: textAt(entry, 'Organisation', 'Name'),
    url: siteOf(at(entry, 'Organisation')),
    area: textAt(entry, 'Field', 'Label'),
    studyType: textAt(entry, 'Title'),
    ...periodOf(entry),
    courses: plainText(textAt(entry, 'Activities'))
      ?.split('\n')
      .map((line) => line.replace(/^• /, '')),
  })

function languagesOf(linguistic: unknown, language: Language): Item[] {
  const named = (entry: unknown) => {
    const code = textAt(entry, 'Description', 'Code')
    return textAt(entry, 'Description', 'Label') ?? languageName(languageCode(code ?? '') ?? code ?? '', language)
  }
  const skills = ['Listening', 'Reading', 'SpokenInteraction', 'SpokenProduction', 'Writing']
  return [
    ...many(linguistic, 'MotherTongue').map((one) => ({ language: named(one), fluency: motherTongue[language] })),
    ...many(linguistic, 'ForeignLanguage').map((one) =>
      filled({
        language: named(one),
        fluency: middleLevel(skills.map((skill) => textAt(one, 'ProficiencyLevel', skill))),
      }),
    ),
  ]
}

const families = ['JobRelated', 'Computer', 'Organisational', 'Communication', 'Other'] as const
const titles = {
  fr: {
    JobRelated: 'Compétences professionnelles',
    Computer: 'Compétences numériques',
    Organisational: 'Compétences organisationnelles',
    Communication: 'Compétences en communication',
    Other: 'Autres compétences',
    Driving: 'Permis de conduire',
  },
  en: {
    JobRelated: 'Job-related skills',
    Computer: 'Digital skills',
    Organisational: 'Organisational skills',
    Communication: 'Communication skills',
    Other: 'Other skills',
    Driving: 'Driving licence',
  },
}
/** Free texts of competences: their lines become keywords, in which the skills of the list are then recognised. */
function skillsOf(skills: unknown, language: Language): Item[] {
  const described = families.flatMap((family) => {
    const text = plainText(textAt(skills, family, 'Description'))
    const keywords = text?.split('\n').map((line) => line.replace(/^• /, ''))
    return keywords ? [{ name: titles[language][family], keywords }] : []
  })
  const licences = listOf(at(skills, 'Driving', 'Description', 'Licence'))
  const all = (licences.length > 0 ? licences : listOf(at(skills, 'Driving', 'Description'))).flatMap(
    (one) => textAt(one) ?? [],
  )
  return all.length > 0 ? [...described, { name: titles[language].Driving, keywords: all }] : described
}

export function resumeOfPassport(tree: unknown): Resume | null {
  const passport = at(tree, 'SkillsPassport')
  const learner = at(passport, 'LearnerInfo')
  if (!learner) return null
  const language: Language = textAt(passport, 'Locale') === 'fr' || attribute(passport, 'locale') === 'fr' ? 'fr' : 'en'
  const skills = at(learner, 'Skills')
  return filled({
    basics: basicsOf(learner),
    work: many(learner, 'WorkExperience').map(workOf),
    education: many(learner, 'Education').map(educationOf),
    skills: skillsOf(skills, language),
    languages: languagesOf(at(skills, 'Linguistic'), language),
    awards: many(learner, 'Achievement').map((one) =>
      filled({
        title: textAt(one, 'Title', 'Label') ?? textAt(one, 'Title'),
        summary: plainText(textAt(one, 'Description')),
      }),
    ),
  }) as Resume
}
