import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'

/** A block of the right column, or of a page: a short title and what belongs to it. Panels of later features use it in asides. */
export const Aside = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <section class="aside">
    <h2>{title}</h2>
    {children}
  </section>
)

type CardProps = {
  page: Page
  href: string
  title: Child
  /** A Picture, in lists where pictures matter. */
  picture?: Child
  chips?: Child
  /** At most three short facts. */
  facts?: readonly Child[] | undefined
  lead?: Child
}
/** One result as a card: the whole card leads to the record. */
export const Card = ({ page, href, title, picture, chips, facts = [], lead }: CardProps) => (
  <article class="card-item">
    {picture}
    <div>
      <h3>
        <a href={addressOf(page, href)}>{title}</a>
      </h3>
      {chips}
      {lead && <p>{lead}</p>}
      <MetaLine facts={facts} />
    </div>
  </article>
)

type RowProps = CardProps & { end?: Child }
/** One result as a row: dense, the title leads to the record; `end` stands at the right (a date, a state, a number). */
export const ResultRow = ({ page, href, title, picture, chips, facts = [], lead, end }: RowProps) => (
  <article class="row-item">
    {picture}
    <div>
      <h3>
        <a href={addressOf(page, href)}>{title}</a>
      </h3>
      {lead && <p>{lead}</p>}
      <MetaLine facts={facts} />
      {chips}
    </div>
    {end && <div class="row-end">{end}</div>}
  </article>
)

const MetaLine = ({ facts }: { facts: readonly Child[] }) => {
  const said = facts.filter(Boolean)
  return said.length === 0 ? null : (
    <ul class="meta">
      {said.map((fact) => (
        <li>{fact}</li>
      ))}
    </ul>
  )
}

type DoorCardProps = {
  page: Page
  href: string
  label: string
  promise: string
  figure: string
  unit: string
  icon?: IconName | undefined
}
/** A door of the home page: large, with a living figure. */
export const DoorCard = ({ page, href, label, promise, figure, unit, icon }: DoorCardProps) => (
  <article class="door-card">
    <h2>
      <a href={addressOf(page, href)}>
        {icon && <Icon name={icon} />}
        {label}
      </a>
    </h2>
    <p>{promise}</p>
    <p class="door-figure">
      <b>{figure}</b> {unit}
    </p>
  </article>
)
