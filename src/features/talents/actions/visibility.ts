import { eq, sql } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { Invalid, NotFound } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { organisation } from '../../organisations/tables.ts'
import * as policy from '../policy.ts'
import { blockInput, visibilityInput } from '../schema/input.ts'
import { profile } from '../tables.ts'
import { text } from '../text/deeds.ts'
import { alive, lockOwn } from './renew.ts'

type Named = { readonly id: string | null; readonly name: string }
const published = () => narrow(policy.namedOrganisations(), eq(organisation.state, 'published'))

/** Organisations by id, or by the very name that the directory shows. */
async function idsOf(tx: Tx, field: string, all: readonly Named[], language: Language): Promise<string[]> {
  const found = await Promise.all(
    all.map(async ({ id, name }, place) => {
      const which = id ? eq(organisation.id, id) : sql`${organisation.sortName} = plain(${name})`
      const [row] = await tx.select({ id: organisation.id }).from(published()).where(which).limit(1)
      if (!row) throw new Invalid({ [`${field}.${place}.name`]: text(language)('unknownOrganisation') })
      return row.id
    }),
  )
  return [...new Set(found)]
}

/** A new address by chance: whoever kept the old one cannot tell that an anonymous profile is that of a name they knew. */
const freshCode = sql`substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)`

export const setVisibility = action({
  name: 'talents.set-visibility',
  about: profile,
  input: visibilityInput,
  load: lockOwn,
  allow: policy.edit,
  async run({ tx, subject, input, now, language }) {
    const { visibility, anonymous, titleForm, parts: partOpenings } = input
    const chosenOrganisations = await idsOf(tx, 'chosen', input.chosen, language)
    const blockedOrganisations = await idsOf(tx, 'blocked', input.blocked, language)
    if (anonymous && !subject.anonymous) await tx.update(profile, subject, { code: freshCode })
    return alive(tx, subject, now, {
      visibility,
      anonymous,
      titleForm,
      partOpenings,
      chosenOrganisations,
      blockedOrganisations,
      decidedAt: now,
    })
  },
})

/** One organisation more on the block-list: the button beside one's own employer. */
export const block = action({
  name: 'talents.block',
  about: profile,
  input: blockInput,
  load: lockOwn,
  allow: policy.edit,
  async run({ tx, subject, input, now }) {
    if (!(await tx.one(published(), eq(organisation.id, input.organisationId)))) throw new NotFound()
    const blockedOrganisations = [...new Set([...subject.blockedOrganisations, input.organisationId])]
    return alive(tx, subject, now, { blockedOrganisations })
  },
})
