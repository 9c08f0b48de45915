import { eq } from 'drizzle-orm'
import { action, nothing } from '../../../db/action.ts'
import type { Reader } from '../../../db/reader.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { owe, settle } from '../../followups/actions/owe.ts'
import { person as personParty, team } from '../../followups/schema.ts'
import * as policy from '../policy.ts'
import { duplicatesOf } from '../queries/duplicates.ts'
import { answerDay, decideProposalDuty, decideProposalTitle } from '../rules/duties.ts'
import { states } from '../rules/organisation.ts'
import {
  editInput,
  headCountsInput,
  idInput,
  type OrganisationInput,
  organisationInput,
  reasonInput,
} from '../schema/input.ts'
import { type OrganisationState, organisation } from '../tables.ts'
import { text as mails } from '../text/mails.ts'
import { text } from '../text/refusals.ts'
import { personMail, staffMails } from './letters.ts'
import { checkDescribed, checkHeadCounts, columnsOf, newSlug, refusals, writeHeadCounts, writeParts } from './record.ts'

export const loadOrganisation = (tx: Tx, actor: Actor, { id }: { id: string }) =>
  tx.lock(policy.visibleTo(actor), eq(organisation.id, id))

type Entry = { read: Reader; actor: Actor; input: OrganisationInput; language: Language }
/** A likely duplicate stops the first attempt; one with the same official number stops every attempt. */
async function refuseDuplicates({ read, actor, input, language }: Entry) {
  const likely = await duplicatesOf(read, actor, input)
  if (likely.some((one) => one.likeness === 'number')) throw new Refused(text(language)('certain'))
  if (likely.length > 0 && !input.anyway) throw new Refused(text(language)('likely'))
}

async function enter(
  tx: Tx,
  { anyway: _, ...input }: OrganisationInput,
  more: { now: Date; proposedBy?: string | null; state: OrganisationState },
) {
  const { now, ...rest } = more
  const row = await tx.insert(organisation, {
    ...columnsOf(input),
    ...rest,
    slug: await newSlug(tx, input.displayName),
    createdAt: now,
    changedAt: now,
  })
  await writeParts(tx, row.id, input)
  return row
}

/** The team puts an organisation into the directory. */
export const create = action({
  name: 'organisations.create',
  about: organisation,
  input: organisationInput,
  load: nothing,
  allow: policy.create,
  refusals,
  run: async ({ tx, actor, input, now, language }) => {
    await checkDescribed(tx, input, now, language)
    await refuseDuplicates({ read: tx, actor, input, language })
    return enter(tx, input, { now, state: 'published' })
  },
})

/** Somebody tells the team of an organisation that is missing. */
export const propose = action({
  name: 'organisations.propose',
  about: organisation,
  input: organisationInput,
  load: nothing,
  allow: policy.propose,
  refusals,
  run: async ({ tx, actor, input, now, language, mail, origin }) => {
    await checkDescribed(tx, input, now, language)
    await refuseDuplicates({ read: tx, actor, input, language })
    const row = await enter(tx, input, { now, state: 'proposed', proposedBy: actor.id })
    const said = { person: actor.name, organisation: row.displayName, link: `${origin}/organisations/${row.slug}` }
    await staffMails(tx, mail, (language) => {
      const t = mails(language)
      return { subject: t('proposalSubject', said), text: t('proposal', said) }
    })
    await owe(tx, {
      kind: decideProposalDuty,
      about: { table: organisation, id: row.id },
      debtor: team,
      creditor: actor.id ? personParty(actor.id) : team,
      title: decideProposalTitle(said),
      href: `/organisations/${row.slug}`,
      dueOn: answerDay(now),
      deed: 'organisations.propose',
      by: actor,
      now,
      notified: true,
    })
    return row
  },
})

/** Moves to another state, or refuses: somebody may have been quicker. */
export function moved(from: OrganisationState, to: OrganisationState, language: Language) {
  if (!states.allows(from, to)) throw new Refused(text(language)('wrongState'))
  return { state: to }
}

export const publish = action({
  name: 'organisations.publish',
  about: organisation,
  input: idInput,
  load: loadOrganisation,
  allow: policy.decideProposal,
  run: async ({ tx, actor, subject, now, language, mail, origin }) => {
    if (subject.state !== 'proposed') throw new Refused(text(language)('wrongState'))
    const row = await tx.update(organisation, subject, {
      ...moved(subject.state, 'published', language),
      changedAt: now,
    })
    await personMail(tx, mail, row.proposedBy, (language) => {
      const t = mails(language)
      const said = { organisation: row.displayName, link: `${origin}/organisations/${row.slug}` }
      return { subject: t('publishedSubject', said), text: t('published', said) }
    })
    await settle(tx, { kind: decideProposalDuty, about: { table: organisation, id: row.id }, by: actor, now })
    return row
  },
})

/** The team does not publish what was proposed, and says why. */
export const refuse = action({
  name: 'organisations.refuse',
  about: organisation,
  input: reasonInput,
  load: loadOrganisation,
  allow: policy.decideProposal,
  run: async ({ tx, actor, subject, input, now, language, mail, note }) => {
    const row = await tx.update(organisation, subject, { ...moved(subject.state, 'refused', language), changedAt: now })
    note({ reason: input.reason })
    await personMail(tx, mail, row.proposedBy, (language) => {
      const t = mails(language)
      const said = { organisation: row.displayName, reason: input.reason }
      return { subject: t('refusedSubject', said), text: t('refused', said) }
    })
    await settle(tx, { kind: decideProposalDuty, about: { table: organisation, id: row.id }, by: actor, now })
    return row
  },
})

/** Everything that the form shows; a change that somebody else made since the form was opened is not written over. */
export const edit = action({
  name: 'organisations.edit',
  about: organisation,
  input: editInput,
  load: loadOrganisation,
  allow: policy.edit,
  refusals,
  run: async ({ tx, subject, input: { id: _, seen, ...input }, now, language }) => {
    if (seen && new Date(seen).getTime() !== subject.changedAt.getTime())
      throw new Refused(text(language)('changedSince'))
    await checkDescribed(tx, input, now, language)
    await writeParts(tx, subject.id, input)
    return tx.update(organisation, subject, { ...columnsOf(input), changedAt: now })
  },
})

/** The yearly figure, without the rest of the form. */
export const setHeadCounts = action({
  name: 'organisations.set-head-counts',
  about: organisation,
  input: headCountsInput,
  load: loadOrganisation,
  allow: policy.edit,
  run: async ({ tx, subject, input: { headCounts }, now, language }) => {
    await checkHeadCounts(headCounts, now, language)
    await writeHeadCounts(tx, subject.id, headCounts)
    return tx.update(organisation, subject, { changedAt: now })
  },
})

export const archive = action({
  name: 'organisations.archive',
  about: organisation,
  input: reasonInput,
  load: loadOrganisation,
  allow: policy.archive,
  run: ({ tx, subject, input, now, language, note }) => {
    note({ reason: input.reason })
    return tx.update(organisation, subject, { ...moved(subject.state, 'archived', language), changedAt: now })
  },
})

export const restore = action({
  name: 'organisations.restore',
  about: organisation,
  input: idInput,
  load: loadOrganisation,
  allow: policy.archive,
  run: ({ tx, subject, now, language }) => {
    if (subject.state !== 'archived') throw new Refused(text(language)('wrongState'))
    return tx.update(organisation, subject, { ...moved(subject.state, 'published', language), changedAt: now })
  },
})
