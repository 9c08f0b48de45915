import { againstBare } from '../against.ts'
import type { Line } from '../figures.ts'
import type { Stage } from '../stage.ts'

/** The whole of a sheet in one query, as a bare handler would ask for it. */
const sheet = `
  select '/skills/' || skill.slug as href, coalesce(skill.label->>'fr', skill.label->>'en') as title,
    case when link.essential then 'essential' else 'optional' end as detail
  from occupation join occupation_skill link on link.occupation_id = occupation.id join skill on skill.id = link.skill_id
  where occupation.slug = $1 order by link.essential desc, link.position`

/** A sheet with many skills, among all those of ROME. */
export async function occupations(stage: Stage): Promise<Line[]> {
  const database = await stage.database()
  const { rows } = await database
    .query(
      `select occupation.slug, count(*) from occupation join occupation_skill link on link.occupation_id = occupation.id
       where occupation.origin = 'rome' group by occupation.id having count(*) >= 60 order by count(*), slug limit 1`,
    )
    .catch(() => ({ rows: [] }))
  const slug = rows[0]?.slug
  if (!slug) return [{ what: 'occupation page', ours: 'skipped: no ROME in the database' }]
  const name = `occupation page (${rows[0]?.count} skills, whole ROME)`
  return againstBare(stage, [{ name, path: `/occupations/${slug}`, sql: sheet, values: [slug] }])
}
