import { raw } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Fact, Facts } from './facts.tsx'
import { Frame, type FrameOptions, Heading } from './frame.tsx'
import { History, type HistoryEntry } from './history.tsx'
import type { Page } from './page.ts'
import { SectionContext, type SectionLink } from './record/section.tsx'
import { type Step, Stepper } from './stepper.tsx'
import { type Tab, Tabs } from './tabs.tsx'
import { text } from './text.ts'
import { type Sector, tintOf } from './tint.ts'

export { Section } from './record/section.tsx'

type RecordProps = PropsWithChildren<
  FrameOptions & {
    page: Page
    title: string
    /** What kind of thing it is: « Fiche métier », « Dossier ». */
    kind?: string | undefined
    /** A second line of the title: the other word form, an acronym written out. */
    subtitle?: Child
    chips?: Child
    /** Two lines that sum it up. */
    lead?: Child
    facts?: readonly Fact[] | undefined
    /** More of the right column: <Aside>s, slots of later features. */
    aside?: Child
    history?: readonly HistoryEntry[] | undefined
  }
>

const frameOf = ({ page, title, description, noindex, jsonLd, image, current, wide, trail }: RecordProps) => ({
  page,
  title,
  description,
  noindex,
  jsonLd,
  image,
  current,
  wide,
  trail,
})

type PublicRecordProps = RecordProps & {
  /** Colours of the page's edge. */
  sectors?: readonly Sector[] | undefined
  /** A Picture or an image at the head. */
  picture?: Child
  /** The one next step of the reader: a primary LinkButton, with a sentence if needed. */
  next?: Child
  /** Share, print, edit: quiet buttons beside the title. */
  actions?: Child
}
/** A record as an article: <Section>s with a table of contents that follows, facts and what is linked at the right. */
export function PublicRecord(props: PublicRecordProps) {
  const { page, title, kind, subtitle, chips, lead, sectors = [], picture, next, actions } = props
  const links: SectionLink[] = []
  // The sections render first and announce themselves, those of later features too: the contents stand before them.
  const body = raw(String(<SectionContext.Provider value={links}>{props.children}</SectionContext.Provider>))
  return (
    <Frame {...frameOf(props)}>
      <article class="record">
        <header class="record-head">
          {sectors.length > 0 && (
            <div class="record-edge" aria-hidden="true">
              {sectors.map(({ colour }) => (
                <i class={`tint-${tintOf(colour)}`} />
              ))}
            </div>
          )}
          {picture}
          <Heading
            kind={kind}
            title={<RecordTitle title={title} subtitle={subtitle} />}
            intro={lead}
            actions={actions}
          />
          {chips}
        </header>
        <div class="record-body">
          <Contents page={page} links={links} />
          <Brief page={page} facts={props.facts} next={next} />
          <div class="record-main">{body}</div>
          <Linked aside={props.aside} />
        </div>
        <History page={page} entries={props.history ?? []} />
      </article>
    </Frame>
  )
}

const RecordTitle = ({ title, subtitle }: { title: string; subtitle?: Child }) => (
  <>
    {title}
    {subtitle && <small class="subtitle"> {subtitle}</small>}
  </>
)

function Contents({ page, links }: { page: Page; links: readonly SectionLink[] }) {
  const t = text(page.language)
  return links.length < 3 ? null : (
    <nav class="contents" aria-label={t('onThisPage')}>
      <page-contents>
        <p class="contents-title">{t('onThisPage')}</p>
        <ol>
          {links.map(({ id, title }) => (
            <li>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </page-contents>
    </nav>
  )
}

type BriefProps = { page: Page; facts?: readonly Fact[] | undefined; next?: Child }
/** The upper part of the right column: on a phone it stands before the text, what is linked after it. */
const Brief = ({ page, facts = [], next }: BriefProps) =>
  next || facts.length > 0 ? (
    <section class="record-brief" aria-label={text(page.language)('facts')}>
      {next && <div class="next-step">{next}</div>}
      <Facts facts={facts} />
    </section>
  ) : null

const Linked = ({ aside }: { aside?: Child }) => (aside ? <aside class="record-aside">{aside}</aside> : null)

type WorkRecordProps = RecordProps & {
  steps?: readonly Step[] | undefined
  /** The one next deed, as a primary button. */
  deed?: Child
  /** The other deeds, plain or quiet. */
  deeds?: Child
  /** Only when sections exceed a screen. */
  tabs?: readonly Tab[] | undefined
}
/** A record that people work on: its state on top, the next deed in evidence, history at the foot. Never indexed. */
export function WorkRecord(props: WorkRecordProps) {
  const { page, title, kind, subtitle, chips, lead, steps, deed, deeds, tabs } = props
  return (
    <Frame {...frameOf(props)} noindex>
      <article class="record is-work">
        <header class="record-head">
          <Heading
            kind={kind}
            title={<RecordTitle title={title} subtitle={subtitle} />}
            intro={lead}
            actions={
              (deed || deeds) && (
                <>
                  {deeds}
                  {deed}
                </>
              )
            }
          />
          {chips}
          {steps && <Stepper page={page} steps={steps} />}
        </header>
        {tabs && <Tabs page={page} label={title} tabs={tabs} />}
        <div class="record-body">
          <Brief page={page} facts={props.facts} />
          <div class="record-main">{props.children}</div>
          <Linked aside={props.aside} />
        </div>
        <History page={page} entries={props.history ?? []} />
      </article>
    </Frame>
  )
}
