import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { action } from '../../../db/action.ts'
import { narrow } from '../../../db/scope.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import * as policy from '../policy.ts'
import { idInput, logoInput } from '../schema/input.ts'
import { logo, organisation } from '../tables.ts'
import { text } from '../text/refusals.ts'
import { loadOrganisation } from './organisation.ts'

const readable = new Set(['png', 'jpeg', 'webp', 'gif'])
const widest = 8000
const side = 512

/**
 * A picture made again from its points: what the file said about itself, or hid behind them, is gone. The kind is read from
 * the content, never from the name.
 */
async function redrawn(file: File, language: Language): Promise<Buffer> {
  const t = text(language)
  const wrong = (key: 'logoWrong' | 'logoHuge') => new Invalid({ file: t(key) })
  const picture = sharp(Buffer.from(await file.arrayBuffer()), { limitInputPixels: widest * widest, failOn: 'error' })
  const {
    format,
    width = 0,
    height = 0,
  } = await picture.metadata().catch((error: Error) => {
    throw wrong(/pixel limit/i.test(error.message) ? 'logoHuge' : 'logoWrong')
  })
  if (!readable.has(format ?? '')) throw wrong('logoWrong')
  if (width > widest || height > widest) throw wrong('logoHuge')
  return picture
    .rotate()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 90 })
    .toBuffer()
    .catch(() => {
      throw wrong('logoWrong')
    })
}

export const setLogo = action({
  name: 'organisations.set-logo',
  about: organisation,
  input: logoInput,
  load: loadOrganisation,
  allow: policy.manageLogo,
  run: async ({ tx, subject, input, now, language }) => {
    const webp = await redrawn(input.file, language)
    const hash = createHash('sha256').update(webp).digest('hex')
    await tx.insertAll(logo, [{ organisationId: subject.id, hash, webp }], {
      on: ['organisationId'],
      set: ['hash', 'webp'],
    })
    return tx.update(organisation, subject, { logoHash: hash, changedAt: now })
  },
})

export const removeLogo = action({
  name: 'organisations.remove-logo',
  about: organisation,
  input: idInput,
  load: loadOrganisation,
  allow: policy.manageLogo,
  run: async ({ tx, actor, subject, now }) => {
    await tx.removeAll(narrow(policy.logosVisibleTo(actor), sql`${logo.organisationId} = ${subject.id}`))
    return tx.update(organisation, subject, { logoHash: null, changedAt: now })
  },
})
