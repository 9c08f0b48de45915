import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { course, courseSponsorship } from '../tables.ts'

const fields = {
  id: courseSponsorship.id,
  state: courseSponsorship.state,
  proposedBy: courseSponsorship.proposedBy,
  startsOn: courseSponsorship.startsOn,
  endsOn: courseSponsorship.endsOn,
  commitments: courseSponsorship.commitments,
  note: courseSponsorship.note,
  createdAt: courseSponsorship.createdAt,
  courseId: course.id,
  courseSlug: course.slug,
  courseTitle: course.title,
  courseLevel: course.level,
  courseTown: course.town,
  organisationId: organisation.id,
  organisationSlug: organisation.slug,
  organisationName: organisation.displayName,
  logoHash: organisation.logoHash,
}
const listed = (read: Reader, actor: Actor, where: SQL | undefined, most?: number) =>
  read
    .select(fields)
    .from(narrow(policy.sponsorshipsVisibleTo(actor), where))
    .innerJoin(policy.visibleTo(actor), eq(course.id, courseSponsorship.courseId))
    .innerJoin(policy.everyOrganisation(), eq(organisation.id, courseSponsorship.organisationId))
    .orderBy(
      sql`${courseSponsorship.state} = 'proposed' desc`,
      sql`${courseSponsorship.endsOn} desc nulls first`,
      desc(courseSponsorship.startsOn),
      courseSponsorship.id,
    )
    .limit(most)
export type Sponsorship = Awaited<ReturnType<typeof listed>>[number]

/** Who stands by a course, as far as this reader may know: those that wait for an answer first. */
export const sponsorsOf = (read: Reader, actor: Actor, courseId: string) =>
  listed(read, actor, and(eq(courseSponsorship.courseId, courseId), sql`${courseSponsorship.state} <> 'declined'`))

/** The published courses by which an organisation stands. */
export const sponsoredBy = (read: Reader, actor: Actor, organisationId: string) =>
  listed(
    read,
    actor,
    and(
      eq(courseSponsorship.organisationId, organisationId),
      sql`${courseSponsorship.state} = 'confirmed'`,
      sql`${course.state} = 'published'`,
    ),
  )

/** What waits for an answer, or has been promised, among the courses and organisations that somebody speaks for. */
export const waitingSponsorships = (read: Reader, actor: Actor, most = 200) =>
  listed(read, actor, sql`${courseSponsorship.state} = 'proposed'`, most)
export const ownSponsorships = (read: Reader, actor: Actor, most = 200) => {
  const ids = policy.represented(actor)
  return ids.length === 0
    ? Promise.resolve([])
    : listed(read, actor, inArray(courseSponsorship.organisationId, ids), most)
}
export const sponsorshipById = async (read: Reader, actor: Actor, id: string) =>
  (await listed(read, actor, eq(courseSponsorship.id, id), 1))[0] ?? null
