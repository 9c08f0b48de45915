import { asc, eq, gt } from 'drizzle-orm'
import type { Reader } from '../../../db/reader.ts'
import { narrow, type Scope } from '../../../db/scope.ts'
import { visitor } from '../../../kernel/actor.ts'
import type { SearchSource, SitemapSource } from '../../../web/feature.ts'
import * as policy from '../policy.ts'
import { titleOf, wordingOf } from '../rules/titles.ts'
import { occupationSearch, skillSearch } from '../schema/search.ts'
import { occupation, skill } from '../tables.ts'
import { text } from '../text/pages.ts'
import { occupationList, publishedCount } from './list.ts'
import { skillList } from './skills.ts'

/** Own sheets first; the repertory answers when they do not. */
export const sheetSource: SearchSource = {
  key: 'occupations',
  label: (language) => text(language)('occupations'),
  href: (q) => `/occupations?q=${encodeURIComponent(q)}`,
  async find(read, actor, q, language, most) {
    const asked = occupationSearch.parse({ q, origin: 'own', sectors: [], families: [] })
    const own = await occupationList(read, actor, asked, most)
    const { rows, total } =
      own.total > 0 ? own : await occupationList(read, actor, { ...asked, origin: 'reference' }, most)
    const t = text(language)
    return {
      total,
      hits: rows.map((row) => ({
        href: `/occupations/${row.slug}`,
        title: titleOf(row, language),
        detail:
          row.origin === 'own'
            ? row.family
              ? t(`family-${row.family}`)
              : ''
            : `${t(`origin-${row.origin}`)} ${row.isco ?? row.code ?? ''}`,
      })),
    }
  },
}
export const skillSource: SearchSource = {
  key: 'skills',
  label: (language) => text(language)('skillsTitle'),
  href: (q) => `/skills?q=${encodeURIComponent(q)}`,
  async find(read, actor, q, language, most) {
    const { rows, total } = await skillList(read, actor, skillSearch.parse({ q, origin: 'own', kinds: [] }), most)
    const t = text(language)
    return {
      total,
      hits: rows.map((row) => ({
        href: `/skills/${row.slug}`,
        title: wordingOf(row.label, language),
        detail: `${t(`kindOne-${row.kind}`)} · ${row.uses > 0 ? t('usedBy', { count: row.uses }) : t('unused')}`,
      })),
    }
  },
}

const some = 1000
/** Published sheets, the repertories' too, and the cluster's own skills; a thousand at a time. */
export const sitemap: SitemapSource = async function* (read) {
  yield* pathsOf(read, occupation, policy.visibleTo(visitor), '/occupations')
  yield* pathsOf(read, skill, narrow(policy.skillsVisibleTo(visitor), eq(skill.origin, 'own')), '/skills')
}
async function* pathsOf(read: Reader, table: typeof occupation | typeof skill, scope: Scope, path: string) {
  for (let last = ''; ; ) {
    const rows = await read
      .select({ slug: table.slug, changedAt: table.changedAt })
      .from(scope)
      .where(gt(table.slug, last))
      .orderBy(asc(table.slug))
      .limit(some)
    for (const { slug, changedAt } of rows) yield { path: `${path}/${slug}`, changed: changedAt }
    last = rows.at(-1)?.slug ?? ''
    if (rows.length < some) return
  }
}
export const ownCount = (read: Reader) => publishedCount(read, visitor)
