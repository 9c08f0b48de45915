import { againstBare } from '../against.ts'
import type { Line } from '../figures.ts'
import type { Stage } from '../stage.ts'

const count = 50_000
const fields = `'/organisations/' || slug as href, display_name as title, (summary->>'fr') || ' ' || city || ' ' || kind || ' ' || array_to_string(sectors, ' ') as detail`
const order = 'order by sort_name, id limit 30' // the index of the directory's own order

/** The directory over 50,000 organisations: its first page, and one that a filter narrows. */
export async function lists(stage: Stage): Promise<Line[]> {
  await stage.organisations(count)
  return againstBare(
    stage,
    [
      {
        name: 'list of 50,000',
        path: '/organisations',
        sql: `select ${fields} from organisation where state = 'published' ${order}`,
      },
      {
        name: 'list, filtered',
        path: '/organisations?sector=animation&kind=school',
        sql: `select ${fields} from organisation where state = 'published' and sectors && $1::text[] and kind = any($2::text[]) ${order}`,
        values: [['animation'], ['school']],
      },
    ],
    await stage.member(),
  )
}
