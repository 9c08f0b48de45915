import { inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { dayOf } from '../../../kernel/days.ts'
import { Refused } from '../../../kernel/errors.ts'
import { user } from '../../accounts/tables.ts'
import * as policy from '../policy.ts'
import { profilesInput } from '../schema/input.ts'
import {
  achievement,
  education,
  experience,
  language,
  link,
  profile,
  talentOccupation,
  talentSkill,
} from '../tables.ts'
import { renewCards } from './renew.ts'
import { propose } from './skills.ts'

type Given = z.output<typeof profilesInput>['profiles'][number]
type Placed<Row> = Row & { readonly profileId: string; readonly position: number }
const placed = <Row extends object>(profileId: string, rows: readonly Row[]): Placed<Row>[] =>
  rows.map((row, position) => ({ ...row, profileId, position }))

/** The accounts of these people; who has none gets one that nobody can sign in to. */
async function people(tx: Tx, given: readonly Given[]) {
  const emails = given.map(({ email }) => email)
  const read = async () =>
    new Map(
      (
        await tx
          .select({ id: user.id, email: user.email })
          .from(narrow(policy.namesOfProfiles(), inArray(user.email, emails)))
      ).map(({ id, email }) => [email, id]),
    )
  const known = await read()
  const strangers = given.filter(({ email, name }) => !known.has(email) && name !== '')
  await tx.insertAll(
    user,
    strangers.map(({ name, email, language }) => ({ name, email, language, emailVerified: true })),
  )
  return strangers.length > 0 ? read() : known
}
const rowOf = ({ content, visibility, asleep, consentedOn }: Given, userId: string, now: Date) => {
  const { mobility, wishes, heading } = content
  const then = consentedOn ? new Date(`${consentedOn}T12:00:00Z`) : now
  const { visibility: openness, anonymous, titleForm, parts } = visibility
  return {
    ...heading,
    ...wishes,
    mobility,
    userId,
    visibility: openness,
    anonymous,
    titleForm,
    partOpenings: parts,
    chosenOrganisations: visibility.chosen.flatMap(({ id }) => id ?? []),
    blockedOrganisations: visibility.blocked.flatMap(({ id }) => id ?? []),
    state: asleep ? ('asleep' as const) : ('awake' as const),
    asleepAt: asleep ? now : null,
    decidedAt: openness === 'hidden' ? null : then,
    consentedAt: then,
    createdAt: then,
    changedAt: then,
  }
}

/** Many complete profiles at once, for people who have none yet: the demo, or the profiles of another cluster's talents. */
export const loadProfiles = action({
  name: 'talents.load-profiles',
  about: profile,
  input: profilesInput,
  load: nothing,
  allow: policy.tend,
  async run({ tx, input, now, note }) {
    const ids = await people(tx, input.profiles)
    const stranger = input.profiles.find(({ email }) => !ids.has(email))
    if (stranger) throw new Refused(`${stranger.email}: no such account`)
    const userOf = ({ email }: Given) => ids.get(email) ?? ''
    await tx.insertAll(
      profile,
      input.profiles.map((one) => rowOf(one, userOf(one), now)),
    )
    const rows = await tx
      .select({ id: profile.id, userId: profile.userId })
      .from(policy.everyProfile())
      .where(sql`${profile.userId} = any(${sql.param([...ids.values()])}::uuid[])`)
    const profileOf = new Map(rows.map((row) => [row.userId, row.id]))
    const all = input.profiles.map((one) => ({ id: profileOf.get(userOf(one)) ?? '', content: one.content }))
    await insertParts(tx, all)
    for (const one of input.profiles) {
      const own = one.content.skills.filter(({ skillId }) => skillId === null).map(({ name }) => name)
      if (own.length > 0) await propose(tx, own, ids.get(one.email) ?? null, now)
    }
    await renewCards(
      tx,
      all.map(({ id }) => id),
    )
    note({ count: all.length, day: dayOf(now) })
    return {}
  },
})

async function insertParts(tx: Tx, all: readonly { readonly id: string; readonly content: Given['content'] }[]) {
  const each = <Row extends object>(pick: (content: Given['content']) => readonly Row[]) =>
    all.flatMap(({ id, content }) => placed(id, pick(content)))
  await tx.insertAll(
    experience,
    each(({ experiences }) => experiences),
  )
  await tx.insertAll(
    education,
    each((content) => content.education),
  )
  await tx.insertAll(
    achievement,
    each(({ achievements }) => achievements),
  )
  await tx.insertAll(
    language,
    each(({ languages }) => languages),
  )
  await tx.insertAll(
    link,
    each(({ links }) => links),
  )
  await tx.insertAll(
    talentSkill,
    each(({ skills }) => skills),
  )
  await tx.insertAll(
    talentOccupation,
    each(({ occupations }) =>
      (['held', 'sought'] as const).flatMap((relation) =>
        occupations[relation].map((occupationId) => ({ occupationId, relation })),
      ),
    ),
  )
}
