import { eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { slugOf } from '../../../kernel/slug.ts'
import * as policy from '../policy.ts'
import { sectorInput } from '../schema/deed.ts'
import { idInput } from '../schema/input.ts'
import { sector } from '../tables.ts'
import { text } from '../text/refusals.ts'

const refusals = { sector_key_taken: (language: 'fr' | 'en') => text(language)('sectorTaken') }
const loadSector = (tx: Tx, _actor: Actor, { id }: { id: string }) => tx.lock(policy.sectors(), eq(sector.id, id))

/** Adds a sector, or changes the one whose id is given. Its key, by which records carry it, never changes. */
export const saveSector = action({
  name: 'organisations.save-sector',
  about: sector,
  input: sectorInput,
  load: async (tx, actor, { id }): Promise<{ id?: string } | null> => (id ? loadSector(tx, actor, { id }) : {}),
  allow: policy.staffOnly,
  refusals,
  run: ({ tx, subject, input: { id: _, ...values } }) =>
    subject.id
      ? tx.update(sector, { id: subject.id }, values)
      : tx.insert(sector, { ...values, key: slugOf(values.label.en) }),
})

/** No longer offered in forms and filters; records that carry it keep it. */
export const retireSector = action({
  name: 'organisations.retire-sector',
  about: sector,
  input: idInput,
  load: loadSector,
  allow: policy.staffOnly,
  run: ({ tx, subject, now }) => tx.update(sector, subject, { archivedAt: now }),
})
export const reviveSector = action({
  name: 'organisations.revive-sector',
  about: sector,
  input: idInput,
  load: loadSector,
  allow: policy.staffOnly,
  run: ({ tx, subject }) => tx.update(sector, subject, { archivedAt: null }),
})
