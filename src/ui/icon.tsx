import { raw } from 'hono/html'
import { type IconName, iconSet } from './icon-set.ts'

export type { IconName } from './icon-set.ts'

const drawn = (name: IconName) =>
  iconSet[name]
    .map(([tag, attributes]) => {
      const written = Object.entries(attributes).map(([key, value]) => `${key}="${value}"`)
      return `<${tag} ${written.join(' ')}/>`
    })
    .join('')
const ready = new Map<string, ReturnType<typeof raw>>()

/** A Lucide icon, 20 px (16 when small), always beside a word: screen readers pass it over. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean | undefined }) {
  const key = small ? `${name} small` : name
  const size = small ? 16 : 20
  const found =
    ready.get(key) ??
    raw(
      `<svg class="icon" width="${size}" height="${size}" viewBox="0 0 24 24" aria-hidden="true">${drawn(name)}</svg>`,
    )
  ready.set(key, found)
  return found
}
