import sharp from 'sharp'
import type { FileKind } from '../schema/kinds.ts'

const drawn: readonly FileKind[] = ['png', 'jpeg', 'webp', 'gif']
const side = 480

/** A small WebP of a picture, made from its points: nothing of what the file says about itself (place, camera) is in it. */
export async function thumbnailOf(kind: FileKind, bytes: Buffer): Promise<Buffer | null> {
  if (!drawn.includes(kind)) return null
  return sharp(bytes)
    .rotate()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp()
    .toBuffer()
}
