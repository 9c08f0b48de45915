import { describe, expect } from 'vitest'
import { browserTest, guardedPage, openContext } from './testing-browser.ts'
import { foreignWords, leaksIn, textsOf } from './testing-words.ts'

describe('what the tests in a browser notice', () => {
  browserTest('a script that the content policy stops, an exception, another site', async ({ browser, site }) => {
    const context = await openContext(browser, 'fr-FR')
    const { page, complaints } = await guardedPage(context, site.address)
    await page.goto(`${site.address}/search`)
    expect(complaints).toEqual([])
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "run"'
      document.head.append(script)
      const image = document.createElement('img')
      image.src = 'http://elsewhere.invalid/x.png'
      document.body.append(image)
      setTimeout(() => {
        throw new Error('a defect')
      })
    })
    await expect.poll(() => complaints.join('\n')).toMatch(/a defect/)
    expect(complaints.join('\n')).toMatch(/Content Security Policy/)
    expect(complaints.join('\n')).toMatch(/elsewhere\.invalid/)
    expect(await page.title()).not.toBe('run')
    await context.close()
  })

  browserTest('a form that is refused is no complaint', async ({ site, page }) => {
    await site.signIn(page.context(), 'staff')
    await page.goto(`${site.address}/pages/new`)
    await page.locator('main form button[type=submit]').first().click()
    await page.locator('.form-summary').waitFor()
  })

  browserTest('what axe finds', async ({ site, page, axe }) => {
    await page.goto(`${site.address}/search`)
    expect(await axe()).toEqual([])
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')))
    expect((await axe()).join()).toMatch(/^image-alt: 1 × img/)
  })

  browserTest('words of the other language, but not where they are said to be', async ({ site, page }) => {
    await page.goto(`${site.address}/en/search`)
    await page.evaluate(() => {
      const [own, said] = [document.createElement('p'), document.createElement('p')]
      own.textContent = 'Vous êtes ici'
      said.textContent = 'Vous êtes là'
      said.lang = 'fr'
      document.querySelector('main')?.append(own, said)
    })
    const { own } = await page.evaluate(textsOf)
    expect(foreignWords(own, 'en')).toEqual(['Vous êtes ici'])
  })

  browserTest('keys without a text', () => {
    const leaks = [
      'portal.title',
      'homeTitle',
      'found_other',
      'Il reste {{count}} jours',
      '[object Object]',
      'undefined',
    ]
    expect(leaksIn([...leaks, 'Portail', 'a.b@example.org', 'undefined behaviour'])).toEqual([...leaks])
  })
})
