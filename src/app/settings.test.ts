import { isAbsolute } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CannotStart } from '../db/cannot-start.ts'
import { programFolder, readSettings } from './settings.ts'

const oidc = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'passerelle', OIDC_CLIENT_SECRET: 'hush' }
function refusal(env: Record<string, string>): string {
  try {
    readSettings(env)
  } catch (error) {
    expect(error).toBeInstanceOf(CannotStart)
    return (error as Error).message
  }
  throw new Error('these settings were taken')
}

test('nothing needs to be set', () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    baseUrl: 'http://localhost:3000',
    databaseUrl: null,
    dataFolder: `${programFolder}/var`,
    smtpUrl: null,
    logLevel: 'info',
    mailFrom: 'Passerelle <passerelle@localhost>',
    mailInbox: null,
    secret: null,
    oidc: null,
    mapTiles: null,
    s3: null,
  })
})

test('what is empty is not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '', OIDC_ISSUER: ' ' })).toEqual(readSettings({}))
})

test('the public address follows the port until it is given', () => {
  expect(readSettings({ PORT: '8080' }).baseUrl).toBe('http://localhost:8080')
  expect(readSettings({ PORT: '8080', BASE_URL: 'https://cluster.example/' }).baseUrl).toBe('https://cluster.example')
})

test('a data folder is meant from the program, and is absolute', () => {
  expect(readSettings({ PASSERELLE_DATA: './data' }).dataFolder).toBe(`${programFolder}/data`)
  expect(isAbsolute(readSettings({ PASSERELLE_DATA: '/srv/données du pôle' }).dataFolder)).toBe(true)
})

test('mail comes from the host of the site, or from whom is said', () => {
  expect(readSettings({ BASE_URL: 'https://cluster.example' }).mailFrom).toBe('Passerelle <passerelle@cluster.example>')
  expect(readSettings({ MAIL_FROM: 'Pôle <pole@example.org>' }).mailFrom).toBe('Pôle <pole@example.org>')
})

test('signing in by OpenID needs three values and has a name', () => {
  expect(readSettings(oidc).oidc).toEqual({
    issuer: 'https://id.example.org',
    clientId: 'passerelle',
    clientSecret: 'hush',
    name: 'ProConnect',
  })
  expect(readSettings({ ...oidc, OIDC_NAME: 'Mon école' }).oidc?.name).toBe('Mon école')
  const { OIDC_CLIENT_ID: _, ...incomplete } = oidc
  expect(refusal(incomplete)).toMatch(/^OIDC_CLIENT_ID is missing, .*; for example OIDC_CLIENT_ID=/)
})

test('files go to S3 when all of its values are there', () => {
  const s3 = {
    S3_ENDPOINT: 'https://s3.fr-par.scw.cloud',
    S3_BUCKET: 'passerelle-files',
    S3_ACCESS_KEY_ID: 'SCW1',
    S3_SECRET_ACCESS_KEY: 'hush',
  }
  expect(readSettings(s3).s3).toEqual({
    endpoint: 'https://s3.fr-par.scw.cloud',
    bucket: 'passerelle-files',
    region: 'us-east-1',
    accessKeyId: 'SCW1',
    secretAccessKey: 'hush',
  })
  expect(readSettings({ ...s3, S3_REGION: 'fr-par' }).s3?.region).toBe('fr-par')
  const { S3_BUCKET: _, ...incomplete } = s3
  expect(refusal(incomplete)).toMatch(/^S3_BUCKET is missing, .*; for example S3_BUCKET=/)
})

const right: readonly [string, string[]][] = [
  ['PORT', ['1', '80', '65535']],
  ['DATABASE_URL', ['postgres://u:p@localhost/passerelle', 'postgresql:///passerelle?host=/run/postgresql']],
  ['SMTP_URL', ['smtp://mail.example.org', 'smtps://u:p@mail.example.org:465']],
  ['BASE_URL', ['https://a.example', 'http://127.0.0.1:3000']],
  ['LOG_LEVEL', ['debug', 'silent']],
  ['MAIL_FROM', ['a@b.example', 'Le Pôle <a@b.example>']],
  ['MAIL_INBOX', ['courrier@b.example']],
  ['SECRET', ['x'.repeat(32)]],
  ['MAP_TILES', ['https://tile.example/{z}/{x}/{y}.png']],
]
const wrong: readonly [string, string[]][] = [
  ['PORT', ['abc', '0', '65536', '-1', '80.5', '0x50', '1e3']],
  ['DATABASE_URL', ['mysql://localhost/x', 'localhost', 'postgres://localhost', 'postgres://localhost/']],
  ['PASSERELLE_DATA', ['a\0b']],
  ['SMTP_URL', ['mail.example.org', 'https://mail.example.org', 'smtp://']],
  ['BASE_URL', ['example.org', 'ftp://example.org', 'https://example.org/passerelle', 'https://example.org/?a=1']],
  ['LOG_LEVEL', ['loud', 'INFO']],
  ['MAIL_FROM', ['Passerelle', 'a@b', 'Passerelle <a b@c.example>']],
  ['MAIL_INBOX', ['courrier', 'Pôle <a@b.example>', 'a+b@c.example', 'une-adresse-longue@c.example']],
  ['SECRET', ['short']],
  ['OIDC_ISSUER', ['http://id.example.org', 'id.example.org']],
  ['OIDC_NAME', ['x'.repeat(61)]],
  ['MAP_TILES', ['https://tile.example/{z}/{x}.png', 'tiles']],
  ['S3_ENDPOINT', ['s3.example.org', 'https://s3.example.org/bucket', 'ftp://s3.example.org']],
  ['S3_BUCKET', ['Files', 'a', 'my files', '-files']],
  ['S3_REGION', ['eu west']],
  ['S3_ACCESS_KEY_ID', ['a key']],
  ['S3_SECRET_ACCESS_KEY', ['a secret']],
]
const secrets = ['DATABASE_URL', 'SMTP_URL', 'SECRET', 'S3_SECRET_ACCESS_KEY']
const s3 = {
  S3_ENDPOINT: 'https://s3.example.org',
  S3_BUCKET: 'files',
  S3_ACCESS_KEY_ID: 'id',
  S3_SECRET_ACCESS_KEY: 'hush',
}

describe('each variable', () => {
  test.for(right)('%s is taken as it should be written', ([name, values]) => {
    for (const value of values) expect(() => readSettings({ [name]: value })).not.toThrow()
  })

  test.for(wrong)('%s is refused in one sentence with its name, its problem and an example', ([name, values]) => {
    for (const value of values) {
      const sentence = refusal({ ...oidc, ...s3, [name]: value })
      expect(sentence).toMatch(new RegExp(`^${name} .+; for example ${name}=\\S.*\\.$`))
      expect(sentence).not.toContain('\n')
      expect(sentence.includes(`"${value}"`)).toBe(!secrets.includes(name))
    }
  })

  test('the example of each sentence is right itself', () => {
    for (const [name, values] of wrong.filter(([name]) => name !== 'SECRET')) {
      const example =
        new RegExp(`for example ${name}=(.*)\\.$`).exec(refusal({ ...oidc, ...s3, [name]: values[0] ?? '' }))?.[1] ?? ''
      expect(() => readSettings({ ...oidc, ...s3, [name]: example.replace(/^"|"$/g, '') })).not.toThrow()
    }
  })
})
