import type { Feature } from '../../web/feature.ts'
import { importApi } from './routes/api.ts'
import { importRoutes } from './routes/imports.tsx'

export const organisationImportsFeature: Feature = {
  key: 'organisation-imports',
  routes: importRoutes,
  api: importApi,
}
