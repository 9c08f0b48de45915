const round = (value: number) => Math.round(value * 10) / 10

type Bridge = {
  /** Height of the deck's upper edge, and its thickness. */
  readonly deck: number
  readonly thickness: number
  /** From pier to pier, and the width of a pier. */
  readonly span: number
  readonly pier: number
  /** Where the first pier stands; below zero when it is out of sight. */
  readonly start: number
  /** Height of the arch. */
  readonly rise: number
}
/** A deck on arches, as the path of one block with the openings cut out (fill rule evenodd). */
export function arches({ deck, thickness, span, pier, start, rise }: Bridge, width: number, height: number): string {
  const openings: string[] = []
  const spring = round(deck + thickness + rise)
  for (let left = start; left < width; left += span) {
    const [from, to] = [round(left + pier), round(left + span)]
    openings.push(
      `M${from} ${height}V${spring}A${round((to - from) / 2)} ${round(rise)} 0 0 1 ${to} ${spring}V${height}Z`,
    )
  }
  return `M0 ${round(deck)}H${width}V${height}H0Z${openings.join('')}`
}

/** A hung deck: two towers, a cable and its hangers, as strokes. */
export function hung(deck: number, top: number, width: number, height: number, next: () => number): string {
  const half = (height * (0.5 + next() * 0.2)) | 0
  const middle = round(width * (0.35 + next() * 0.3))
  const [left, right] = [middle - half, middle + half]
  const low = 2 * deck - top - height * 0.06
  const hangers: string[] = []
  const count = 10
  for (let index = 1; index < count; index++) {
    const part = index / count
    const y = (1 - part) ** 2 * top + 2 * part * (1 - part) * low + part ** 2 * top
    if (y < deck) hangers.push(`M${round(left + 2 * half * part)} ${round(y)}V${round(deck)}`)
  }
  const cable = `M${left - half} ${round(deck)}L${left} ${round(top)}Q${middle} ${round(low)} ${right} ${round(top)}L${right + half} ${round(deck)}`
  return `${cable}M${left} ${round(top)}V${height}M${right} ${round(top)}V${height}M0 ${round(deck)}H${width}${hangers.join('')}`
}

/** The light of a projector, from a corner of the sky. */
export function beam(width: number, height: number, next: () => number): string {
  const isLeft = next() < 0.5
  const x = isLeft ? 0 : width
  const y = round(height * (0.08 + next() * 0.14))
  const far = isLeft ? width : 0
  const top = height * (0.1 + next() * 0.2)
  return `M${x} ${y}L${far} ${round(top)}V${round(top + height * (0.4 + next() * 0.2))}Z`
}

/** Short level strokes at the foot of the picture. */
export function ripples(width: number, height: number, next: () => number): string {
  const strokes: string[] = []
  const count = Math.round(width / 40)
  for (let index = 0; index < count; index++) {
    const x = round(next() * width)
    strokes.push(`M${x} ${round(height * (0.9 + next() * 0.08))}h${round(height * (0.06 + next() * 0.14))}`)
  }
  return strokes.join('')
}
