import type { Child, PropsWithChildren } from 'hono/jsx'
import { createContext, useContext } from 'hono/jsx'

export type SectionLink = { readonly id: string; readonly title: string }
/** The table of contents that the sections of a record fill while they render. */
export const SectionContext = createContext<SectionLink[] | null>(null)

type SectionProps = PropsWithChildren<{
  /** Its place in the address: '#missions'. */
  id: string
  title: string
  /** A link or button beside the title: « Toutes les offres ». */
  more?: Child
}>
/** A section of a record. Inside a PublicRecord it stands in the table of contents, whoever renders it. */
export function Section({ id, title, more, children }: SectionProps) {
  useContext(SectionContext)?.push({ id, title })
  return (
    <section class="record-section" id={id} aria-labelledby={`${id}-title`}>
      <div class="section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {more}
      </div>
      {children}
    </section>
  )
}
