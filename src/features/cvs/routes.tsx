import { isSignedIn } from '../../kernel/actor.ts'
import type { Feature } from '../../web/feature.ts'
import { routes } from '../../web/routing.tsx'
import { cvData } from './actions/data.ts'
import { forgetting } from './jobs.ts'
import { panels } from './panels.tsx'
import { api } from './routes/api.ts'
import { gate } from './routes/asked.ts'
import { sharedRoutes } from './routes/by-link.tsx'
import { cvRoutes } from './routes/cvs.tsx'
import { importRoutes } from './routes/imports.tsx'
import { outRoutes } from './routes/out.ts'
import { pageText } from './text/pages.ts'

/** Several CVs from one profile, and everything in and out of it. */
export const cvsFeature: Feature = {
  key: 'cvs',
  routes: routes()
    .route('/', gate())
    .route('/', sharedRoutes())
    .route('/', importRoutes())
    .route('/', outRoutes())
    .route('/', cvRoutes()),
  menu: [{ key: 'cvs', href: '/cv', label: (language) => pageText(language)('cvs'), allow: isSignedIn }],
  panels,
  api,
  personal: [cvData],
  periodic: [forgetting],
}
