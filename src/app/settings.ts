import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { CannotStart } from '../db/cannot-start.ts'
import type { Bucket } from '../db/storage/s3.ts'
import { type LogLevel, logLevels } from './log.ts'

/** Where the program is: src/app/settings.ts and dist/server/main.js are both two folders below it. */
export const programFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Read before main.ts goes to the program's folder. */
const startedIn = process.cwd()

export type OidcSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly name: string
}
export type Settings = {
  readonly port: number
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  /** Null: mails become files in the data folder. */
  readonly smtpUrl: string | null
  /** The public address, without a slash at the end. */
  readonly baseUrl: string
  readonly logLevel: LogLevel
  readonly mailFrom: string
  /** Where answers to mails go, and mails that come back; null: nowhere. */
  readonly mailInbox: string | null
  /** Null: a random one, kept in the data folder. */
  readonly secret: string | null
  readonly oidc: OidcSettings | null
  readonly mapTiles: string | null
  /** Null: files are on the disk, in the data folder. */
  readonly s3: Bucket | null
  /** Where the person who called the command line is: file names are meant from there. */
  readonly calledFrom: string
}

const isUrl = (value: string, ...protocols: string[]) => {
  const url = URL.parse(value)
  return (
    url !== null && protocols.includes(url.protocol) && (url.hostname !== '' || url.protocol.startsWith('postgres'))
  )
}
const isLocal = (value: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(URL.parse(value)?.hostname ?? '')
const address = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/

type Variable = {
  readonly is: (value: string) => boolean
  /** Completes "PORT "abc" ...". */
  readonly problem: string
  readonly example: string
  /** Never printed. */
  readonly isSecret?: true
}
const variables = {
  PORT: {
    is: (value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535,
    problem: 'is not a whole number from 1 to 65535',
    example: '3000',
  },
  DATABASE_URL: {
    is: (value) => isUrl(value, 'postgres:', 'postgresql:') && (URL.parse(value)?.pathname.length ?? 0) > 1,
    problem: 'is not the address of a PostgreSQL database',
    example: 'postgres://user:password@localhost:5432/passerelle',
    isSecret: true,
  },
  PASSERELLE_DATA: { is: (value) => !value.includes('\0'), problem: 'is not a folder', example: '/var/lib/passerelle' },
  SMTP_URL: {
    is: (value) => isUrl(value, 'smtp:', 'smtps:'),
    problem: 'is not the address of a mail server',
    example: 'smtp://user:password@mail.example.org:587',
    isSecret: true,
  },
  BASE_URL: {
    is: (value) =>
      isUrl(value, 'http:', 'https:') &&
      ['', '/'].includes((URL.parse(value)?.pathname ?? '').concat(URL.parse(value)?.search ?? '')),
    problem: 'is not the public address of the site, with http(s):// and without a path',
    example: 'https://passerelle.example.org',
  },
  LOG_LEVEL: {
    is: (value) => (logLevels as readonly string[]).includes(value),
    problem: `is none of ${logLevels.join(', ')}`,
    example: 'info',
  },
  MAIL_FROM: {
    is: (value) => address.test(/^[^<>]+<([^<>]+)>$/.exec(value)?.[1] ?? value),
    problem: 'is not a sender, with or without a name',
    example: '"Passerelle <contact@example.org>"',
  },
  MAIL_INBOX: {
    is: (value) => address.test(value) && /^[^+]{1,14}@/.test(value),
    problem: 'is not an address without a name, without a plus, and with at most 14 characters before its @',
    example: 'courrier@example.org',
  },
  SECRET: {
    is: (value) => value.length >= 32,
    problem: 'has fewer than 32 characters',
    example: '$(openssl rand -hex 32)',
    isSecret: true,
  },
  OIDC_ISSUER: {
    is: (value) => isUrl(value, 'https:') || (isUrl(value, 'http:') && isLocal(value)),
    problem: 'is not the https address of an OpenID provider',
    example: 'https://auth.agentconnect.gouv.fr/api/v2',
  },
  OIDC_CLIENT_ID: { is: () => true, problem: 'is missing', example: 'passerelle' },
  OIDC_CLIENT_SECRET: { is: () => true, problem: 'is missing', example: 'what-the-provider-gave', isSecret: true },
  OIDC_NAME: { is: (value) => value.length <= 60, problem: 'has more than 60 characters', example: 'ProConnect' },
  MAP_TILES: {
    is: (value) => isUrl(value, 'https:', 'http:') && ['{z}', '{x}', '{y}'].every((hole) => value.includes(hole)),
    problem: 'is not the address of map tiles with {z}, {x} and {y}',
    example: 'https://tiles.example.org/{z}/{x}/{y}.png',
  },
  S3_ENDPOINT: {
    is: (value) => isUrl(value, 'https:', 'http:') && ['', '/'].includes(URL.parse(value)?.pathname ?? 'x'),
    problem: 'is not the address of an S3 server, without the bucket',
    example: 'https://s3.fr-par.scw.cloud',
  },
  S3_BUCKET: {
    is: (value) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value),
    problem: 'is not the name of a bucket',
    example: 'passerelle-files',
  },
  S3_REGION: { is: (value) => /^[a-z0-9-]+$/.test(value), problem: 'is not the name of a region', example: 'fr-par' },
  S3_ACCESS_KEY_ID: { is: (value) => !/\s/.test(value), problem: 'holds a space', example: 'SCWXXXXXXXXXXXXXXXXX' },
  S3_SECRET_ACCESS_KEY: {
    is: (value) => !/\s/.test(value),
    problem: 'holds a space',
    example: 'what-the-provider-gave',
    isSecret: true,
  },
} satisfies Record<string, Variable>
type Name = keyof typeof variables
export const variableNames = Object.keys(variables) as Name[]

const example = (name: Name) => `for example ${name}=${variables[name].example}`
function sentence(name: Name, value: string) {
  const { problem, isSecret }: Variable = variables[name]
  return `${name}${isSecret ? '' : ` "${value}"`} ${problem}; ${example(name)}.`
}
const text = (name: Name) =>
  z
    .string()
    .trim()
    .transform((value) => value || undefined)
    .refine((value) => value === undefined || variables[name].is(value), {
      error: ({ input }) => sentence(name, String(input)),
    })
    .optional()
const shape = z.object(
  Object.fromEntries(variableNames.map((name) => [name, text(name)])) as Record<Name, ReturnType<typeof text>>,
)

function oidcOf(found: Partial<Record<Name, string | undefined>>): OidcSettings | null {
  const wanted = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  if (wanted.every((name) => !found[name])) return null
  const missing = wanted.find((name) => !found[name])
  if (missing)
    throw new CannotStart(
      `${missing} is missing, and signing in by OpenID needs all of ${wanted.join(', ')}; ${example(missing)}.`,
    )
  const [issuer = '', clientId = '', clientSecret = ''] = wanted.map((name) => found[name])
  return { issuer, clientId, clientSecret, name: found.OIDC_NAME ?? 'ProConnect' }
}

function bucketOf(found: Partial<Record<Name, string | undefined>>): Bucket | null {
  const wanted = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  if (wanted.every((name) => !found[name])) return null
  const missing = wanted.find((name) => !found[name])
  if (missing)
    throw new CannotStart(
      `${missing} is missing, and keeping files in S3 needs all of ${wanted.join(', ')}; ${example(missing)}.`,
    )
  const [endpoint = '', bucket = '', accessKeyId = '', secretAccessKey = ''] = wanted.map((name) => found[name])
  return { endpoint, bucket, accessKeyId, secretAccessKey, region: found.S3_REGION ?? 'us-east-1' }
}

/** What the environment says, checked; throws CannotStart with one sentence about the first wrong value. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const result = shape.safeParse(Object.fromEntries(variableNames.map((name) => [name, env[name]])))
  if (!result.success) throw new CannotStart(result.error.issues[0]?.message)
  const found = result.data
  const port = Number(found.PORT ?? 3000)
  const baseUrl = new URL(found.BASE_URL ?? `http://localhost:${port}`).origin
  return {
    port,
    baseUrl,
    databaseUrl: found.DATABASE_URL ?? null,
    dataFolder: resolve(programFolder, found.PASSERELLE_DATA ?? 'var'),
    smtpUrl: found.SMTP_URL ?? null,
    logLevel: (found.LOG_LEVEL ?? 'info') as LogLevel,
    mailFrom: found.MAIL_FROM ?? `Passerelle <passerelle@${new URL(baseUrl).hostname}>`,
    mailInbox: found.MAIL_INBOX ?? null,
    secret: found.SECRET ?? null,
    oidc: oidcOf(found),
    mapTiles: found.MAP_TILES ?? null,
    s3: bucketOf(found),
    calledFrom: env.INIT_CWD ?? startedIn,
  }
}

/** The one place of the program that looks at the environment. */
export const environment = () => readSettings(process.env)
