import type { Reader } from '../../../db/reader.ts'
import { Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { hashOf } from '../../accounts/rules/secrets.ts'
import * as policy from '../policy.ts'
import { refusals } from '../text/refusals.ts'

/** How long the links in a digest work. */
export const linkDays = 14
const dayLength = 86_400_000

/** What a digest's link opens: the person it was sent to, and the one it names. Refused when it is too old or is not one. */
export async function behindLink(
  read: Pick<Reader, 'one'>,
  { id, key }: { readonly id: string; readonly key: string },
  now: Date,
  language: Language,
) {
  const digest = await read.one(policy.digestBehind(hashOf(key)))
  const isValid =
    digest && now.getTime() - digest.sentAt.getTime() < linkDays * dayLength && digest.followUpIds.includes(id)
  if (!isValid) throw new Refused(refusals(language)('linkGone'))
  return { userId: digest.userId, row: await read.one(policy.namedIn([id])) }
}
