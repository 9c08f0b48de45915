import type { PropsWithChildren } from 'hono/jsx'
import { type Sector, tintOf } from './tint.ts'

type HeroProps = PropsWithChildren<{
  title: string
  intro?: string | undefined
  /** The piers of the bridge: at most seven. */
  sectors?: readonly Sector[] | undefined
}>
const [width, height, foot, crown] = [1200, 150, 112, -28]
/** Height of the deck (a quadratic curve from foot to foot) at a share of its length. */
const deckAt = (share: number) => foot * (1 - 2 * share + 2 * share ** 2) + 2 * crown * share * (1 - share)

/** The head of the home page: a sentence, the search, and a footbridge that the sectors carry. */
export const Hero = ({ title, intro, sectors = [], children }: HeroProps) => {
  const piers = sectors.slice(0, 7).map(({ colour }, index, all) => {
    const share = (index + 1) / (all.length + 1)
    return { colour, x: Math.round(width * share), y: Math.round(deckAt(share)) }
  })
  return (
    <section class="hero">
      <h1>{title}</h1>
      {intro && <p class="lead">{intro}</p>}
      {children}
      <svg class="hero-bridge" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {piers.map(({ colour, x, y }) => (
          <path class={`tint-${tintOf(colour)}`} d={`M${x} ${y}V${height}`} />
        ))}
        <path class="hero-deck" d={`M0 ${foot}Q${width / 2} ${crown} ${width} ${foot}`} />
      </svg>
    </section>
  )
}
