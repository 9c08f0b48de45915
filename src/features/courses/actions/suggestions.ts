import { and, eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { titleOf } from '../../occupations/rules/titles.ts'
import { occupation } from '../../occupations/tables.ts'
import * as policy from '../policy.ts'
import { occupationsOf } from '../queries/course.ts'
import { suggestionInput } from '../schema/input.ts'
import { course, courseOccupation, courseSuggestion } from '../tables.ts'
import { loadCourse } from './course.ts'
import { namesIn } from './record.ts'

type Pair = { readonly courseId: string; readonly occupationId: string }
async function loadPair(tx: Tx, actor: Actor, { courseId, occupationId }: Pair) {
  const subject = await loadCourse(tx, actor, { id: courseId })
  const sheet = await tx.one(policy.listedOccupations(), eq(occupation.id, occupationId))
  return subject && sheet ? { ...subject, occupationId: sheet.id, occupation: sheet.slug } : null
}
const decide = (tx: Tx, { courseId, occupationId }: Pair, accepted: boolean, by: Actor, now: Date) =>
  tx.insertAll(courseSuggestion, [{ courseId, occupationId, accepted, decidedAt: now, decidedBy: by.id }], {
    on: ['courseId', 'occupationId'],
    set: ['accepted', 'decidedAt', 'decidedBy'],
  })

/** Where the decision was taken: the page of the occupation. */
const answer = ({ id, slug, occupation }: { id: string; slug: string; occupation: string }) => ({
  id,
  slug,
  occupation,
})

/** The team agrees: the link stands on both pages from now on. */
export const accept = action({
  name: 'courses.accept-suggestion',
  about: course,
  input: suggestionInput,
  load: loadPair,
  allow: policy.publish,
  run: async ({ tx, actor, subject, input, now }) => {
    const there = await occupationsOf(tx, subject.id)
    const link = { courseId: subject.id, occupationId: subject.occupationId, position: there.length }
    await tx.insertAll(courseOccupation, [link], 'skip')
    await decide(tx, input, true, actor, now)
    const named = (await occupationsOf(tx, subject.id)).map((one) => ({ id: one.id, name: titleOf(one, 'fr') }))
    const { occupationNames } = namesIn({ schools: [], occupations: named, skills: [] })
    await tx.update(course, subject, { occupationNames, changedAt: now })
    return answer(subject)
  },
})
/** The team does not agree, and is not asked again. */
export const refuse = action({
  name: 'courses.refuse-suggestion',
  about: course,
  input: suggestionInput,
  load: loadPair,
  allow: policy.publish,
  run: async ({ tx, actor, subject, input, now }) => {
    await decide(tx, input, false, actor, now)
    return answer(subject)
  },
})
/** A refusal is taken back: the course may be suggested again. */
export const reconsider = action({
  name: 'courses.reconsider-suggestion',
  about: course,
  input: suggestionInput,
  load: loadPair,
  allow: policy.publish,
  run: async ({ tx, actor, subject, input }) => {
    const { courseId, occupationId } = input
    await tx.removeAll(
      narrow(
        policy.suggestionsVisibleTo(actor),
        and(eq(courseSuggestion.courseId, courseId), eq(courseSuggestion.occupationId, occupationId)),
      ),
    )
    return answer(subject)
  },
})
