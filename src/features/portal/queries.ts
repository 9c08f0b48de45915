import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '../../db/reader.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import type { Hit, SearchSource } from '../../web/feature.ts'
import * as policy from './policy.ts'
import { legalSlugs } from './schema.ts'
import { siteText } from './tables.ts'

export const currentText = async (read: Reader, actor: Actor, slug: string) => {
  const newest = { where: eq(siteText.slug, slug), orderBy: [desc(siteText.writtenAt)], limit: 1 }
  return (await read.rows(policy.siteTexts(actor), newest))[0] ?? null
}
/** All versions of a text, the newest first. */
export const textVersions = (read: Reader, actor: Actor, slug: string) =>
  read.rows(policy.siteTexts(actor), { where: eq(siteText.slug, slug), orderBy: [desc(siteText.writtenAt)] })

export const textVersion = async (read: Reader, actor: Actor, slug: string, id: string) =>
  z.uuid().safeParse(id).success
    ? read.one(policy.siteTexts(actor), and(eq(siteText.slug, slug), eq(siteText.id, id)))
    : null

/** The newest version of every text, by its slug. */
export async function currentTexts(read: Reader, actor: Actor) {
  const rows = await read.rows(policy.siteTexts(actor), { orderBy: [siteText.slug, desc(siteText.writtenAt)] })
  return rows.filter((row, index) => rows[index - 1]?.slug !== row.slug)
}

/** The texts that every cluster must have, written or not, then the others. */
export async function siteTextList(read: Reader, actor: Actor) {
  const written = new Map((await currentTexts(read, actor)).map((text) => [text.slug, text]))
  return [...new Set([...legalSlugs, ...written.keys()])].map((slug) => ({ slug, text: written.get(slug) ?? null }))
}

export type Found = {
  readonly key: string
  readonly label: string
  readonly href: string
  readonly total: number
  readonly hits: readonly Hit[]
}
/** What each kind of public record answers to a question, in the order of the features; kinds without an answer left out. */
export async function searchEverything(
  read: Reader,
  actor: Actor,
  sources: readonly SearchSource[],
  q: string,
  language: Language,
  most: number,
): Promise<Found[]> {
  if (q.trim() === '') return []
  const found = await Promise.all(
    sources.map(async ({ key, label, href, find }) => ({
      key,
      label: label(language),
      href: href(q),
      ...(await find(read, actor, q, language, most)),
    })),
  )
  return found.filter(({ total }) => total > 0)
}
