import { lineOutcomes } from '../../kernel/table-import.ts'
import type { Feature } from '../../web/feature.ts'
import { importApi } from '../../web/table-import/api.ts'
import { importRoutes } from '../../web/table-import/routes.tsx'
import { everySector } from '../organisations/queries/directory.ts'
import { sectorsFor } from '../organisations/rules/sector-labels.ts'
import { apply } from './actions/apply.ts'
import { preview, upload } from './actions/preview.ts'
import { undo } from './actions/undo.ts'
import { list, options, place, wordsFor } from './pages/words.tsx'
import * as policy from './policy.ts'
import { importQueries as queries } from './queries/imports.ts'
import { organisationLineShape } from './schema.ts'

const imports = {
  allow: policy.staffOnly,
  outcomes: lineOutcomes,
  queries,
  deeds: { upload, preview, apply, undo },
}

export const organisationImportsFeature: Feature = {
  key: 'organisation-imports',
  routes: importRoutes({
    ...imports,
    list,
    place,
    options,
    words: async ({ var: { read, page } }) => wordsFor(page, sectorsFor(await everySector(read), page.language)),
  }),
  api: importApi({
    ...imports,
    path: '/organisation-imports',
    read: 'organisations:read',
    write: 'organisations:write',
    lineShape: organisationLineShape,
  }),
}
