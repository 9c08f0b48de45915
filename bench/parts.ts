import type { Line } from './figures.ts'
import { cvs } from './parts/cvs.ts'
import { imports } from './parts/imports.ts'
import { lists } from './parts/lists.ts'
import { memory } from './parts/memory.ts'
import { occupations } from './parts/occupations.ts'
import { search } from './parts/search.ts'
import { starts } from './parts/starts.ts'
import { talents } from './parts/talents.ts'
import { weight } from './parts/weight.ts'
import type { Stage } from './stage.ts'

/** In this order: each finds what the earlier ones have left in the database. */
export const parts: Readonly<Record<string, (stage: Stage) => Promise<readonly Line[]>>> = {
  starts,
  lists,
  search,
  imports,
  occupations,
  talents,
  cvs,
  weight,
  memory,
}
