import { describe, expect } from 'vitest'
import { test } from '../../app/testing.ts'
import { system } from '../../kernel/actor.ts'
import { writeText } from './actions.ts'
import { exampleText } from './examples.ts'
import { currentText, textVersions } from './queries.ts'
import { htmlOf } from './rules.ts'

describe('a text of the site', () => {
  test('is read by everybody, in their language, and in French where there is no translation', async ({ site }) => {
    await writeText(site.context(system), { ...exampleText(), body: { fr: 'Des **passerelles**.' } })
    const visitor = await site.as('visitor')
    expect((await visitor.get('/pages/about')).text).toContain('<strong>passerelles</strong>')
    const english = await visitor.get('/en/pages/about')
    expect(english.text).toContain('<h1>The cluster</h1>')
    expect(english.text).toContain('lang="fr"><p>Des <strong>passerelles')
  })

  test('is changed by staff only; each change is a version, the same words again are none', async ({ site }) => {
    await writeText(site.context(system), exampleText())
    const staff = await site.as('staff')
    const values = { 'title.fr': 'Le pôle', 'summary.fr': 'Nous.', 'body.fr': 'Un.' }
    expect((await staff.post('/pages/about/edit', values)).location).toBe('/pages/about')
    expect((await staff.get('/pages/about')).text).toContain('Le texte est publié.')
    await staff.post('/pages/about/edit', values)
    expect(await textVersions(site.read, system, 'about')).toHaveLength(2)
    for (const name of ['visitor', 'person', 'representative', 'reviewer'] as const) {
      const other = await site.as(name)
      expect((await other.get('/pages/about/edit')).status).toBe(403)
      expect((await other.post('/pages/about/edit', values)).status).toBe(403)
    }
    expect((await currentText(site.read, system, 'about'))?.summary).toEqual({ fr: 'Nous.' })
  })

  test('without its French title comes back with what was typed', async ({ site }) => {
    const staff = await site.as('staff')
    const answer = await staff.post('/pages/new', {
      slug: 'contact',
      'title.en': 'Contact',
      'body.fr': 'Écrivez-nous.',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Écrivez-nous.')
    expect(answer.text).toContain('value="Contact"')
    expect(answer.text).toContain('Ce champ est à remplir.')
  })

  test('that nobody wrote is 404, whatever its address', async ({ site }) => {
    const visitor = await site.as('visitor')
    for (const path of ['/pages/nowhere', '/pages/..%2fabout', '/pages/a%00b', '/pages/about/versions/x'])
      expect([403, 404]).toContain((await visitor.get(path)).status)
  })

  test('shows HTML as text, and makes no link of a script', () => {
    expect(htmlOf('<script>alert(1)</script>', (path) => `/en${path}`)).not.toContain('<script>')
    expect(htmlOf('[x](javascript:alert(1))', (path) => `/en${path}`)).not.toContain('href')
    expect(htmlOf('[x](/account) [y](https://example.org/a)', (path) => `/en${path}`)).toContain('href="/en/account"')
    expect(htmlOf('# Un titre', (path) => `/en${path}`)).toBe('<h2>Un titre</h2>\n')
  })
})

describe('the home page and the search', () => {
  test('answer in both languages', async ({ site }) => {
    const visitor = await site.as('visitor')
    expect((await visitor.get('/')).text).toContain('Où mènent les métiers de l’image')
    expect((await visitor.get('/en')).text).toContain('Where do the occupations of the image lead?')
    expect((await visitor.get('/search')).text).toContain('Que cherchez-vous')
    expect((await visitor.get('/en/search?q=zzzz')).text).toContain('No result for “zzzz”')
  })
  test('what is searched for is shown as text', async ({ site }) => {
    const { text } = await (await site.as('visitor')).get('/search?q=%3Cscript%3Ealert(1)%3C/script%3E')
    expect(text).not.toContain('<script>alert(1)')
  })
})
