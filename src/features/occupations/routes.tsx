import { isStaff } from '../../kernel/actor.ts'
import type { Feature } from '../../web/feature.ts'
import { routes } from '../../web/routing.tsx'
import { reviewing } from './jobs.ts'
import { ownCount, sheetSource, sitemap, skillSource } from './queries/finding.ts'
import { sheetEndpoints } from './routes/api/sheets.ts'
import { skillEndpoints } from './routes/api/skills.ts'
import { sheetRoutes } from './routes/sheets.tsx'
import { skillRoutes } from './routes/skills.tsx'
import { reviewDuty } from './rules/duties.ts'
import { text } from './text/pages.ts'
import { workText } from './text/work.ts'

/** Occupation sheets and skills. */
export const occupationsFeature: Feature = {
  key: 'occupations',
  routes: routes().route('/', sheetRoutes).route('/', skillRoutes),
  api: [...sheetEndpoints, ...skillEndpoints],
  doors: [{ key: 'occupations', href: '/occupations', label: (language) => text(language)('door') }],
  menu: [
    {
      key: 'occupation-reviews',
      href: '/occupations/reviews',
      label: (language) => workText(language)('reviewsTitle'),
      allow: isStaff,
    },
  ],
  periodic: [reviewing],
  followUps: [reviewDuty],
  search: [sheetSource, skillSource],
  sitemap: [sitemap],
  home: [
    {
      key: 'occupations',
      href: '/occupations',
      label: (language) => text(language)('door'),
      promise: (language) => text(language)('homePromise'),
      figure: ownCount,
      unit: (language, count) =>
        text(language)(`unit-${new Intl.PluralRules(language).select(count) === 'one' ? 'one' : 'many'}`),
    },
  ],
}
