import { describe, expect } from 'vitest'
import { writeText } from '../features/portal/actions.ts'
import { exampleText } from '../features/portal/examples.ts'
import { system } from '../kernel/actor.ts'
import { test } from './testing.ts'

/** A change that the application is not told of: a page that still shows what was before it was kept. */
const titled = (title: string) => ({ ...exampleText(), title: { fr: title } })

describe('pages are kept', () => {
  test('for visitors, with a nonce of their own each', async ({ site }) => {
    await writeText(site.context(system), titled('Premier'))
    const visitor = await site.as('visitor')
    const first = await visitor.get('/pages/about')
    await writeText(site.context(system), titled('Second'))
    const kept = await visitor.get('/pages/about')
    expect(kept.text).toContain('<h1>Premier</h1>')
    const nonceOf = ({ headers }: { headers: Headers }) =>
      /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? 'none'
    expect(kept.text).toContain(`content="${nonceOf(kept)}"`)
    expect(nonceOf(kept)).not.toBe(nonceOf(first))
    for (const name of ['content-type', 'cache-control', 'x-content-type-options', 'cross-origin-opener-policy'])
      expect([name, kept.headers.get(name)]).toEqual([name, first.headers.get(name)])
  })

  test('never for somebody who is signed in, nor for a token', async ({ site }) => {
    await writeText(site.context(system), titled('Premier'))
    const browsers = [await site.as('visitor'), await site.as('person'), await site.as('staff')]
    for (const browser of browsers) await browser.get('/pages/about')
    await writeText(site.context(system), titled('Second'))
    const [visitor, person, staff] = browsers
    expect((await person?.get('/pages/about'))?.text).toContain('<h1>Second</h1>')
    expect((await staff?.get('/pages/about'))?.text).toContain('<h1>Second</h1>')
    expect((await visitor?.get('/pages/about', { authorization: 'Bearer x' }))?.text).toContain('<h1>Second</h1>')
    const another = site.visit('anything=at-all')
    expect((await another.get('/pages/about')).text).toContain('<h1>Second</h1>')
  })

  test('of a signed-in person for nobody else', async ({ site }) => {
    await writeText(site.context(system), exampleText())
    expect((await (await site.as('staff')).get('/pages/about')).text).toContain('Staff Exemple')
    expect((await (await site.as('visitor')).get('/pages/about')).text).not.toContain('Staff Exemple')
  })

  test('apart for each theme and each language', async ({ site }) => {
    const paper = site.visit('theme=paper')
    expect((await paper.get('/')).text).toContain('data-theme="paper"')
    expect((await site.visit('theme=projection').get('/')).text).toContain('data-theme="projection"')
    expect((await site.visit().get('/')).text).not.toContain('data-theme')
    expect((await paper.get('/en')).text).toContain('<html lang="en"')
  })

  test('until anything is written', async ({ site }) => {
    await writeText(site.context(system), titled('Premier'))
    const visitor = await site.as('visitor')
    await visitor.get('/pages/about')
    const fields = { 'title.fr': 'Second', 'summary.fr': 'x', 'body.fr': 'x' }
    await (await site.as('staff')).post('/pages/about/edit', fields)
    expect((await visitor.get('/pages/about')).text).toContain('<h1>Second</h1>')
  })

  test('only when they were found: an address without a page, and the notice of a deed, are not', async ({ site }) => {
    const visitor = await site.as('visitor')
    expect((await visitor.get('/pages/about')).status).toBe(404)
    await writeText(site.context(system), exampleText())
    expect((await visitor.get('/pages/about')).status).toBe(200)
    const noticed = site.visit('notice=C%E2%80%99est%20fait')
    expect((await noticed.get('/search')).text).toContain('C’est fait')
    expect((await visitor.get('/search')).text).not.toContain('C’est fait')
  })
})
