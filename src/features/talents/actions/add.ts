import { inArray } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Language } from '../../../kernel/language.ts'
import { plain } from '../../../kernel/slug.ts'
import { occupation, skill } from '../../occupations/tables.ts'
import * as policy from '../policy.ts'
import { type Addition, additionInput } from '../schema/content.ts'
import type { List } from '../schema/input.ts'
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
import { linked, placeFor } from './parts.ts'
import { alive, lockOwn, type Row } from './renew.ts'
import { propose, skillsByName } from './skills.ts'

type Adding = {
  readonly tx: Tx
  readonly actor: Actor
  readonly subject: Row
  readonly now: Date
  readonly language: Language
}

/** Rows at the end or the head of a list, in the order in which they came. */
async function append<Values extends object>(
  { tx, actor, subject, language }: Adding,
  list: List,
  rows: readonly Values[],
) {
  if (rows.length === 0) return []
  const place = await placeFor(tx, actor, list, language)
  const isFirst = place < 0
  return rows.map((row, index) => ({
    ...row,
    profileId: subject.id,
    position: isFirst ? place - rows.length + 1 + index : place + index,
  }))
}

async function addSkills(adding: Adding, asked: NonNullable<Addition['skills']>) {
  const { tx, actor, subject, now } = adding
  const byName = await skillsByName(
    tx,
    asked.filter((one) => !one.skillId).map(({ name }) => name),
  )
  const held = await tx.rows(policy.ownParts(actor, talentSkill))
  const known = new Set(
    (
      await tx.select({ id: skill.id }).from(
        narrow(
          policy.namedSkills(),
          inArray(
            skill.id,
            asked.flatMap(({ skillId }) => skillId ?? []),
          ),
        ),
      )
    ).map(({ id }) => id),
  )
  const has = new Set(held.map((one) => one.skillId ?? plain(one.name)))
  const fresh = asked.flatMap(({ name, skillId, level, extra }) => {
    const id = skillId ? (known.has(skillId) ? skillId : null) : (byName.get(name) ?? null)
    const key = id ?? plain(name)
    if (key === '' || has.has(key)) return []
    has.add(key)
    return [{ skillId: id, name: id ? '' : name, level, extra }]
  })
  await tx.insertAll(talentSkill, await append(adding, 'skill', fresh))
  const own = fresh.filter(({ skillId }) => skillId === null).map(({ name }) => name)
  await propose(tx, own, subject.userId, now)
}

async function addOccupations({ tx, actor, subject }: Adding, asked: NonNullable<Addition['occupations']>) {
  const ids = [...asked.held, ...asked.sought]
  const known = new Set(
    (await tx.select({ id: occupation.id }).from(narrow(policy.namedOccupations(), inArray(occupation.id, ids)))).map(
      ({ id }) => id,
    ),
  )
  const from = await tx.count(policy.ownParts(actor, talentOccupation))
  const rows = (['held', 'sought'] as const).flatMap((relation) =>
    asked[relation]
      .filter((id) => known.has(id))
      .map((occupationId, index) => ({ profileId: subject.id, occupationId, relation, position: from + index })),
  )
  await tx.insertAll(talentOccupation, rows, 'skip')
}

/** Whether anything stands there: an import that is silent about a wish takes none away. */
const says = (told: object) =>
  Object.values(told).some((one) => (Array.isArray(one) ? one.length > 0 : one !== null && one !== '' && one !== false))

/** Adds what is given; of the heading only what the profile does not say yet. */
export async function addContent(adding: Adding, given: Addition): Promise<Partial<Row>> {
  const { tx, subject } = adding
  const experiences = await Promise.all((given.experiences ?? []).map((one) => linked(tx, one)))
  await tx.insertAll(experience, await append(adding, 'experience', experiences))
  await tx.insertAll(education, await append(adding, 'education', given.education ?? []))
  await tx.insertAll(achievement, await append(adding, 'achievement', given.achievements ?? []))
  await tx.insertAll(language, await append(adding, 'language', given.languages ?? []), 'skip')
  await tx.insertAll(link, await append(adding, 'link', given.links ?? []))
  if (given.skills) await addSkills(adding, given.skills)
  if (given.occupations) await addOccupations(adding, given.occupations)
  const { extra, ...heading } = given.heading
  const missing = Object.entries(heading).filter(([field, value]) => value && !subject[field as keyof typeof heading])
  return {
    ...Object.fromEntries(missing),
    ...(extra && { extra: { ...subject.extra, ...extra } }),
    ...(given.mobility && says(given.mobility) && { mobility: given.mobility }),
    ...Object.fromEntries(Object.entries(given.wishes ?? {}).filter(([, wish]) => says([wish]))),
  }
}

/** What an import proposed and the person has confirmed. */
export const add = action({
  name: 'talents.add',
  about: profile,
  input: additionInput,
  load: lockOwn,
  allow: policy.edit,
  async run({ tx, actor, subject, input, now, language }) {
    const changes = await addContent({ tx, actor, subject, now, language }, input)
    return alive(tx, subject, now, changes)
  },
})
