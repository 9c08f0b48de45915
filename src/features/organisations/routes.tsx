import { inLanguage } from '../../kernel/localised.ts'
import type { Feature } from '../../web/feature.ts'
import { routes } from '../../web/routing.tsx'
import { panels } from './panels.tsx'
import * as policy from './policy.ts'
import { bestMatches, countPublished, publishedSlugs } from './queries/directory.ts'
import { organisationApi } from './routes/api.ts'
import { sectorApi } from './routes/api-sectors.ts'
import { directoryRoutes } from './routes/directory.tsx'
import { formRoutes } from './routes/form.tsx'
import { mergeRoutes } from './routes/merge.tsx'
import { organisationRoutes } from './routes/organisation.tsx'
import { sectorRoutes } from './routes/sectors.tsx'
import { decideProposalDuty } from './rules/duties.ts'
import { text } from './text/directory.ts'
import { text as team } from './text/team.ts'

export const organisationsFeature: Feature = {
  key: 'organisations',
  routes: routes()
    .route('/', directoryRoutes)
    .route('/', mergeRoutes)
    .route('/', sectorRoutes)
    .route('/', formRoutes)
    .route('/', organisationRoutes),
  api: [...organisationApi, ...sectorApi],
  doors: [{ key: 'organisations', href: '/organisations', label: (language) => text(language)('directory') }],
  panels,
  followUps: [decideProposalDuty],
  menu: [
    {
      key: 'organisations-team',
      href: '/organisations/proposals',
      label: (language) => team(language)('team'),
      allow: policy.staffOnly,
    },
  ],
  search: [
    {
      key: 'organisations',
      label: (language) => text(language)('directory'),
      href: (q) => `/organisations?q=${encodeURIComponent(q)}`,
      find: async (read, _actor, q, language, most) => {
        const { rows, total } = await bestMatches(read, q, most)
        const hits = rows.map((row) => ({
          href: `/organisations/${row.slug}`,
          title: row.displayName,
          detail: [row.city, inLanguage(row.summary, language)].filter(Boolean).join(' – '),
        }))
        return { total, hits }
      },
    },
  ],
  sitemap: [
    async function* (read) {
      yield { path: '/organisations', changed: null }
      for await (const { slug, changedAt } of publishedSlugs(read))
        yield { path: `/organisations/${slug}`, changed: changedAt }
    },
  ],
  home: [
    {
      key: 'organisations',
      href: '/organisations',
      label: (language) => text(language)('directory'),
      promise: (language) => text(language)('promise'),
      figure: countPublished,
      unit: (language, count) => text(language)('unit', { count }),
    },
  ],
}
