import { isSignedIn } from '../../kernel/actor.ts'
import { otherLanguage } from '../../kernel/language.ts'
import { Avatar } from '../avatar.tsx'
import { Icon } from '../icon.tsx'
import { Mark } from '../mark.tsx'
import type { Page } from '../page.ts'
import { pathIn } from '../page-address.ts'
import { Suggesting } from '../suggesting.tsx'
import { text } from '../text.ts'

export type Current = { page: Page; current?: string | undefined }

/** Mark, doors, search, language, appearance, person. On a narrow screen all but the mark stands in a menu that opens without JavaScript. */
export function Header({ page, current }: Current) {
  const t = text(page.language)
  return (
    <header class="site-header">
      <div class="site-header-row">
        <Brand page={page} />
        <div class="site-wide">
          <Doors page={page} current={current} />
          <Search page={page} id="site-search" />
          <OtherLanguage page={page} />
          <ThemeSwitch page={page} />
          <Bells page={page} />
          {isSignedIn(page.actor) ? <PersonMenu page={page} /> : <SignIn page={page} />}
        </div>
        <div class="site-narrow">
          <Bells page={page} />
        </div>
        <drop-menu class="site-narrow">
          <details>
            <summary class="btn btn-plain">
              <Icon name="menu" />
              {t('menu')}
            </summary>
            <div class="site-sheet">
              <Search page={page} id="site-search-narrow" />
              <Doors page={page} current={current} />
              {isSignedIn(page.actor) ? <PersonLinks page={page} /> : <SignIn page={page} />}
              <div class="site-sheet-foot">
                <OtherLanguage page={page} />
                <ThemeSwitch page={page} />
              </div>
            </div>
          </details>
        </drop-menu>
      </div>
    </header>
  )
}

const Brand = ({ page }: { page: Page }) => (
  <a class="brand" href={page.href('/')} aria-label={text(page.language)('homeOf', { name: page.identity.name })}>
    {page.identity.logo ? <img class="mark" src={page.identity.logo} alt="" height={32} /> : <Mark />}
    <span>{page.identity.name}</span>
  </a>
)

const Doors = ({ page, current }: Current) => (
  <nav class="doors" aria-label={text(page.language)('doors')}>
    <ul>
      {page.doors.map(({ href, label, key }) => (
        <li>
          <a href={page.href(href)} data-door={key} aria-current={key === current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Search = ({ page, id }: { page: Page; id: string }) => {
  const t = text(page.language)
  return (
    <search>
      <form class="site-search" action={page.href('/search')} method="get">
        <label class="sr-only" for={id}>
          {t('searchAll')}
        </label>
        <Suggesting page={page} source="/search/suggest" goes>
          <input id={id} class="input" type="search" name="q" placeholder={t('search')} autocomplete="off" />
        </Suggesting>
        <button class="btn btn-ghost" type="submit">
          <Icon name="search" />
          <span class="sr-only">{t('search')}</span>
        </button>
      </form>
    </search>
  )
}

const OtherLanguage = ({ page }: { page: Page }) => {
  const other = otherLanguage(page.language)
  return (
    <a class="quiet-link" rel="alternate" hreflang={other} lang={other} href={pathIn(other, page.path)}>
      {text(page.language)('otherLanguage')}
    </a>
  )
}

/** Two buttons of which the style sheet shows one: light when it is dark, dark when it is light. */
const ThemeSwitch = ({ page }: { page: Page }) => {
  const t = text(page.language)
  return (
    <theme-switch>
      <form method="post" action="/preferences/theme">
        <input type="hidden" name="back" value={page.href(page.path)} />
        <button class="btn btn-ghost when-light" type="submit" name="theme" value="projection" title={t('themeDark')}>
          <Icon name="moon" />
          {t('toDark')}
        </button>
        <button class="btn btn-ghost when-dark" type="submit" name="theme" value="paper" title={t('themeLight')}>
          <Icon name="sun" />
          {t('toLight')}
        </button>
      </form>
    </theme-switch>
  )
}

/** What waits for the person: icons, with how many when there is something. */
const Bells = ({ page }: { page: Page }) =>
  page.waiting?.length ? (
    <ul class="bells">
      {page.waiting.map(({ href, icon, label, count }) => (
        <li>
          <a class="btn btn-ghost" href={page.href(href)} title={label}>
            <Icon name={icon} />
            <span class="sr-only">{label}</span>
            {count > 0 && (
              <b class="bell-count" aria-hidden="true">
                {count > 99 ? '99+' : count}
              </b>
            )}
          </a>
        </li>
      ))}
    </ul>
  ) : null

const SignIn = ({ page }: { page: Page }) => (
  <a class="btn btn-plain" href={page.href('/sign-in')}>
    {text(page.language)('signIn')}
  </a>
)

const PersonMenu = ({ page }: { page: Page }) => (
  <drop-menu class="person">
    <details>
      <summary class="btn btn-ghost">
        <Avatar name={page.actor.name} id={page.actor.id ?? ''} />
        <span class="person-name">{page.actor.name}</span>
        <Icon name="chevron-down" small />
      </summary>
      <PersonLinks page={page} />
    </details>
  </drop-menu>
)

const PersonLinks = ({ page }: { page: Page }) => {
  const t = text(page.language)
  return (
    <nav class="person-links" aria-label={t('myMenu')}>
      <ul>
        {page.menu.map(({ href, label }) => (
          <li>
            <a href={page.href(href)}>{label}</a>
          </li>
        ))}
        <li>
          <form method="post" action={page.href('/sign-out')}>
            <button type="submit">
              <Icon name="log-out" />
              {t('signOut')}
            </button>
          </form>
        </li>
      </ul>
    </nav>
  )
}
