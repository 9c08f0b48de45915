import { describe, expect } from 'vitest'
import { pageKinds } from './styleguide/pages.tsx'
import { test } from './testing.ts'

const modules = import.meta.glob<Record<string, unknown>>(['../ui/**/*.tsx', '!**/*.test.tsx'], { eager: true })
const kit = import.meta.glob<string>(['../ui/**/*.tsx', '!**/*.test.tsx'], {
  eager: true,
  query: '?raw',
  import: 'default',
})
const guide = import.meta.glob<string>('./styleguide/*.tsx', { eager: true, query: '?raw', import: 'default' })

/** Component -> the source of its file. */
const components = new Map(
  Object.entries(kit).flatMap(([path, source]) =>
    Object.entries(modules[path] ?? {})
      .filter(([name, value]) => typeof value === 'function' && /^[A-Z]/.test(name) && !('Provider' in value))
      .map(([name]) => [name, source] as const),
  ),
)
const isUsedIn = (source: string, name: string) => new RegExp(`<${name}[\\s/><]`).test(source)

/** The components that a source shows, and those that they show. */
function shownBy(sources: readonly string[], known: ReadonlyMap<string, string>): Set<string> {
  const shown = new Set<string>()
  const look = (source: string) => {
    for (const [name, own] of known)
      if (!shown.has(name) && isUsedIn(source, name)) {
        shown.add(name)
        look(own)
      }
  }
  sources.forEach(look)
  return shown
}

describe('the style guide', () => {
  test('shows every component of the kit', () => {
    const shown = shownBy(Object.values(guide), components)
    expect(components.size).toBeGreaterThan(40)
    expect([...components.keys()].filter((name) => !shown.has(name))).toEqual([])
  })
  test('would miss one that nothing shows', () => {
    const known = new Map([
      ['Shown', '<Inner />'],
      ['Inner', ''],
      ['Forgotten', '<Shown />'],
    ])
    expect([...shownBy(['<Shown>'], known)]).toEqual(['Shown', 'Inner'])
  })

  test('is there for the team in both languages, page by page, and for nobody else', async ({ site }) => {
    const staff = await site.as('staff')
    const person = await site.as('reviewer')
    for (const path of ['', ...Object.keys(pageKinds).map((kind) => `/${kind}`)])
      for (const language of ['', '/en']) {
        const address = `${language}/styleguide${path}`
        const { status, text } = await staff.get(address)
        expect([address, status, text.split('<h1').length - 1]).toEqual([address, 200, 1])
        expect([address, (await person.get(address)).status]).toEqual([address, 404])
      }
  })
  test('searches its list, and its forms write nothing', async ({ site }) => {
    const staff = await site.as('staff')
    expect((await staff.get('/styleguide/list?q=pentes')).text).toContain('Atelier des Pentes')
    expect((await staff.get('/styleguide/list?q=nowhere')).text).not.toContain('Atelier des Pentes')
    expect((await staff.post('/en/styleguide/form', { name: 'x' })).location).toBe('/en/styleguide')
    expect((await (await site.as('visitor')).post('/styleguide/form')).status).toBe(404)
  })
})
