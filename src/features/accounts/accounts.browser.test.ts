import { createHmac } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type ServedSite, browserTest as test } from '../../app/testing-browser.ts'
import { outbox } from '../../db/tables.ts'
import { linkIn, password } from './examples.ts'
import { passkey, user } from './tables.ts'

/** RFC 6238: what the telephone would show for this key now. */
function codeOf(key: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...key].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
async function latestMail({ db }: ServedSite, recipient: string, subject: string) {
  const [mail] = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.recipient, recipient), eq(outbox.subject, subject)))
    .orderBy(desc(outbox.id))
    .limit(1)
  return mail
}
async function signUp(page: Page, site: ServedSite, email: string) {
  await page.goto(`${site.address}/sign-up`)
  await page.getByLabel('Prénom et nom').fill('Ada Lovelace')
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByLabel('J’accepte les conditions').check()
  await page.getByRole('button', { name: 'Créer un compte' }).click()
  await page.getByText(`Nous avons écrit à ${email}`).waitFor()
  await page.goto(site.address + linkIn(await latestMail(site, email, 'Confirmez votre adresse')))
  await page.getByRole('button', { name: 'Confirmer mon adresse' }).click()
  await page.getByRole('heading', { name: 'Mon compte' }).waitFor()
}
const signIn = async (page: Page, email: string) => {
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
}

test('somebody signs up, guards the account with a second factor, takes the data away and leaves', async ({
  site,
  page,
  axe,
}) => {
  const email = 'ada.journey@example.org'
  await signUp(page, site, email)
  expect(await axe()).toEqual([])

  await page.goto(`${site.address}/account/security`)
  expect(await axe()).toEqual([])
  await page.getByRole('link', { name: 'Activer' }).click()
  await page.getByRole('heading', { name: 'Activer la double authentification' }).waitFor()
  await page.getByLabel('Votre mot de passe').fill(password)
  await page.getByRole('button', { name: 'Activer' }).click()
  const key = await page.getByLabel('Sans appareil photo').inputValue()
  expect(await axe()).toEqual([])
  await page.getByLabel('Code à six chiffres').fill(codeOf(key))
  await page.getByRole('button', { name: 'Activer la double authentification' }).click()
  await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor()
  const [backup = ''] = await page.getByRole('list', { name: 'Codes de secours' }).getByRole('listitem').allInnerTexts()
  expect(await axe()).toEqual([])
  await page.getByRole('link', { name: 'Je les ai notés' }).click()

  await page.getByRole('button', { name: 'Me déconnecter partout' }).click()
  await page.getByText('Toutes vos sessions sont fermées.').waitFor()
  await signIn(page, email)
  // The telephone is lost: a backup code stands in for it.
  await page.getByLabel('Code', { exact: true }).fill(backup)
  expect(await axe()).toEqual([])
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.getByRole('heading', { name: 'Mon compte' }).waitFor()

  await page.getByRole('link', { name: 'Mes données' }).click()
  const [archive] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger mes données' }).click(),
  ])
  expect(archive.suggestedFilename()).toMatch(/^passerelle-.*\.zip$/)
  await page.getByRole('link', { name: 'Voir ce qui se passera' }).click()
  await page.getByText('Votre compte disparaît').waitFor()
  expect(await axe()).toEqual([])
  await page.getByLabel('Votre mot de passe').fill(password)
  await page.getByRole('button', { name: 'Supprimer mon compte' }).click()
  await page.getByText('Votre compte est supprimé').waitFor()
  expect(await site.db.select().from(user).where(eq(user.email, email))).toEqual([])
}, 60_000)

test('somebody adds a passkey and signs in with it, without password or code', async ({ site, page }) => {
  const email = 'ada.passkey@example.org'
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await signUp(page, site, email)
  await page.goto(`${site.address}/account/security`)
  await page.getByLabel('Nom de la clé').fill('Ordinateur du bureau')
  await page.getByLabel('Votre mot de passe').fill('pas le bon du tout')
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click()
  await page.getByText('Ce n’est pas votre mot de passe.').waitFor()
  await page.getByLabel('Votre mot de passe').fill(password)
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click()
  await page.getByText('La clé d’accès est ajoutée.').waitFor()
  await page.getByText('Ordinateur du bureau', { exact: true }).waitFor()
  expect(await latestMail(site, email, 'Une clé d’accès a été ajoutée')).toBeDefined()

  await page.goto(`${site.address}/sign-out`)
  await page.getByRole('button', { name: 'Me déconnecter' }).last().click()
  await page.getByText('Vous êtes déconnecté(e).').waitFor()
  await page.goto(`${site.address}/sign-in?next=/account/tokens`)
  await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click()
  await page.getByRole('heading', { name: 'Jetons d’API' }).waitFor()

  await page.goto(`${site.address}/account/security`)
  await page.getByRole('button', { name: 'Retirer Ordinateur du bureau' }).click()
  await page.getByText('La clé d’accès est retirée.').waitFor()
  expect(await site.db.select().from(passkey)).toEqual([])
}, 60_000)
