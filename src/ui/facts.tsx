import type { Child } from 'hono/jsx'
import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'

/** A label and what it says. Facts without a value are left out. */
export type Fact = { readonly label: string; readonly value: Child }
const isSaid = ({ value }: Fact) => value !== null && value !== undefined && value !== '' && value !== false

/** Key facts as a definition list. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => {
  const said = facts.filter(isSaid)
  return said.length === 0 ? null : (
    <dl class="facts">
      {said.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type FigureProps = { page: Page; value: string; unit: string; href?: string | undefined; note?: Child }
/** A number, its unit, and the records behind it: a figure opens. */
export const Figure = ({ page, value, unit, href, note }: FigureProps) => {
  const words = (
    <>
      <b>{value}</b> <span>{unit}</span>
    </>
  )
  return (
    <div class="figure">
      <p>{href ? <a href={addressOf(page, href)}>{words}</a> : words}</p>
      {note && <p class="help">{note}</p>}
    </div>
  )
}
