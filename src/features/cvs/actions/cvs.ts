import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import * as policy from '../policy.ts'
import { hashOf, linkOf, linksOfCv, sharedCv } from '../queries/cvs.ts'
import { holderOf } from '../queries/own.ts'
import { entriesOf, moved, newLayout, ordered } from '../rules/paper.ts'
import { linkInput, lookInput, newCvInput, oneCv, saveCvInput } from '../schema/cv.ts'
import { cv, cvLink, cvLook } from '../tables.ts'
import { refusalText } from '../text/refusals.ts'

const most = { cvs: 30, links: 50 }
const lockCv = (tx: Tx, actor: Actor, id: string) =>
  z.uuid().safeParse(id).success ? tx.lock(policy.cvsOf(actor), eq(cv.id, id)) : Promise.resolve(null)

/** A new CV shows the whole profile; the editor then takes away. */
export const createCv = action({
  name: 'cvs.create',
  about: cv,
  input: newCvInput,
  load: nothing,
  allow: policy.have,
  async run({ tx, actor, now, language, input }) {
    if ((await tx.count(policy.cvsOf(actor))) >= most.cvs) throw new Refused(refusalText(language)('mostCvs'))
    return tx.insert(cv, { ...input, layout: newLayout, userId: actor.id ?? '', createdAt: now, changedAt: now })
  },
})

/** Saves the form, and takes the step up or down that one of its buttons asks for. */
export const saveCv = action({
  name: 'cvs.save',
  about: cv,
  input: saveCvInput,
  load: (tx, actor, { id }) => lockCv(tx, actor, id),
  allow: policy.keep,
  async run({ tx, now, input: { id: _, parts, contact, move, ...said }, subject }) {
    const layout = { parts, contact }
    if (!move) return tx.update(cv, subject, { ...said, layout, changedAt: now })
    const holder = await holderOf(tx, subject.userId)
    const idsOf = (part: (typeof parts)[number]['part']) => {
      const order = parts.find((one) => one.part === part)?.order ?? []
      return holder ? ordered(entriesOf(holder, part, said.language), order).map((row) => row.id) : []
    }
    return tx.update(cv, subject, { ...said, layout: moved(layout, move, idsOf), changedAt: now })
  },
})

export const deleteCv = action({
  name: 'cvs.delete',
  about: cv,
  input: oneCv,
  load: (tx, actor, { id }) => lockCv(tx, actor, id),
  allow: policy.keep,
  async run({ tx, subject }) {
    await tx.remove(cv, subject)
    return { id: subject.id }
  },
})

/** A new secret address. It is in the answer and nowhere else: only its hash is kept. */
export const createLink = action({
  name: 'cvs.create-link',
  about: cv,
  input: linkInput,
  load: (tx, actor, { id }) => lockCv(tx, actor, id),
  allow: policy.keep,
  async run({ tx, actor, now, language, origin, input: { label, endsOn }, subject }) {
    const t = refusalText(language)
    if (endsOn && endsOn < dayOf(now)) throw new Invalid({ endsOn: t('dayPast') })
    const open = (await linksOfCv(tx, actor, subject.id, now)).filter(({ state }) => state === 'open')
    if (open.length >= most.links) throw new Refused(t('mostLinks'))
    const token = randomBytes(32).toString('base64url')
    const row = await tx.insert(cvLink, { cvId: subject.id, hash: hashOf(token), label, endsOn, createdAt: now })
    return { id: subject.id, linkId: row.id, endsOn, url: `${origin}/cv/shared/${token}` }
  },
})

const oneLink = oneCv.extend({ linkId: z.string().max(40) })
/** From this commit on the address opens nothing any more. */
export const revokeLink = action({
  name: 'cvs.revoke-link',
  about: cv,
  input: oneLink,
  async load(tx, actor, { id, linkId }) {
    const found = await lockCv(tx, actor, id)
    if (!found || !z.uuid().safeParse(linkId).success) return null
    const link = await tx.lock(narrow(policy.linksOf(actor), eq(cvLink.cvId, found.id)), eq(cvLink.id, linkId))
    return link && { id: found.id, userId: found.userId, link }
  },
  allow: policy.keep,
  async run({ tx, now, subject: { id, link } }) {
    if (!link.revokedAt) await tx.update(cvLink, link, { revokedAt: now })
    return { id }
  },
})

/**
 * Somebody opens a link. The look is counted with its time and nothing about who it was; the owner's own do not count. As
 * each opening writes, no copy of the page is ever kept for the next visitor: a revoked link is closed at once.
 */
export const openLink = action({
  name: 'cvs.open-link',
  about: cv,
  input: lookInput,
  load: async (tx, _actor, { token }) => {
    const found = await linkOf(tx, token)
    return found && { id: found.cvId }
  },
  allow: policy.open,
  async run({ tx, actor, now, input: { token } }) {
    const shared = await sharedCv(tx, token, now)
    if (shared?.state === 'open' && shared.userId !== actor.id)
      await tx.insert(cvLook, { linkId: shared.linkId, at: now })
    return { id: shared?.cv.id ?? '', shared }
  },
})
