import { inLanguage } from '../../kernel/localised.ts'
import type { Feature } from '../../web/feature.ts'
import { routes } from '../../web/routing.tsx'
import { courseData } from './actions/personal.ts'
import { reactions } from './jobs.ts'
import { panels } from './panels.tsx'
import * as policy from './policy.ts'
import { countPublished, courseList, publishedSlugs } from './queries/list.ts'
import { courseApi } from './routes/api.ts'
import { courseWorkApi } from './routes/api-imports.ts'
import { courseRoutes } from './routes/course.tsx'
import { importRoutes } from './routes/imports.tsx'
import { listRoutes } from './routes/list.tsx'
import { sponsorRoutes } from './routes/sponsorships.tsx'
import { workRoutes } from './routes/work.tsx'
import { courseSearch } from './schema/input.ts'
import { text } from './text/pages.ts'
import { text as work } from './text/work.ts'

export const coursesFeature: Feature = {
  key: 'courses',
  routes: routes()
    .route('/', listRoutes)
    .route('/', importRoutes)
    .route('/', workRoutes)
    .route('/', sponsorRoutes)
    .route('/', courseRoutes),
  api: [...courseApi, ...courseWorkApi],
  reactions,
  doors: [{ key: 'courses', href: '/courses', label: (language) => text(language)('courses') }],
  menu: [
    {
      key: 'my-courses',
      href: '/courses/mine',
      label: (language) => work(language)('mine'),
      allow: (actor) => policy.represented(actor).length > 0,
    },
    {
      key: 'courses-team',
      href: '/courses/team',
      label: (language) => work(language)('team'),
      allow: policy.staffOnly,
    },
  ],
  panels,
  personal: [courseData],
  search: [
    {
      key: 'courses',
      label: (language) => text(language)('courses'),
      href: (q) => `/courses?q=${encodeURIComponent(q)}`,
      find: async (read, _actor, q, language, most) => {
        const { rows, total } = await courseList(read, courseSearch.parse({ q }), { limit: most, offset: 0 })
        const hits = rows.map((row) => ({
          href: `/courses/${row.slug}`,
          title: inLanguage(row.title, language),
          detail: [row.schools[0]?.displayName, row.town, row.diploma].filter(Boolean).join(' – '),
        }))
        return { total, hits }
      },
    },
  ],
  sitemap: [
    async function* (read) {
      yield { path: '/courses', changed: null }
      for await (const { slug, changedAt } of publishedSlugs(read))
        yield { path: `/courses/${slug}`, changed: changedAt }
    },
  ],
  home: [
    {
      key: 'courses',
      href: '/courses',
      label: (language) => text(language)('courses'),
      promise: (language) => text(language)('promise'),
      figure: countPublished,
      unit: (language, count) => text(language)('unit', { count }),
    },
  ],
}
