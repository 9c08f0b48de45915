import { z } from 'zod'

/** The texts that every cluster must have: they are linked from the foot of each page. */
export const legalSlugs = ['legal-notice', 'privacy', 'accessibility'] as const

export const slug = z.string().regex(/^[a-z0-9-]{1,80}$/)
export const slugOnly = z.object({ slug })
const localisedText = (most: number) =>
  z.object({ fr: z.string().trim().min(1).max(most), en: z.string().trim().max(most).optional() })

export const siteTextInput = z.object({
  slug,
  title: localisedText(200),
  summary: localisedText(400),
  body: localisedText(60_000),
})
export const siteTextShape = z.object({
  slug: z.string(),
  title: z.object({ fr: z.string(), en: z.string().optional() }),
  summary: z.object({ fr: z.string(), en: z.string().optional() }),
  body: z.object({ fr: z.string(), en: z.string().optional() }),
  writtenAt: z.string(),
})

/** What is asked of the search over everything. */
export const question = z.object({ q: z.string().trim().max(200).catch('') })
const hit = z.object({ title: z.string(), detail: z.string(), url: z.string() })
export const searchAnswer = z.object({
  items: z.array(z.object({ kind: z.string(), label: z.string(), total: z.number().int(), hits: z.array(hit) })),
})
