import { isSignedIn } from '../../kernel/actor.ts'
import type { Feature } from '../../web/feature.ts'
import { routes } from '../../web/routing.tsx'
import { accountData } from './actions/data.ts'
import type { Accounts } from './auth.ts'
import { tidy } from './jobs.ts'
import * as policy from './policy.ts'
import { accountRoutes } from './routes/account.tsx'
import { addressRoutes } from './routes/address.tsx'
import { accountsApi } from './routes/api.ts'
import { accountGate, dataRoutes } from './routes/data.tsx'
import { enterRoutes } from './routes/enter.tsx'
import { invitationRoutes } from './routes/invitation.tsx'
import { keyRoutes } from './routes/keys.tsx'
import { staffRoutes } from './routes/staff.tsx'
import { accountText } from './text/account.ts'
import { staffText } from './text/staff.ts'

export const accountsFeature = (accounts: Accounts): Feature => ({
  key: 'accounts',
  routes: routes()
    .route('/', accountGate())
    .route('/', enterRoutes(accounts))
    .route('/', keyRoutes(accounts))
    .route('/', accountRoutes(accounts))
    .route('/', addressRoutes(accounts))
    .route('/', dataRoutes(accounts))
    .route('/', invitationRoutes(accounts))
    .route('/', staffRoutes(accounts)),
  api: accountsApi,
  menu: [
    { key: 'account', href: '/account', label: (language) => accountText(language)('account'), allow: isSignedIn },
    { key: 'people', href: '/accounts', label: (language) => staffText(language)('people'), allow: policy.seePeople },
    { key: 'outbox', href: '/outbox', label: (language) => staffText(language)('outbox'), allow: policy.seeMails },
  ],
  periodic: [tidy],
  personal: [accountData],
})
