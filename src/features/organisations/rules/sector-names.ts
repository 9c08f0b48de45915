import { comparable } from '../../../kernel/table-import.ts'
import type { SectorRow } from './sector-labels.ts'

/** « Jeu vidéo » and « jeux vidéo » are one sector. */
const singular = (name: string) =>
  comparable(name)
    .split(/[ -]/)
    .map((word) => word.replace(/[sx]$/, ''))
    .join(' ')

export type SectorNames = ReadonlyMap<string, string>
/** 'jeu video' -> 'video-games', by the names in both languages and by key. */
export const sectorNames = (sectors: readonly Pick<SectorRow, 'key' | 'label'>[]): SectorNames =>
  new Map(
    sectors.flatMap(({ key, label }) =>
      [key, label.fr, label.en ?? ''].filter(Boolean).map((name) => [singular(name), key] as const),
    ),
  )

/** The sectors that a cell of a file names, as keys, or the first name that is none. */
export function sectorsIn(cell: string, known: SectorNames): readonly string[] | { readonly unknown: string } {
  const names = cell
    .split(/[|;,/]/)
    .map((name) => name.trim())
    .filter(Boolean)
  const unknown = names.find((name) => !known.has(singular(name)))
  if (unknown !== undefined) return { unknown }
  return [...new Set(names.map((name) => known.get(singular(name)) as string))]
}
