import { eq } from 'drizzle-orm'
import type { Step } from '../../../db/action.ts'
import type { Row } from '../../../db/reader.ts'
import { formatMoment } from '../../../kernel/format.ts'
import * as policy from '../policy.ts'
import { deviceName } from '../rules/devices.ts'
import { hashOf } from '../rules/secrets.ts'
import type { Browser } from '../schema.ts'
import { device, type user } from '../tables.ts'
import { newDeviceMail } from './mails.ts'

export type Account = Row<typeof user>
/** How an attempt to enter ended. `cookies` are Set-Cookie lines for the browser. */
export type Entry =
  | { readonly outcome: 'in'; readonly id: string; readonly cookies: readonly string[] }
  /** The second factor is still to be shown. */
  | { readonly outcome: 'code'; readonly id?: string; readonly cookies: readonly string[] }
  | { readonly outcome: 'unconfirmed'; readonly id: string; readonly cookies: readonly string[] }
  | { readonly outcome: 'refused'; readonly cookies: readonly string[] }

export const cookiesOf = (headers: Headers | null | undefined) => headers?.getSetCookie() ?? []
export const asksForCode = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer

type Mailing = Pick<Step<unknown, object>, 'tx' | 'now' | 'origin' | 'mail'>
/**
 * Remembers the browser in which somebody has just entered. One that the account has not been entered from is told to
 * its owner, except the very first.
 */
export async function welcome({ tx, now, origin, mail }: Mailing, account: Account, browser: Browser): Promise<void> {
  const devices = policy.devicesOfAccount(account.id)
  const hash = hashOf(browser.device)
  const known = await tx.one(devices, eq(device.hash, hash))
  if (known) {
    await tx.update(device, known, { lastSeenAt: now })
    return
  }
  const isFirst = (await tx.count(devices)) === 0
  await tx.insert(device, { userId: account.id, hash, firstSeenAt: now, lastSeenAt: now })
  if (isFirst) return
  const name = deviceName(browser.headers.get('user-agent'))
  await mail(newDeviceMail(origin, account, { device: name, when: formatMoment(now, account.language) }))
}
