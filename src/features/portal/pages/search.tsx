import { ResultRow } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { BigSearch } from '../../../ui/search-field.tsx'
import type { Found } from '../queries.ts'
import { text } from '../text.ts'

type Props = { page: Page; q: string; found: readonly Found[] }

/** What everything public answers to a few words, kind by kind. */
export function SearchPage({ page, q, found }: Props) {
  const t = text(page.language)
  const count = found.reduce((sum, { total }) => sum + total, 0)
  return (
    <PlainPage page={page} title={q ? t('searchFor', { q }) : t('searchTitle')} noindex>
      <BigSearch page={page} placeholder={t('searchLabel')} value={q} />
      {q === '' ? (
        <Empty title={t('searchEmpty')} icon="search">
          {t('searchEmptyHelp')}
        </Empty>
      ) : count === 0 ? (
        <Empty title={t('foundNone', { q })} icon="search">
          {t('foundNoneHelp')}
        </Empty>
      ) : (
        <>
          <p role="status" class="found-count">
            {t('found', { q, count })}
          </p>
          {found.map((kind) => (
            <Kind page={page} kind={kind} />
          ))}
        </>
      )}
    </PlainPage>
  )
}

const Kind = ({ page, kind }: { page: Page; kind: Found }) => (
  <section class="found-kind">
    <div class="home-section-head">
      <h2>{kind.label}</h2>
      {kind.total > kind.hits.length && (
        <a class="link" href={page.href(kind.href)}>
          {text(page.language)('seeAll', { count: kind.total })}
        </a>
      )}
    </div>
    <ul class="results is-rows">
      {kind.hits.map(({ href, title, detail }) => (
        <li>
          <ResultRow page={page} href={href} title={title} lead={detail} />
        </li>
      ))}
    </ul>
  </section>
)
