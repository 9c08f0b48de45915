import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment } from '../../db/columns.ts'
import { recorded } from '../../db/history.ts'
import { type Role, roles } from '../../kernel/actor.ts'
import { type Language, languages } from '../../kernel/language.ts'

const times = () => ({ createdAt: moment().notNull().defaultNow(), updatedAt: moment().notNull().defaultNow() })
const oneOf = (column: unknown, values: readonly string[]) =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`

/** A person with an account. The columns up to `twoFactorEnabled` are better-auth's, the others ours. */
export const user = recorded(
  pgTable(
    'account_user',
    {
      id: id(),
      name: text().notNull(),
      email: text().notNull().unique('account_email_taken'),
      emailVerified: boolean().notNull().default(false),
      image: text(),
      ...times(),
      twoFactorEnabled: boolean().default(false),
      role: text().$type<Role>().notNull().default('person'),
      language: text().$type<Language>().notNull().default('fr'),
      headline: text().notNull().default(''),
      bio: text().notNull().default(''),
      city: text().notNull().default(''),
    },
    (table) => [
      check('account_role', oneOf(table.role, roles)),
      check('account_language', oneOf(table.language, languages)),
      index('account_name_typos').using('gin', sql`plain(name) gin_trgm_ops`),
      index('account_role_order').on(table.role, table.id),
    ],
  ),
  // Whoever is erased must not live on in the journal: it keeps the role and the language, never who somebody is.
  { except: ['name', 'email', 'image', 'headline', 'bio', 'city', 'createdAt', 'updatedAt'] },
)
const userId = () =>
  uuid()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })

export const session = pgTable(
  'account_session',
  {
    id: id(),
    token: text().notNull().unique(),
    userId: userId(),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    ...times(),
  },
  (table) => [index('account_session_user').on(table.userId)],
)
/** A way to sign in: a password, or an account at an OIDC provider. */
export const credential = pgTable(
  'account_credential',
  {
    id: id(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: userId(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    ...times(),
  },
  (table) => [
    index('account_credential_user').on(table.userId),
    uniqueIndex('account_credential_taken').on(table.providerId, table.accountId),
  ],
)
/** What a link, a challenge or a code is checked against. Identifiers are kept as hashes. */
export const verification = pgTable(
  'account_verification',
  { id: id(), identifier: text().notNull(), value: text().notNull(), expiresAt: moment().notNull(), ...times() },
  (table) => [index('account_verification_identifier').on(table.identifier)],
)
export const twoFactor = pgTable(
  'account_two_factor',
  {
    id: id(),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    userId: userId(),
    verified: boolean().default(true),
    failedVerificationCount: integer().default(0),
    lockedUntil: moment(),
  },
  (table) => [index('account_two_factor_user').on(table.userId), index('account_two_factor_secret').on(table.secret)],
)
export const passkey = pgTable(
  'account_passkey',
  {
    id: id(),
    name: text(),
    publicKey: text().notNull(),
    userId: userId(),
    credentialID: text('credential_id').notNull(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    createdAt: moment().defaultNow(),
    aaguid: text(),
  },
  (table) => [
    index('account_passkey_user').on(table.userId),
    index('account_passkey_credential').on(table.credentialID),
  ],
)

/** A browser in which the person has signed in before: a sign-in from another one is told by mail. */
export const device = pgTable(
  'account_device',
  {
    id: id(),
    userId: userId(),
    /** Of the browser's `device` cookie. */
    hash: text().notNull(),
    firstSeenAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
  },
  (table) => [uniqueIndex('account_device_known').on(table.userId, table.hash)],
)

/** What a person agreed to, in which version of the text, from when to when. Never changed but to be withdrawn. */
export const consent = pgTable(
  'account_consent',
  {
    id: id(),
    userId: userId(),
    kind: text().notNull(),
    /** The day from which the text that was shown holds. */
    version: date({ mode: 'string' }).notNull(),
    givenAt: moment().notNull(),
    withdrawnAt: moment(),
  },
  (table) => [
    index('account_consent_user').on(table.userId),
    uniqueIndex('account_consent_once').on(table.userId, table.kind, table.version).where(sql`withdrawn_at is null`),
  ],
)

/** A link by which somebody makes an account with a role. Open until accepted, withdrawn or expired. */
export const invitation = pgTable(
  'account_invitation',
  {
    id: id(),
    /** Null for the link of the first administrator: whoever holds it says their address. */
    email: text(),
    name: text().notNull().default(''),
    role: text().$type<Role>().notNull(),
    language: text().$type<Language>().notNull().default('fr'),
    hash: text().notNull().unique('account_invitation_hash'),
    invitedBy: uuid().references(() => user.id, { onDelete: 'set null' }),
    createdAt: moment().notNull().defaultNow(),
    sentAt: moment().notNull(),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    acceptedBy: uuid().references(() => user.id, { onDelete: 'set null' }),
    withdrawnAt: moment(),
  },
  (table) => [
    check('account_invitation_role', oneOf(table.role, roles)),
    uniqueIndex('account_invitation_open').on(table.email).where(sql`accepted_at is null and withdrawn_at is null`),
  ],
)

/** A key by which a person's own programs use the API. Only its hash is kept. */
export const token = pgTable(
  'account_token',
  {
    id: id(),
    userId: userId(),
    name: text().notNull(),
    hash: text().notNull().unique('account_token_hash'),
    /** Its last four characters, to know it again. */
    ending: text().notNull(),
    scopes: text().array().notNull(),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    lastUsedAt: moment(),
    revokedAt: moment(),
  },
  (table) => [index('account_token_user').on(table.userId)],
)

/** Attempts counted per address and per account: they survive a restart and hold for all nodes. */
export const limit = pgTable('account_limit', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: moment(),
})
