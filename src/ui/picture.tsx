import { raw } from 'hono/html'
import { arches, beam, hung, ripples } from './picture-lines.ts'
import { numbersFrom, seedOf } from './picture-seed.ts'
import { tintOf } from './tint.ts'

/** `card` 16:9, `square` for rows, `banner` 6:1 for the head of a record. */
export type PictureShape = 'card' | 'square' | 'banner'
const sizes: Record<PictureShape, readonly [width: number, height: number]> = {
  card: [320, 180],
  square: [96, 96],
  banner: [1200, 200],
}

function drawing(seed: string, shape: PictureShape): string {
  const [width, height] = sizes[shape]
  const next = numbersFrom(seedOf(seed))
  const between = (least: number, most: number) => ((least + next() * (most - least)) * height) / 100
  const sky =
    next() < 0.6
      ? `<circle class="picture-light" cx="${Math.round(width * (0.12 + next() * 0.76))}" cy="${Math.round(between(16, 30))}" r="${Math.round(between(5, 9))}"/>`
      : `<path class="picture-beam" d="${beam(width, height, next)}"/>`
  // A small square shows one bridge from near; the others have a second one behind.
  const isNear = shape === 'square'
  const farDeck = between(36, 48)
  const far = isNear
    ? ''
    : next() < 0.4
      ? `<path class="picture-hung" stroke-width="${height / 90}" d="${hung(farDeck + height * 0.08, between(10, 20), width, height, next)}"/>`
      : `<path class="picture-far" d="${arches({ deck: farDeck, thickness: between(3, 5), span: between(34, 52), pier: between(4, 7), start: -between(0, 30), rise: between(18, 26) }, width, height)}"/>`
  const near = arches(
    {
      deck: isNear ? between(38, 52) : between(62, 72),
      thickness: between(5, 8),
      span: isNear ? between(56, 92) : between(74, 130),
      pier: between(7, 13),
      start: -between(0, 60),
      rise: isNear ? between(26, 36) : between(16, 24),
    },
    width,
    height,
  )
  const water = isNear
    ? ''
    : `<path class="picture-water" stroke-width="${height / 120}" d="${ripples(width, height, next)}"/>`
  return `${sky}${far}<path class="picture-near" d="${near}"/>${water}`
}

type PictureProps = { id: string; colour: string; shape?: PictureShape | undefined }
/** In place of a photograph: arches and decks in a sector's colour, always the same for an id. Decorative. */
export const Picture = ({ id, colour, shape = 'card' }: PictureProps) => {
  const [width, height] = sizes[shape]
  return raw(
    `<svg class="picture is-${shape} tint-${tintOf(colour)}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMax slice" aria-hidden="true">${drawing(id, shape)}</svg>`,
  )
}
