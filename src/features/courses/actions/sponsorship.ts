import { eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import { type Actor, represents } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { schoolsOf } from '../queries/course.ts'
import { findIn, organisationsNamed } from '../queries/names.ts'
import { sponsorshipStates } from '../rules/course.ts'
import { endInput, idInput, type SponsorshipInput, sponsorshipInput } from '../schema/input.ts'
import type { Side, SponsorshipState } from '../schema/words.ts'
import { course, courseSponsorship } from '../tables.ts'
import { text } from '../text/refusals.ts'
import { letter, representativeMails } from './letters.ts'
import { refusals } from './record.ts'

/** The course and the company that somebody names; the door asks for whom they speak. */
async function loadProposal(tx: Tx, actor: Actor, { id, company }: SponsorshipInput) {
  const row = await tx.one(policy.visibleTo(actor), eq(course.id, id))
  if (!row) return null
  const [schools, names] = await Promise.all([schoolsOf(tx, [id]), organisationsNamed(tx, [company], 'company')])
  const found = findIn(names, company)
  return { ...row, schools, schoolIds: schools.map((one) => one.id), company: found, organisationId: found?.id ?? '' }
}
/** A sponsorship of a course that the actor sees, with both sides. */
export async function loadSponsorship(tx: Tx, actor: Actor, { id }: { id: string }) {
  const row = await tx.lock(policy.sponsorshipsVisibleTo(actor), eq(courseSponsorship.id, id))
  if (!row) return null
  const [about, company, schools] = await Promise.all([
    tx.one(policy.everyCourse(), eq(course.id, row.courseId)),
    tx.one(policy.everyOrganisation(), eq(organisation.id, row.organisationId)),
    schoolsOf(tx, [row.courseId]),
  ])
  if (!about || !company) return null
  return { ...row, course: about, company, schools, schoolIds: schools.map((one) => one.id) }
}
type Loaded = NonNullable<Awaited<ReturnType<typeof loadSponsorship>>>

/** In whose name somebody proposes: who represents the company speaks for it, everybody else for the school. */
const sideOf = (actor: Actor, organisationId: string): Side =>
  represents(actor, organisationId) ? 'company' : 'school'

/** One side offers; it shows nowhere before the other has confirmed. */
export const propose = action({
  name: 'courses.propose-sponsorship',
  about: courseSponsorship,
  input: sponsorshipInput,
  load: loadProposal,
  allow: policy.proposeSponsorship,
  refusals,
  run: async ({ tx, actor, subject, input, now, language, mail, origin, trace }) => {
    const t = text(language)
    if (!subject.company) throw new Invalid({ company: t('companyUnknown') })
    if (subject.state !== 'published') throw new Refused(t('notPublished'))
    const proposedBy = sideOf(actor, subject.organisationId)
    const { startsOn, endsOn, commitments, note } = input
    const row = await tx.insert(courseSponsorship, {
      courseId: subject.id,
      organisationId: subject.organisationId,
      proposedBy,
      startsOn,
      endsOn,
      commitments,
      note,
      proposerId: actor.id,
      createdAt: now,
    })
    const organisationIds = proposedBy === 'company' ? subject.schoolIds : [subject.organisationId]
    const about = { course: subject, schools: subject.schools, origin, more: { company: subject.company.name } }
    const key = proposedBy === 'company' ? 'sponsorAskedSchool' : 'sponsorAskedCompany'
    await representativeMails(tx, mail, { organisationIds, now, but: actor.id }, letter(key, about))
    trace([{ table: course, id: subject.id }])
    return row
  },
})

const answered = (subject: Loaded, to: SponsorshipState, language: Parameters<typeof text>[0]) => {
  if (!sponsorshipStates.allows(subject.state, to)) throw new Refused(text(language)('sponsorshipAnswered'))
  return { state: to }
}
/** To those who proposed: what became of it. */
const proposers = ({ proposedBy, organisationId, schoolIds }: Loaded) =>
  proposedBy === 'company' ? [organisationId] : schoolIds
const aboutOf = (subject: Loaded, origin: string) => ({
  course: subject.course,
  schools: subject.schools,
  origin,
  more: { company: subject.company.displayName },
})

export const confirm = action({
  name: 'courses.confirm-sponsorship',
  about: courseSponsorship,
  input: idInput,
  load: loadSponsorship,
  allow: policy.answerSponsorship,
  run: async ({ tx, actor, subject, now, language, mail, origin, trace }) => {
    const state = answered(subject, 'confirmed', language)
    const told = { organisationIds: proposers(subject), now, but: actor.id }
    await representativeMails(tx, mail, told, letter('sponsorConfirmed', aboutOf(subject, origin)))
    trace([{ table: course, id: subject.courseId }])
    const row = await tx.update(courseSponsorship, subject, { ...state, answeredAt: now, answeredBy: actor.id })
    return { ...row, slug: subject.course.slug }
  },
})

export const decline = action({
  name: 'courses.decline-sponsorship',
  about: courseSponsorship,
  input: idInput,
  load: loadSponsorship,
  allow: policy.answerSponsorship,
  run: async ({ tx, actor, subject, now, language, mail, origin, trace }) => {
    const state = answered(subject, 'declined', language)
    const told = { organisationIds: proposers(subject), now, but: actor.id }
    await representativeMails(tx, mail, told, letter('sponsorDeclined', aboutOf(subject, origin)))
    trace([{ table: course, id: subject.courseId }])
    const row = await tx.update(courseSponsorship, subject, { ...state, answeredAt: now, answeredBy: actor.id })
    return { ...row, slug: subject.course.slug }
  },
})

/** A sponsorship ends on a day: today unless another one is said; what it was stays in the course's past. */
export const end = action({
  name: 'courses.end-sponsorship',
  about: courseSponsorship,
  input: endInput,
  load: loadSponsorship,
  allow: policy.endSponsorship,
  run: async ({ tx, subject, input, now, language, trace }) => {
    const state = answered(subject, 'ended', language)
    const endsOn = input.endsOn ?? dayOf(now)
    if (endsOn < subject.startsOn) throw new Invalid({ endsOn: text(language)('daysReversed') })
    trace([{ table: course, id: subject.courseId }])
    const row = await tx.update(courseSponsorship, subject, { ...state, endsOn })
    return { ...row, slug: subject.course.slug }
  },
})
