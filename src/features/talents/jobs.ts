import type { Periodic, Reaction } from '../../web/feature.ts'
import { sendAlerts } from './actions/alerts.ts'
import { tendConsents } from './actions/consents.ts'
import { followNames, followOrganisations, followSkills } from './actions/follow.ts'

/** Every night: reminders, sleep, erasure. */
export const tending: Periodic = {
  name: 'talents.tend',
  cron: '35 4 * * *',
  run: async (context) => {
    await tendConsents(context, {})
  },
}
/** Every morning: what saved searches have found. */
export const alerting: Periodic = {
  name: 'talents.alert',
  cron: '15 7 * * *',
  run: async (context) => {
    await sendAlerts(context, {})
  },
}
export const following: readonly Reaction[] = [
  {
    name: 'talents.new-name',
    on: 'accounts.changeProfile',
    run: async (context) => void (await followNames(context, {})),
  },
  {
    name: 'talents.merged-skill',
    on: 'occupations.merge-skill',
    run: async (context) => void (await followSkills(context, {})),
  },
  {
    name: 'talents.merged-organisation',
    on: 'organisations.merge',
    run: async (context) => void (await followOrganisations(context, {})),
  },
]
