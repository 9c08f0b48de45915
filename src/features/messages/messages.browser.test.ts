import { expect } from 'vitest'
import { browserTest as test } from '../../app/testing-browser.ts'
import { openExample } from './examples.ts'

test('somebody reads a message, answers it, and chooses what comes by mail', async ({ site, page, axe }) => {
  const { inside, address } = site
  const [hr, person] = [await inside.personOf('hr'), await inside.personOf('reviewer')]
  await openExample(inside.context(await inside.actor('hr')), hr.id, person.id)
  await site.signIn(page.context(), 'reviewer')
  await page.goto(`${address}/messages`)
  await page.getByText('Non lue', { exact: true }).first().waitFor()
  expect(await axe()).toEqual([])

  // Being shown is being read.
  const read = page.waitForResponse((answer) => answer.url().endsWith('/read'))
  await page.getByRole('link', { name: 'Un stage au printemps' }).click()
  await page.getByRole('heading', { name: 'Messages échangés' }).waitFor()
  await read
  expect(await axe()).toEqual([])
  await page.getByLabel('Votre réponse').fill('Avec plaisir.')
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await page.getByText('Votre réponse est envoyée.').waitFor()
  await page.getByText('Avec plaisir.').waitFor()
  await page
    .getByRole('link', { name: /Messages\s: rien de nouveau/ })
    .first()
    .waitFor()

  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${address}/notices/preferences`)
  const messages = page.getByRole('group', { name: 'Messages qui vous sont écrits' })
  await messages.getByLabel('Chaque semaine').check()
  expect(await axe()).toEqual([])
  await page.getByRole('button', { name: 'Enregistrer mes choix' }).click()
  await page.getByText('Vos choix sont enregistrés.').waitFor()
  expect(await messages.getByLabel('Chaque semaine').isChecked()).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('without scripts a message is read, answered and marked as read by its button', async ({ site, browser }) => {
  const { inside, address } = site
  const [hr, person] = [await inside.personOf('hr'), await inside.personOf('employee')]
  const { id } = await openExample(inside.context(await inside.actor('hr')), hr.id, person.id, {
    subject: 'Sans script',
  })
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })
  await site.signIn(context, 'employee')
  const page = await context.newPage()
  await page.goto(`${address}/messages/${id}`)
  await page.getByRole('button', { name: 'Marquer comme lue' }).click()
  await page.getByRole('heading', { name: 'Messages', exact: true }).waitFor()
  await page.goto(`${address}/messages/${id}`)
  await page.getByLabel('Votre réponse').fill('Oui.')
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await page.getByText('Votre réponse est envoyée.').waitFor()
  await context.close()
})
