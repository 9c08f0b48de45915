import { expect, test } from 'vitest'
import { visitor } from '../kernel/actor.ts'
import { Failure } from './failure.tsx'
import { doorLetters } from './frame/shortcuts.tsx'
import { Frame } from './frame.tsx'
import { ListPage } from './list.tsx'
import { parseListState } from './list-state.ts'
import { PublicRecord, Section } from './record.tsx'
import { examplePage } from './testing-page.ts'

const html = (view: unknown) => String(view)

test('a page names its language, its addresses and its theme', () => {
  const page = examplePage({ language: 'en', path: '/offers?page=2', theme: 'projection' })
  const shown = html(<Frame page={page} title="Jobs" description="All jobs" />)
  expect(shown).toContain('<html lang="en" data-theme="projection">')
  expect(shown).toContain('<title>Jobs – Passerelle</title>')
  expect(shown).toContain('<link rel="canonical" href="https://passerelle.example/en/offers"/>')
  expect(shown).toContain('hreflang="x-default" href="https://passerelle.example/offers"')
  expect(shown).toContain('<a class="quiet-link" rel="alternate" hreflang="fr" lang="fr" href="/offers?page=2">')
  expect(shown).not.toContain('data-theme="paper"')
  expect(html(<Frame page={examplePage()} title="X" />)).toContain('<html lang="fr">')
})

test('a page keeps the content policy: no style attribute, no inline script, no handler', () => {
  const shown = html(<Frame page={examplePage({ notice: 'Fait.' })} title="X" jsonLd={{ name: '</script><b>' }} />)
  expect(shown).not.toMatch(/ style="| on[a-z]+="/)
  expect(shown).not.toContain('</script><b>')
  expect(shown).toContain('\\u003c/script>')
  for (const [script] of shown.matchAll(/<script[^>]*>/g)) expect(script).toMatch(/ src="|application\/ld\+json/)
})

test('visitors may sign in; people see their menu and sign out by a form', () => {
  expect(html(<Frame page={examplePage()} title="X" />)).toContain('href="/sign-in"')
  const actor = { ...visitor, id: '1', kind: 'account' as const, name: 'Ada' }
  const shown = html(
    <Frame page={examplePage({ actor, menu: [{ key: 'me', href: '/me', label: 'Mon compte' }] })} title="X" />,
  )
  expect(shown).toContain('action="/sign-out"')
  expect(shown).toContain('Mon compte')
  expect(shown).not.toContain('href="/sign-in"')
})

test('sections of a record announce themselves to its contents, those of later features too', () => {
  const Later = () => (
    <Section id="offers" title="Offres & stages">
      …
    </Section>
  )
  const shown = html(
    <PublicRecord page={examplePage()} title="Animateur 3D">
      <Section id="a" title="A" />
      <Section id="b" title="B" />
      <Later />
    </PublicRecord>,
  )
  expect(shown).toContain('<a href="#offers">Offres &amp; stages</a>')
  expect(shown.indexOf('href="#a"')).toBeLessThan(shown.indexOf('id="a"'))
})

test('a list shows its active filters as links that take them away', () => {
  const page = examplePage({ language: 'en' })
  const state = parseListState(new URLSearchParams('q=anim&sector=games&page=2'), {
    filters: ['sector'],
    sorts: ['name'],
  })
  const options = [{ value: 'games', label: 'Video games', count: 12 }]
  const filters = [{ name: 'sector', label: 'Sector', kind: 'many' as const, prominent: true, options }]
  const shown = html(
    <ListPage
      page={page}
      title="Directory"
      path="/organisations"
      state={state}
      total={412}
      rows={['Studio']}
      counted="412 organisations"
      searchLabel="Name"
      filters={filters}
      exports={{ csv: '/organisations.csv' }}
      view={{ kind: 'rows', render: (row) => row }}
    />,
  )
  expect(shown).toContain('href="/en/organisations?q=anim"')
  expect(shown).toContain('href="/en/organisations?sector=games"')
  expect(shown).toContain('href="/en/organisations.csv?q=anim&amp;sector=games"')
  expect(shown).toContain('31–60 of 412')
  expect(shown).toMatch(/value="games" checked/)
})

test('an error page says what happened, gives the reference and asks visitors to sign in where it may help', () => {
  const shown = html(<Failure page={examplePage()} status={500} requestId="abc-1" />)
  expect(shown).toContain('Une erreur est survenue de notre côté')
  expect(shown).toContain('<code>abc-1</code>')
  expect(shown).toContain('content="noindex"')
  expect(html(<Failure page={examplePage()} status={409} reason="L’offre est pourvue." />)).toContain(
    'L’offre est pourvue.',
  )
  for (const status of [403, 404, 409, 410, 413, 422, 429, 500, 503] as const)
    for (const language of ['fr', 'en'] as const)
      expect(html(<Failure page={examplePage({ language })} status={status} />)).toMatch(/<h1>\S/)
})

test('every door has a letter of its own', () => {
  const door = (label: string) => ({ key: label, href: `/${label}`, label })
  const letters = doorLetters(['Métiers', 'Messages', 'Événements', 'M'].map(door)).map(({ letter }) => letter)
  expect(letters).toEqual(['m', 'e', 'v'])
})
