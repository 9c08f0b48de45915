import type { Feature } from '../../web/feature.ts'
import { importing } from './jobs.ts'
import { panels } from './panels.tsx'
import { runImports } from './policy.ts'
import { endpoints } from './routes/api.ts'
import { pageRoutes } from './routes/pages.tsx'
import { text } from './text/pages.ts'

/** The public repertories and the cluster's own files of sheets: what comes in, what goes out. */
export const repertoriesFeature: Feature = {
  key: 'repertories',
  routes: pageRoutes,
  api: endpoints,
  menu: [
    {
      key: 'occupation-imports',
      href: '/repertories',
      label: (language) => text(language)('importsTitle'),
      allow: runImports,
    },
  ],
  panels,
  reactions: [importing],
}
