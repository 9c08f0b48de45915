import { dayOf } from '../../kernel/days.ts'
import type { Periodic } from '../../web/feature.ts'
import type { NoticeKind } from '../../web/notice-kind.ts'
import { forgetOld, sendDigest } from './actions/digest.ts'
import { peopleWithNews } from './queries/digests.ts'
import { rhythmsOn } from './rules/digest.ts'

/** At eight in the morning: what has been told since the last digest, on Mondays also what waits for the week. */
export const digests = (kinds: () => readonly NoticeKind[]): Periodic => ({
  name: 'messages-digests',
  cron: '0 8 * * *',
  async run(context, read) {
    const labels = Object.fromEntries(kinds().map(({ kind, label }) => [kind, { fr: label('fr'), en: label('en') }]))
    for (const accountId of await peopleWithNews(read, rhythmsOn(dayOf(context.now)), context.now))
      await sendDigest(context, { accountId, labels })
  },
})

export const forgetting: Periodic = {
  name: 'messages-forget-old',
  cron: '40 3 * * *',
  run: async (context) => void (await forgetOld(context, {})),
}
