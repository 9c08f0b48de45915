import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { action } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { freeSlug, plain, slugOf } from '../../../kernel/slug.ts'
import { notify } from '../../messages/actions/notify.ts'
import { skill } from '../../occupations/tables.ts'
import * as policy from '../policy.ts'
import { answerProposalInput } from '../schema/input.ts'
import { talentNotices } from '../schema/notices.ts'
import { skillProposal } from '../tables/dealings.ts'
import { talentSkill } from '../tables.ts'
import { text } from '../text/deeds.ts'
import { letters } from '../text/letters.ts'
import { renewCards } from './renew.ts'
import { skillsByName } from './skills.ts'

type Input = z.output<typeof answerProposalInput>
type Proposal = typeof skillProposal.$inferSelect

/** A new skill of the cluster's own list. */
async function taken(tx: Tx, input: Input, now: Date, language: Language) {
  const t = text(language)
  if (!input.fr) throw new Invalid({ fr: t('labelNeeded') })
  if ((await skillsByName(tx, [input.fr])).size > 0) throw new Invalid({ fr: t('labelTaken') })
  const slugs = await tx.select({ slug: skill.slug }).from(policy.namedSkills())
  const slug = freeSlug(slugOf(input.fr), new Set(['new', ...slugs.map((one) => one.slug)]))
  const label = { fr: input.fr, ...(input.en && { en: input.en }) }
  return tx.insert(skill, { slug, label, kind: input.kind, createdAt: now, changedAt: now })
}
/** The proposed words become a synonym of a skill that is there. */
async function aliased(tx: Tx, proposal: Proposal, input: Input, now: Date, language: Language) {
  const id = input.skillId ?? (await skillsByName(tx, [input.skill])).get(input.skill)
  const target = id
    ? await tx.lock(policy.namedSkills(), and(eq(skill.id, id), sql`${skill.mergedInto} is null`))
    : null
  if (!target) throw new Invalid({ skill: text(language)('skillNeeded') })
  const known = target.aliases.fr ?? []
  const isKnown = known.some((one) => plain(one) === plain(proposal.label))
  const aliases = { ...target.aliases, fr: isKnown ? known : [...known, proposal.label] }
  return tx.update(skill, target, { aliases, changedAt: now })
}

/** Everybody who wrote the skill in these words now has it from the list, with the level they gave. */
async function adopt(tx: Tx, words: string, skillId: string): Promise<void> {
  const rows = await tx.rows(policy.skillsInOwnWords(), { where: sql`plain(${talentSkill.name}) = plain(${words})` })
  for (const row of rows) {
    const has = and(eq(talentSkill.profileId, row.profileId), eq(talentSkill.skillId, skillId))
    if ((await tx.count(policy.skillRows(), has)) > 0) await tx.remove(talentSkill, row)
    else await tx.update(talentSkill, row, { skillId, name: '' })
  }
  await renewCards(tx, [...new Set(rows.map(({ profileId }) => profileId))])
}

export const answerProposal = action({
  name: 'talents.answer-proposal',
  about: skillProposal,
  input: answerProposalInput,
  load: (tx, actor, input) => tx.lock(policy.proposalsVisibleTo(actor), eq(skillProposal.id, input.id)),
  allow: policy.keepSkills,
  async run({ tx, actor, subject, input, now, language, trace }) {
    if (subject.state !== 'waiting') throw new Refused(text(language)('answeredAlready'))
    if (input.answer === 'refused' && !input.words) throw new Invalid({ words: text(language)('reasonNeeded') })
    const found =
      input.answer === 'accepted'
        ? await taken(tx, input, now, language)
        : input.answer === 'alias'
          ? await aliased(tx, subject, input, now, language)
          : null
    if (found) {
      await adopt(tx, subject.label, found.id)
      trace([{ table: skill, id: found.id }])
    }
    const row = await tx.update(skillProposal, subject, {
      state: input.answer,
      skillId: found?.id ?? null,
      answer: input.words,
      answeredAt: now,
      answeredBy: actor.id,
    })
    if (subject.proposedBy)
      await notify(tx, {
        to: subject.proposedBy,
        kind: talentNotices.proposal,
        ...letters.proposal(input.answer, subject.label, input.words),
        href: '/talents/mine',
        about: { kind: 'talents.proposal', id: subject.id },
      })
    return row
  },
})
