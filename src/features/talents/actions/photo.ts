import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { z } from 'zod'
import { action } from '../../../db/action.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import * as policy from '../policy.ts'
import { photoInput } from '../schema/input.ts'
import { photo, profile } from '../tables.ts'
import { text } from '../text/deeds.ts'
import { alive, lockOwn } from './renew.ts'

const readable = new Set(['jpeg', 'png', 'webp'])
const widest = 8000
const side = 480

/** Decoded and encoded again: what the file said about the camera and the place is gone. */
async function redrawn(file: File, language: Language): Promise<Buffer> {
  const wrong = () => new Invalid({ file: text(language)('photoWrong') })
  const picture = sharp(Buffer.from(await file.arrayBuffer()), { limitInputPixels: widest * widest, failOn: 'error' })
  const { format } = await picture.metadata().catch(() => {
    throw wrong()
  })
  if (!readable.has(format ?? '')) throw wrong()
  return picture
    .rotate()
    .resize({ width: side, height: side, fit: 'cover' })
    .webp({ quality: 85 })
    .toBuffer()
    .catch(() => {
      throw wrong()
    })
}

export const setPhoto = action({
  name: 'talents.set-photo',
  about: profile,
  input: photoInput,
  load: lockOwn,
  allow: policy.edit,
  async run({ tx, subject, input, now, language }) {
    const webp = await redrawn(input.file, language)
    const hash = createHash('sha256').update(webp).digest('hex')
    await tx.insertAll(photo, [{ profileId: subject.id, hash, webp }], { on: ['profileId'], set: ['hash', 'webp'] })
    return alive(tx, subject, now)
  },
})
export const removePhoto = action({
  name: 'talents.remove-photo',
  about: profile,
  input: z.object({}),
  load: lockOwn,
  allow: policy.edit,
  async run({ tx, actor, subject, now }) {
    await tx.removeAll(policy.ownParts(actor, photo), eq(photo.profileId, subject.id))
    return alive(tx, subject, now)
  },
})
