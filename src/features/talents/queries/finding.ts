import { dayOf } from '../../../kernel/days.ts'
import type { SearchSource, SitemapSource } from '../../../web/feature.ts'
import { calledOn } from '../rules/calling.ts'
import { searchIn } from '../rules/saved.ts'
import { text } from '../text/find.ts'
import { publicCodes, talents } from './list.ts'

/** In the global search: what the reader would find in the list. */
export const talentSource: SearchSource = {
  key: 'talents',
  label: (language) => text(language)('talents'),
  href: (q) => `/talents?q=${encodeURIComponent(q)}`,
  async find(read, actor, q, language, most) {
    const search = { ...searchIn(''), q }
    // No filter of days is set: which day it is does not matter.
    const { rows, total } = await talents(
      read,
      actor,
      { search, today: dayOf(new Date(0)) },
      { limit: most, offset: 0 },
    )
    const hits = rows.map(({ code, face }) => ({
      href: `/talents/${code}`,
      title: calledOn(face, language),
      detail: face.headline || face.city,
    }))
    return { total, hits }
  },
}

/** Only named public profiles: an anonymous one asks search engines to stay away. */
export const sitemap: SitemapSource = async function* (read) {
  for (const { code, changedAt, name } of await publicCodes(read))
    if (name !== null) yield { path: `/talents/${code}`, changed: changedAt }
}
