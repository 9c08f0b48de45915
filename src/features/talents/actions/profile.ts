import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { action } from '../../../db/action.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import { occupation } from '../../occupations/tables.ts'
import * as policy from '../policy.ts'
import { headingInput, mobilityInput, occupationsInput, wishesInput } from '../schema/content.ts'
import { profile, talentOccupation } from '../tables.ts'
import { text } from '../text/deeds.ts'
import { alive, lockOwn } from './renew.ts'

/** Opens one's own profile, hidden until the person decides otherwise. */
export const openProfile = action({
  name: 'talents.open-profile',
  about: profile,
  input: z.object({}),
  load: async (tx, actor) => ({ existing: await tx.one(policy.ownProfile(actor)) }),
  allow: policy.have,
  async run({ tx, actor, now, language, subject }) {
    if (subject.existing) throw new Refused(text(language)('haveOne'))
    return tx.insert(profile, { userId: actor.id ?? '', consentedAt: now, createdAt: now, changedAt: now })
  },
  refusals: { talent_profile_one_each: (language) => text(language)('haveOne') },
})

export const setHeading = action({
  name: 'talents.set-heading',
  about: profile,
  input: headingInput,
  load: lockOwn,
  allow: policy.edit,
  run: ({ tx, subject, input, now }) => alive(tx, subject, now, input),
})
export const setMobility = action({
  name: 'talents.set-mobility',
  about: profile,
  input: mobilityInput,
  load: lockOwn,
  allow: policy.edit,
  run: ({ tx, subject, input, now }) => alive(tx, subject, now, { mobility: input }),
})
export const setWishes = action({
  name: 'talents.set-wishes',
  about: profile,
  input: wishesInput,
  load: lockOwn,
  allow: policy.edit,
  run: ({ tx, subject, input, now }) => alive(tx, subject, now, input),
})

/** Which occupations somebody has held and which they look for: the whole choice at once. */
export const setOccupations = action({
  name: 'talents.set-occupations',
  about: profile,
  input: occupationsInput,
  load: lockOwn,
  allow: policy.edit,
  async run({ tx, actor, subject, input, now, language }) {
    const wanted = [...new Set([...input.held, ...input.sought])]
    const known = await tx.count(policy.namedOccupations(), sql`${occupation.id} = any(${sql.param(wanted)}::uuid[])`)
    if (known < wanted.length) throw new Invalid({ held: text(language)('unknownOccupation') })
    await tx.removeAll(policy.ownParts(actor, talentOccupation))
    const rows = (['held', 'sought'] as const).flatMap((relation) =>
      input[relation].map((occupationId, position) => ({ profileId: subject.id, occupationId, relation, position })),
    )
    await tx.insertAll(talentOccupation, rows)
    return alive(tx, subject, now)
  },
})

/** « Toujours d'actualité »: nothing changes but the day until which consent holds. */
export const confirmProfile = action({
  name: 'talents.confirm-profile',
  about: profile,
  input: z.object({}),
  load: lockOwn,
  allow: policy.edit,
  run: ({ tx, subject, now }) => alive(tx, subject, now),
})
