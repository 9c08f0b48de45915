import { raw } from 'hono/html'
import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'
import { tintOf } from './tint.ts'

type FileTileProps = {
  page: Page
  /** What kind of file it is, in at most four letters: 'PDF'. */
  label: string
  colour: string
  /** Path of a small picture of the file; a sheet with its kind on it stands in for one. */
  thumbnail?: string | null | undefined
}
const sheet = (label: string, colour: string) =>
  `<svg class="picture is-square tint-${tintOf(colour)}" viewBox="0 0 96 96" aria-hidden="true">` +
  '<path class="picture-far" d="M31 17h26l15 15v47a4 4 0 0 1-4 4H31a4 4 0 0 1-4-4V21a4 4 0 0 1 4-4z"/>' +
  '<path class="picture-near" d="M57 17l15 15H61a4 4 0 0 1-4-4zM27 52h45v20H27z"/>' +
  `<text class="fill-base-100 font-bold" x="49.5" y="66.6" text-anchor="middle" font-size="13" letter-spacing=".4">${label.replace(/[^\w]/g, '')}</text></svg>`

/** A file in a list: its small picture, or a sheet that names its kind. Decorative: the words beside it say the same. */
export const FileTile = ({ page, label, colour, thumbnail }: FileTileProps) =>
  thumbnail ? (
    <img
      class="picture is-square object-cover"
      src={addressOf(page, thumbnail)}
      alt=""
      width="96"
      height="96"
      loading="lazy"
    />
  ) : (
    raw(sheet(label, colour))
  )
