import { LinkButton, Press } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import type { SavedSearch } from '../queries/choices.ts'
import { text } from '../text/find.ts'

/** /talents/searches */
export function SearchesPage({ page, rows }: { page: Page; rows: readonly SavedSearch[] }) {
  const t = text(page.language)
  return (
    <PlainPage
      page={page}
      title={t('savedSearches')}
      intro={t('savedIntro')}
      current="talents"
      trail={[{ href: '/talents', label: t('talents') }]}
      noindex
    >
      {rows.length === 0 ? (
        <Empty
          title={t('noSaved')}
          icon="bookmark"
          action={
            <LinkButton page={page} href="/talents">
              {t('talents')}
            </LinkButton>
          }
        >
          {t('noSavedHow')}
        </Empty>
      ) : (
        <ul class="own-rows">
          {rows.map(({ id, name, asked, alert }) => (
            <li>
              <div>
                <a class="link" href={page.href(`/talents${asked ? `?${asked}` : ''}`)}>
                  <b>{name}</b>
                </a>{' '}
                <Chip tone={alert ? 'good' : 'neutral'} icon={alert ? 'bell' : undefined}>
                  {t(alert ? 'alertOn' : 'alertOff')}
                </Chip>
              </div>
              <div class="actions">
                <Press
                  page={page}
                  small
                  action={`/talents/searches/${id}`}
                  hidden={{ name, ...(alert ? {} : { alert: 'on' }) }}
                >
                  {t(alert ? 'turnOff' : 'turnOn')}
                </Press>
                <Press page={page} small look="quiet" action={`/talents/searches/${id}/remove`}>
                  {t('remove')}
                </Press>
              </div>
            </li>
          ))}
        </ul>
      )}
    </PlainPage>
  )
}
