import { Icon } from './icon.tsx'
import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'
import { Suggesting } from './suggesting.tsx'
import { text } from './text.ts'

type BigSearchProps = {
  page: Page
  /** Where the question goes: the search of the whole site without it. */
  action?: string | undefined
  label?: string | undefined
  placeholder?: string | undefined
  value?: string | undefined
}
/** One large search field: home page, error pages, the search page itself. */
export function BigSearch({ page, action = '/search', label, placeholder, value }: BigSearchProps) {
  const t = text(page.language)
  return (
    <search>
      <form class="big-search" action={addressOf(page, action)} method="get">
        <label class="sr-only" for="big-search">
          {label ?? t('searchAll')}
        </label>
        <Suggesting page={page} source={action === '/search' ? '/search/suggest' : undefined} goes>
          <input
            id="big-search"
            class="input"
            type="search"
            name="q"
            value={value}
            placeholder={placeholder ?? t('searchHint')}
            autocomplete="off"
            data-key-search
          />
        </Suggesting>
        <button class="btn btn-primary" type="submit">
          <Icon name="search" />
          {t('search')}
        </button>
      </form>
    </search>
  )
}
