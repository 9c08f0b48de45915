import { createHash } from 'node:crypto'
import { asc, count, desc, eq, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '../../../db/reader.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/days.ts'
import * as policy from '../policy.ts'
import { type LinkState, stateOfLink } from '../rules/links.ts'
import { cv, cvImport, cvLink, cvLook } from '../tables.ts'

const isId = (id: string) => z.uuid().safeParse(id).success

/** One's CVs, the last changed first, with how many open links each has and how often they were opened. */
export async function cvList(read: Reader, actor: Actor, now: Date) {
  const [rows, links] = await Promise.all([
    read.rows(policy.cvsOf(actor), { orderBy: [desc(cv.changedAt), desc(cv.id)] }),
    everyLink(read, actor),
  ])
  return rows.map((row) => {
    const own = links.filter(({ cvId }) => cvId === row.id)
    return {
      ...row,
      open: own.filter((one) => stateOfLink(one, dayOf(now)) === 'open').length,
      looks: own.reduce((sum, { looks }) => sum + looks, 0),
    }
  })
}
export type CvEntry = Awaited<ReturnType<typeof cvList>>[number]

export const cvById = async (read: Reader, actor: Actor, id: string) =>
  isId(id) ? read.one(policy.cvsOf(actor), eq(cv.id, id)) : null

/** All links of one's CVs, with how often and when last each was opened. */
export async function everyLink(read: Reader, actor: Actor) {
  const looks = await read
    .select({ linkId: cvLook.linkId, n: count(), last: max(cvLook.at) })
    .from(policy.looksOf(actor))
    .groupBy(cvLook.linkId)
  const byLink = new Map(looks.map((one) => [one.linkId, one]))
  const rows = await read
    .select({
      id: cvLink.id,
      cvId: cvLink.cvId,
      label: cvLink.label,
      createdAt: cvLink.createdAt,
      endsOn: cvLink.endsOn,
      revokedAt: cvLink.revokedAt,
    })
    .from(policy.linksOf(actor))
    .orderBy(desc(cvLink.createdAt), desc(cvLink.id))
  return rows.map((row) => ({ ...row, looks: byLink.get(row.id)?.n ?? 0, lastLook: byLink.get(row.id)?.last ?? null }))
}
export async function linksOfCv(read: Reader, actor: Actor, cvId: string, now: Date) {
  const rows = (await everyLink(read, actor)).filter((one) => one.cvId === cvId)
  return rows.map((row) => ({ ...row, state: stateOfLink(row, dayOf(now)) }))
}
export type LinkEntry = Awaited<ReturnType<typeof linksOfCv>>[number]

/** When a link was opened, the latest first. */
export const looksOf = (read: Reader, actor: Actor) =>
  read
    .select({ linkId: cvLook.linkId, at: cvLook.at })
    .from(policy.looksOf(actor))
    .orderBy(asc(cvLook.at), asc(cvLook.id))

export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')
export type Shared = {
  readonly state: LinkState
  readonly linkId: string
  readonly userId: string
  readonly cv: typeof cv.$inferSelect
}
export const linkOf = async (read: Reader, token: string) =>
  /^[\w-]{43}$/.test(token) ? read.one(policy.linkBySecret(hashOf(token))) : null
/** What a secret address opens; null when it is none of ours. */
export async function sharedCv(read: Reader, token: string, now: Date): Promise<Shared | null> {
  const link = await linkOf(read, token)
  const found = link && (await read.one(policy.cvOfLink(link)))
  return found ? { state: stateOfLink(link, dayOf(now)), linkId: link.id, userId: found.userId, cv: found } : null
}

export const importById = async (read: Reader, actor: Actor, id: string) =>
  isId(id) ? read.one(policy.importsOf(actor), eq(cvImport.id, id)) : null
/** The import that waits for the person's decision, if there is one. */
export const waitingImport = (read: Reader, actor: Actor) => read.one(policy.importsOf(actor), sql`true`)
