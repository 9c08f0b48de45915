import type { Context } from '../../db/context.ts'
import type { Reader } from '../../db/reader.ts'
import type { Periodic, Reaction } from '../../web/feature.ts'
import { followMerge } from './actions/merge.ts'
import { leftBehind } from './queries/merged.ts'

async function followMerges(context: Context, read: Reader) {
  for (const { id } of await leftBehind(read)) await followMerge(context, { id })
}

/** Two organisations have become one: their people come together. */
export const merged: Reaction = { name: 'affiliations.after-merge', on: 'organisations.merge', run: followMerges }
/** Whoever joined in the moment of a merge is not left behind. */
export const stragglers: Periodic = { name: 'affiliations.stragglers', cron: '50 4 * * *', run: followMerges }
