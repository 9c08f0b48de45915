import type { Reaction } from '../../web/feature.ts'
import { follow } from './actions/follow.ts'

/** What happens to organisations and skills moves what courses say of them. */
const followed = ['organisations.edit', 'organisations.merge', 'occupations.merge-skill'] as const
export const reactions: readonly Reaction[] = followed.map((on) => ({
  name: `courses.follow-${on.replace('.', '-')}`,
  on,
  run: async (context) => {
    await follow(context, {})
  },
}))
