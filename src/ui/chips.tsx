import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'
import { type Sector, tintOf } from './tint.ts'

type SectorChipProps = { page: Page; sector: Sector; href?: string | undefined }
/** A sector: its colour as a dot, always with its name. */
export const SectorChip = ({ page, sector, href }: SectorChipProps) => {
  const className = `chip tint-${tintOf(sector.colour)}`
  const words = (
    <>
      <i class="dot" />
      {sector.label}
    </>
  )
  return href ? (
    <a class={className} href={addressOf(page, href)}>
      {words}
    </a>
  ) : (
    <span class={className}>{words}</span>
  )
}

/** All sectors of a record, in a list. */
export const SectorChips = ({ page, sectors }: { page: Page; sectors: readonly Sector[] }) =>
  sectors.length === 0 ? null : (
    <ul class="chips">
      {sectors.map((sector) => (
        <li>
          <SectorChip page={page} sector={sector} />
        </li>
      ))}
    </ul>
  )

export type Tone = 'neutral' | 'good' | 'waiting' | 'bad' | 'info'
type ChipProps = PropsWithChildren<{ tone?: Tone | undefined; icon?: IconName | undefined }>
/** A short fact about a record: a state, a kind, a date. The words say it; the tone only helps. */
export const Chip = ({ tone = 'neutral', icon, children }: ChipProps) => (
  <span class={`chip is-${tone}`}>
    {icon && <Icon name={icon} small />}
    {children}
  </span>
)

/** Chips in a row. */
export const Chips = ({ children }: { children?: Child }) => <div class="chips">{children}</div>
