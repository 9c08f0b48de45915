import { expect } from 'vitest'
import { browserTest as test } from '../../app/testing-browser.ts'

test('the team does what waits for it by keyboard: puts one off, hands one over, notes a call, opens a figure', {
  timeout: 90_000,
}, async ({ site, page, axe }) => {
  await site.signIn(page.context(), 'staff')
  await page.goto(`${site.address}/followups`)
  expect(await axe()).toEqual([])
  const lines = page.locator('.follow-up')
  const before = await lines.count()
  expect(before).toBeGreaterThan(1)

  await lines.first().locator('summary').focus()
  await page.keyboard.press('Enter')
  expect(await axe()).toEqual([])
  await page.getByRole('button', { name: 'À demain' }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByText('Reporté.').waitFor()
  expect(await lines.count()).toBe(before - 1)

  await lines.first().locator('summary').click()
  await lines.first().getByRole('link', { name: 'Confier' }).click()
  await page.getByLabel('Confier à').selectOption({ label: 'Naïma Cherfaoui' })
  expect(await axe()).toEqual([])
  await page.getByRole('button', { name: 'Confier', exact: true }).click()
  await page.getByText('Confié.').waitFor()
  expect(await lines.count()).toBe(before - 2)

  await page.getByRole('link', { name: 'À appeler' }).click()
  await page.getByText('appels à passer').waitFor()
  await page.locator('.call summary').first().click()
  await page.getByText('Promet de le faire').first().click()
  await page.getByLabel('Ce qui a été dit').first().fill('Répond ce soir.')
  expect(await axe()).toEqual([])
  await page.getByRole('button', { name: 'Noter l’appel' }).first().click()
  await page.getByText('L’appel est noté.').waitFor()
  await page.getByRole('heading', { name: 'Déjà appelés' }).waitFor()

  await page.getByRole('link', { name: 'Chiffres' }).click()
  await page.getByRole('heading', { name: 'Chiffres' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(await axe()).toEqual([])
  const figure = page.locator('.figure a').first()
  const count = await figure.locator('b').innerText()
  await figure.click()
  await page.getByRole('heading', { name: `${count} demandes` }).waitFor()
})
