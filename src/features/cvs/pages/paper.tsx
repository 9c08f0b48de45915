import type { Child } from 'hono/jsx'
import type { Paper, PaperEntry, PaperPart } from '../rules/paper.ts'
import { printText } from '../text/print.ts'

/** How deep the CV stands in its page: its own page begins with the name as h1, a preview stands under the page's own. */
type Level = 1 | 2
const Heading = ({ level, children }: { level: 1 | 2 | 3 | 4; children?: Child }) =>
  level === 1 ? (
    <h1>{children}</h1>
  ) : level === 2 ? (
    <h2>{children}</h2>
  ) : level === 3 ? (
    <h3>{children}</h3>
  ) : (
    <h4>{children}</h4>
  )

const Lines = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\n+/)
      .filter(Boolean)
      .map((line) => (
        <p>{line}</p>
      ))}
  </>
)

const Entry = ({ entry, level }: { entry: PaperEntry; level: Level }) => (
  <div class="cv-entry">
    <Heading level={level === 1 ? 3 : 4}>{entry.title}</Heading>
    {(entry.where || entry.when) && (
      <p class="cv-meta">
        {entry.where && <span>{entry.where}</span>}
        {entry.when && <span>{entry.when}</span>}
      </p>
    )}
    <Lines text={entry.text} />
    {entry.points.length > 0 && (
      <ul>
        {entry.points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    )}
    {entry.href && (
      <p class="cv-meta">
        <a href={entry.href} rel="noreferrer nofollow">
          {entry.href.replace(/^https?:\/\//, '')}
        </a>
      </p>
    )}
  </div>
)

const Part = ({ part, level }: { part: PaperPart; level: Level }) => (
  <section class="cv-part">
    <Heading level={level === 1 ? 2 : 3}>{part.title}</Heading>
    <Lines text={part.text} />
    {part.look === 'items' ? (
      <ul class="cv-items">
        {part.entries.map(({ title, where }) => (
          <li>
            {title}
            {where && <span class="cv-quiet"> – {where}</span>}
          </li>
        ))}
      </ul>
    ) : (
      part.entries.map((entry) => <Entry entry={entry} level={level} />)
    )}
  </section>
)

const Contact = ({ paper, level }: { paper: Paper; level: Level }) =>
  paper.contact.length === 0 ? null : (
    <section class="cv-contact">
      <Heading level={level === 1 ? 2 : 3}>{printText(paper.language)('contact')}</Heading>
      <ul>
        {paper.contact.map(({ text, href }) => (
          <li>
            {href ? (
              <a href={href} rel="noreferrer nofollow">
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </section>
  )

const besides = new Set(['skills', 'languages', 'interests'])
/** The CV as a page: the same parts in the same order as its PDF, in the CV's own language. */
export function CvPaper({ paper, level = 1 }: { paper: Paper; level?: Level }) {
  const isSide = paper.design === 'side'
  const beside = isSide ? paper.parts.filter(({ part }) => besides.has(part)) : []
  const main = paper.parts.filter((part) => !beside.includes(part))
  return (
    <article class={`cv-paper is-${paper.design}`} lang={paper.language}>
      <header class="cv-head">
        <Heading level={level}>{paper.name}</Heading>
        {paper.title && <p class="cv-title">{paper.title}</p>}
      </header>
      <div class="cv-beside">
        <Contact paper={paper} level={level} />
        {beside.map((part) => (
          <Part part={part} level={level} />
        ))}
      </div>
      <div class="cv-main">
        {main.map((part) => (
          <Part part={part} level={level} />
        ))}
      </div>
    </article>
  )
}
