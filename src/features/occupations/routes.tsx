import { isStaff } from '../../kernel/actor.ts'
import type { Feature } from '../../web/feature.ts'
import { routes } from '../../web/routing.tsx'
import { importing, reviewing } from './jobs.ts'
import { ownCount, sheetSource, sitemap, skillSource } from './queries/finding.ts'
import { endpoints } from './routes/api.ts'
import { importRoutes } from './routes/imports.tsx'
import { sheetRoutes } from './routes/sheets.tsx'
import { skillRoutes } from './routes/skills.tsx'
import { reviewDuty } from './rules/duties.ts'
import { text } from './text/pages.ts'
import { workText } from './text/work.ts'

/** Occupation sheets, skills, and the public repertories. */
export const occupationsFeature: Feature = {
  key: 'occupations',
  // Imports first: /occupations/repertories and /skills/export.yaml are no sheet and no skill.
  routes: routes().route('/', importRoutes).route('/', sheetRoutes).route('/', skillRoutes),
  api: endpoints,
  doors: [{ key: 'occupations', href: '/occupations', label: (language) => text(language)('door') }],
  menu: [
    {
      key: 'occupation-reviews',
      href: '/occupations/reviews',
      label: (language) => workText(language)('reviewsTitle'),
      allow: isStaff,
    },
    {
      key: 'occupation-imports',
      href: '/occupations/repertories',
      label: (language) => workText(language)('importsTitle'),
      allow: isStaff,
    },
  ],
  reactions: [importing],
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
