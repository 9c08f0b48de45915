import type { Child, PropsWithChildren } from 'hono/jsx'
import { Footer } from './frame/footer.tsx'
import { Head, type HeadProps } from './frame/head.tsx'
import { Header } from './frame/header.tsx'
import { Shortcuts } from './frame/shortcuts.tsx'
import { Notice } from './notice.tsx'
import type { Page } from './page.ts'
import { text } from './text.ts'
import { type Crumb, Trail } from './trail.tsx'

/** What the kinds of pages (ListPage, PublicRecord, WorkRecord, FormPage, PlainPage) hand on to their frame. */
export type FrameOptions = Omit<HeadProps, 'page' | 'title'> & {
  /** Key of the door to which the page belongs. */
  current?: string | undefined
  /** Up to the whole screen: boards, large tables. */
  wide?: boolean | undefined
  /** The pages above this one. */
  trail?: readonly Crumb[] | undefined
}
export type FrameProps = PropsWithChildren<FrameOptions & { page: Page; title: string }>

/** The whole document around a page's content, which brings its own h1. */
export function Frame({ page, title, current, wide, trail = [], children, ...head }: FrameProps) {
  return (
    <html lang={page.language} data-theme={page.theme ?? undefined}>
      <Head page={page} title={title} {...head} />
      <body>
        <a class="skip" href="#content">
          {text(page.language)('skip')}
        </a>
        <Header page={page} current={current} />
        <main id="content" tabindex={-1} class={wide ? 'site-main is-wide' : 'site-main'}>
          <Trail page={page} crumbs={trail} />
          {page.alerts?.map(({ text: words, href, label }) => (
            <Notice tone="waiting">
              <p>{words}</p>
              <p>
                <a class="link" href={page.href(href)}>
                  {label}
                </a>
              </p>
            </Notice>
          ))}
          {page.notice && (
            <Notice tone="good" live>
              <p>{page.notice}</p>
            </Notice>
          )}
          {children}
        </main>
        <Footer page={page} />
        <Shortcuts page={page} />
      </body>
    </html>
  )
}

type HeadingProps = {
  title: Child
  /** What kind of thing it is, in small letters above: « Fiche métier ». */
  kind?: string | undefined
  /** One or two sentences under the title. */
  intro?: Child
  /** Buttons at the right: « Ajouter une organisation ». */
  actions?: Child
}
/** The head of a page: its one h1. */
export const Heading = ({ title, kind, intro, actions }: HeadingProps) => (
  <div class="page-head">
    <div>
      {kind && <p class="kind">{kind}</p>}
      <h1>{title}</h1>
      {intro && <div class="lead">{intro}</div>}
    </div>
    {actions && <div class="actions">{actions}</div>}
  </div>
)

type PlainProps = PropsWithChildren<FrameOptions & Omit<HeadingProps, 'title'> & { page: Page; title: string }>
/** A page that is neither list, record nor form: a head and what follows. */
export const PlainPage = ({ kind, intro, actions, children, ...frame }: PlainProps) => (
  <Frame {...frame}>
    <Heading title={frame.title} kind={kind} intro={intro} actions={actions} />
    {children}
  </Frame>
)

/** A page with one form: one column of 640 px, never indexed. */
export const FormPage = ({ kind, intro, actions, children, ...frame }: PlainProps) => (
  <Frame noindex {...frame}>
    <div class="form-page">
      <Heading title={frame.title} kind={kind} intro={intro} actions={actions} />
      {children}
    </div>
  </Frame>
)
