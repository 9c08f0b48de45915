import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow } from '../../../db/scope.ts'
import { occupation, skill } from '../../occupations/tables.ts'
import * as policy from '../policy.ts'
import type { CourseSearch } from '../schema/input.ts'
import { courseOccupation, courseSkill } from '../tables.ts'
import { everyMatch } from './list.ts'

const occupationsOf = (read: Reader, ids: readonly string[]) =>
  read
    .select({
      courseId: courseOccupation.courseId,
      masculine: occupation.masculine,
      feminine: occupation.feminine,
      english: occupation.english,
    })
    .from(narrow(policy.occupationLinks(), inArray(courseOccupation.courseId, [...ids])))
    .innerJoin(policy.listedOccupations(), eq(occupation.id, courseOccupation.occupationId))
    .orderBy(courseOccupation.position, occupation.id)
const skillsOf = (read: Reader, ids: readonly string[]) =>
  read
    .select({ courseId: courseSkill.courseId, label: skill.label })
    .from(narrow(policy.skillLinks(), inArray(courseSkill.courseId, [...ids])))
    .innerJoin(policy.listedSkills(), eq(skill.id, courseSkill.skillId))
    .orderBy(courseSkill.position, skill.id)

/** The rows of an export, in steps, with what each leads to and teaches. */
export async function* exportedRows(read: Reader, search: CourseSearch) {
  for await (const rows of everyMatch(read, search)) {
    const ids = rows.map(({ id }) => id)
    const [occupations, skills] = await Promise.all([occupationsOf(read, ids), skillsOf(read, ids)])
    const byCourse = Map.groupBy(occupations, (one) => one.courseId)
    const taught = Map.groupBy(skills, (one) => one.courseId)
    yield rows.map((row) => ({ ...row, occupations: byCourse.get(row.id) ?? [], skills: taught.get(row.id) ?? [] }))
  }
}
export type ExportedRow = ReturnType<typeof exportedRows> extends AsyncGenerator<(infer Row)[]> ? Row : never
