import type { Mail } from '../../../db/outbox.ts'
import type { Reader } from '../../../db/reader.ts'
import { dayOf } from '../../../kernel/days.ts'
import { formatList } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { inLanguage, type Localised } from '../../../kernel/localised.ts'
import { affiliation } from '../../affiliations/tables.ts'
import { personMail } from '../../organisations/actions/letters.ts'
import * as policy from '../policy.ts'
import type { CourseSchool } from '../queries/course.ts'
import { text } from '../text/mails.ts'

type Send = (mail: Mail) => Promise<void>
type Letter = 'submitted' | 'changed' | 'published' | 'sentBack' | 'withdrawn'
type SponsorLetter = 'sponsorAskedSchool' | 'sponsorAskedCompany' | 'sponsorConfirmed' | 'sponsorDeclined'
const subjectOf = (key: Letter | SponsorLetter) => `${key.replace(/^(sponsorAsked).*/, '$1')}Subject`

type About = {
  readonly course: { readonly slug: string; readonly title: Localised }
  readonly schools: readonly Pick<CourseSchool, 'displayName'>[]
  readonly origin: string
  readonly more?: Readonly<Record<string, string>>
}
/** The words of one letter, for a reader of either language. */
export const letter =
  (key: Letter | SponsorLetter, { course, schools, origin, more = {} }: About) =>
  (language: Language) => {
    const t = text(language) as (key: string, values: object) => string
    const values = {
      course: inLanguage(course.title, language),
      school: formatList(
        schools.map((one) => one.displayName),
        language,
      ),
      link: `${origin}${language === 'en' ? '/en' : ''}/courses/${course.slug}`,
      ...more,
    }
    return { subject: t(subjectOf(key), values), text: t(key, values) }
  }

/** One mail to each representative of some organisations; not to the person who has just acted. */
export async function representativeMails(
  read: Reader,
  mail: Send,
  { organisationIds, now, but }: { organisationIds: readonly string[]; now: Date; but: string | null },
  write: ReturnType<typeof letter>,
) {
  if (organisationIds.length === 0) return
  const rows = await read
    .select({ userId: affiliation.userId })
    .from(policy.representativesOf(organisationIds, dayOf(now)))
    .groupBy(affiliation.userId)
    .orderBy(affiliation.userId)
  for (const { userId } of rows) if (userId !== but) await personMail(read, mail, userId, write)
}
