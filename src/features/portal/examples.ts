import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { actingAs, type Context } from '../../db/context.ts'
import { system } from '../../kernel/actor.ts'
import { type Language, languages } from '../../kernel/language.ts'
import type { Rows, Stage } from '../../web/examples.ts'
import { writeText } from './actions.ts'

/** A fixed page for tests. */
export const exampleText = (slug = 'about') => ({
  slug,
  title: { fr: 'Le pôle', en: 'The cluster' },
  summary: { fr: 'Qui nous sommes.', en: 'Who we are.' },
  body: { fr: '## Ce que nous faisons\n\nDes passerelles.', en: '## What we do\n\nFootbridges.' },
})

export const prepare = async ({ context }: Stage) => ({ aboutText: await writeText(context(system), exampleText()) })
/** The subject of each action, for the table of permissions. */
export const doors = { 'portal.write-text': () => ({ current: null }) }
/** An address for each route with parameters. */
export const examplePaths = {
  '/pages/:slug': '/pages/about',
  '/pages/:slug/edit': '/pages/about/edit',
  '/pages/:slug/versions/:id': ({ aboutText }: Rows) => `/pages/about/versions/${aboutText.id}`,
  '/api/v1/pages/:slug': '/api/v1/pages/about',
}

type Written = { readonly title: string; readonly summary: string; readonly version: string; readonly body: string }

/** A Markdown file with YAML between two lines of hyphens on top. */
function written(path: string): Written {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path, 'utf8')) ?? []
  return { ...(parse(head) as Omit<Written, 'body'>), body: body.trim() }
}

/** The demo's fixed pages: demo/pages/about.fr.md and about.en.md are one text. Those of consents belong to accounts. */
export async function loadSiteTexts(context: Context, folder = 'demo/pages'): Promise<number> {
  const slugs = new Set(readdirSync(folder).map((name) => name.split('.')[0] ?? ''))
  const wanted = [...slugs].filter((slug) => !slug.startsWith('consent-')).sort()
  for (const slug of wanted) {
    const texts = Object.fromEntries(
      languages.map((language) => [language, written(join(folder, `${slug}.${language}.md`))]),
    ) as Record<Language, Written>
    const field = (name: 'title' | 'summary' | 'body') => ({ fr: texts.fr[name], en: texts.en[name] })
    const at = new Date(`${texts.fr.version}T12:00:00Z`)
    const now = at < context.now ? at : context.now
    const then = actingAs(context, { actor: system, now })
    await writeText(then, { slug, title: field('title'), summary: field('summary'), body: field('body') })
  }
  return wanted.length
}
