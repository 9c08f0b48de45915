import { LinkButton } from '../../../ui/button.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { Table } from '../../../ui/table.tsx'
import type { Endpoint } from '../../../web/api.ts'
import { text } from '../text.ts'

type Props = {
  page: Page
  endpoints: readonly Endpoint[]
  limits: { readonly address: number; readonly token: number }
}

/** The API for people: what there is, how to ask, how often. The full description is OpenAPI. */
export function ApiPage({ page, endpoints, limits }: Props) {
  const t = text(page.language)
  const example = `curl -H "Accept-Language: ${page.language}" \\\n     -H "Authorization: Bearer $TOKEN" \\\n     ${page.origin}/api/v1/organisations?q=studio`
  return (
    <PlainPage
      page={page}
      title={t('apiTitle')}
      intro={t('apiIntro')}
      actions={
        <>
          <LinkButton page={page} href="/account/tokens" icon="key-round">
            {t('apiTokens')}
          </LinkButton>
          <LinkButton page={page} href={`${page.origin}/api/openapi.json`} look="primary" icon="file-text">
            {t('apiOpen')}
          </LinkButton>
        </>
      }
    >
      <section class="stack">
        <h2>{t('apiHow')}</h2>
        <p class="prose">{t('apiHowText')}</p>
        <pre class="code-block" tabindex={0}>
          <code>{example}</code>
        </pre>
        <p class="prose">{t('apiLimits', limits)}</p>
      </section>
      <section class="home-section">
        <h2>{t('apiDoors')}</h2>
        <Table
          page={page}
          caption={t('apiDoors')}
          rows={endpoints}
          columns={[
            { label: t('method'), cell: ({ method }) => <code>{method.toUpperCase()}</code> },
            { label: t('address'), head: true, cell: ({ path }) => <code>{`/api/v1${path}`}</code> },
            { label: t('what'), cell: ({ summary }) => <span lang="en">{summary}</span> },
            { label: t('right'), cell: ({ scope }) => <code>{scope}</code> },
          ]}
        />
      </section>
    </PlainPage>
  )
}
