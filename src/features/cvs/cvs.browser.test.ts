import { and, desc, eq, sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type ServedSite, browserTest as test } from '../../app/testing-browser.ts'
import { outbox } from '../../db/tables.ts'
import { linkIn, password } from '../accounts/examples.ts'
import { candidateXml } from './examples/europass.ts'
import { frenchCv, pdfOf } from './examples/files.ts'

const email = 'camille.journey@example.org'
async function signUp(page: Page, site: ServedSite) {
  await page.goto(`${site.address}/sign-up`)
  await page.getByLabel('Prénom et nom').fill('Camille Roussel')
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByLabel('J’accepte les conditions').check()
  await page.getByRole('button', { name: 'Créer un compte' }).click()
  await page.getByText(`Nous avons écrit à ${email}`).waitFor()
  const isIt = and(eq(outbox.recipient, email), eq(outbox.subject, 'Confirmez votre adresse'))
  const [mail] = await site.db.select().from(outbox).where(isIt).orderBy(desc(outbox.id)).limit(1)
  await page.goto(site.address + linkIn(mail))
  await page.getByRole('button', { name: 'Confirmer mon adresse' }).click()
  await page.getByRole('heading', { name: 'Mon compte' }).waitFor()
}
async function handIn(page: Page, site: ServedSite, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto(`${site.address}/cv/import`)
  await page.getByLabel('Votre CV').setInputFiles(file)
  await page.getByRole('button', { name: 'Lire ce fichier' }).click()
  await page.getByRole('heading', { name: 'Ce que dit votre CV' }).waitFor()
}
const confirm = async (page: Page) => {
  await page.getByRole('button', { name: 'Mettre dans mon profil' }).click()
  await page.getByText(/Votre profil a .* de plus/).waitFor()
}
const jsonResume = {
  basics: { name: 'Camille Roussel', url: 'https://camille.example.org' },
  work: [
    { name: 'Studio des Ponts', position: 'Animatrice 3D', startDate: '2021-03', url: 'https://ponts.example.com' },
    { name: 'Bulle Interactive', position: 'Stagiaire', startDate: '2017', endDate: '2018' },
  ],
}

/** Every table of every schema, as text: where somebody's words still stand. */
async function tablesWith({ db }: ServedSite, words: readonly string[]): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { name } of rows)
    for (const word of words) {
      const asked = sql`select count(*)::int as n from ${sql.raw(name)} as one where one::text ilike ${`%${word}%`}`
      const { rows: counted } = await db.execute<{ n: number }>(asked)
      if (counted[0]?.n) found.push(`${word} in ${name}`)
    }
  return found
}

test('a new person brings a CV in three times, makes two, shares one, revokes it, takes everything away and leaves', async ({
  site,
  page,
  browser,
  axe,
}) => {
  await signUp(page, site)
  await page.goto(`${site.address}/cv`)
  await page.getByText('Votre profil est vide').waitFor()
  expect(await axe()).toEqual([])

  await page.goto(`${site.address}/cv/import`)
  expect(await axe()).toEqual([])
  await page
    .getByLabel('Votre CV')
    .setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await page.getByRole('button', { name: 'Lire ce fichier' }).click()
  await page.getByText('Ce fichier est abîmé').first().waitFor()

  await handIn(page, site, { name: 'cv.pdf', mimeType: 'application/pdf', buffer: await pdfOf(frenchCv) })
  expect(await axe()).toEqual([])
  const job = page
    .getByRole('listitem')
    .filter({ has: page.getByLabel('Animatrice de personnages, Films de la Saône') })
  await job.getByText('Corriger').click()
  await job.getByLabel('Poste').fill('Superviseuse d’animation')
  await page.getByLabel('escalade').uncheck()
  await confirm(page)

  const json = { name: 'resume.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(jsonResume)) }
  await handIn(page, site, json)
  await page.getByText('Complète votre profil').first().waitFor()
  await confirm(page)
  await handIn(page, site, { name: 'europass.xml', mimeType: 'text/xml', buffer: Buffer.from(candidateXml) })
  await page.getByText('Votre profil dit autre chose').first().waitFor()
  expect(await axe()).toEqual([])
  await confirm(page)

  for (const [name, language] of [
    ['Studios d’animation', 'Français'],
    ['English studios', 'Anglais'],
  ] as const) {
    await page.getByRole('link', { name: 'Faire un CV' }).click()
    await page.getByLabel('Nom du CV').fill(name)
    await page.getByLabel(language).check()
    if (language === 'Anglais') await page.getByLabel('En deux colonnes').check()
    await page.getByRole('button', { name: 'Créer le CV' }).click()
    await page.getByRole('heading', { name: `CV «\u00a0${name}\u00a0»` }).waitFor()
    expect(await axe()).toEqual([])
    await page.getByRole('link', { name: 'Mes CV' }).first().click()
    await page.getByRole('heading', { name: 'Mes CV' }).waitFor()
  }
  expect(await axe()).toEqual([])
  await page.getByRole('link', { name: 'Studios d’animation' }).click()
  const preview = page.locator('[data-preview]')
  await preview.getByText('Superviseuse d’animation').waitFor()
  await page.getByLabel('Stagiaire, Bulle Interactive').uncheck()
  await page.getByLabel('Titre', { exact: false }).first().fill('Animation et supervision')
  await preview.getByText('Animation et supervision').waitFor()
  expect(await preview.getByText('Bulle Interactive').count()).toBe(0)
  await page.getByRole('button', { name: 'Enregistrer' }).last().click()
  await page.getByText('Le CV est enregistré.').waitFor()
  await page.getByRole('button', { name: 'Monter «\u00a0Formation\u00a0»' }).click()
  const firstTitles = async () => (await preview.getByRole('heading', { level: 3 }).allInnerTexts()).slice(2, 4)
  await expect.poll(firstTitles).toEqual(['Formation', 'Expériences'])

  await page.getByLabel('Pour qui').fill('Studio du Semnoz')
  await page.getByRole('button', { name: 'Créer un lien' }).click()
  const address = await page.getByLabel('Adresse du CV').inputValue()
  expect(await axe()).toEqual([])
  const stranger = await browser.newPage()
  expect((await stranger.goto(address))?.status()).toBe(200)
  await stranger.getByRole('heading', { name: 'Camille Roussel' }).waitFor()
  await page.getByRole('link', { name: 'Je l’ai copié' }).click()
  await page.getByText(/ouvert 1\sfois/).waitFor()
  await page.getByRole('button', { name: 'Révoquer' }).click()
  await page.getByText('Le lien est révoqué').waitFor()
  expect((await stranger.goto(address))?.status()).toBe(410)
  await stranger.close()

  await page.goto(`${site.address}/cv`)
  const [archive] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tout emporter' }).click(),
  ])
  expect(archive.suggestedFilename()).toBe('cv.zip')
  const words = [
    'camille-roussel',
    'Films de la Saône',
    'Superviseuse d’animation',
    'Studio du Semnoz',
    'English studios',
    '06 12 34 56 78',
    'marek.lindqvist',
  ]
  expect((await tablesWith(site, words)).length).toBeGreaterThanOrEqual(words.length)
  await page.goto(`${site.address}/account/data/delete`)
  await page.getByText('Vos 2 CV disparaissent').waitFor()
  await page.getByLabel('Votre mot de passe').fill(password)
  await page.getByRole('button', { name: 'Supprimer mon compte' }).click()
  await page.getByText('Votre compte est supprimé').waitFor()
  expect(await tablesWith(site, words)).toEqual([])
}, 90_000)
