import { eq, type SQL, sql } from 'drizzle-orm'
import type { Language } from '../kernel/language.ts'
import type { Database } from './database.ts'
import type { Enqueue } from './queue.ts'
import { deadAddress, outbox } from './tables.ts'

export type Mail = {
  readonly to: string
  readonly accountId?: string | undefined
  readonly language: Language
  readonly subject: string
  readonly text: string
  readonly html?: string | undefined
  /** It carries a link that opens an account: the outbox shows its text to nobody once mails leave by SMTP. */
  readonly confidential?: boolean | undefined
  /** Path of the page that ends mails of this kind. */
  readonly unsubscribe?: string | undefined
  /** To what an answer belongs. */
  readonly replyKey?: string | undefined
  /** The Message-ID of the mail that this one answers by itself. */
  readonly answers?: string | undefined
}
export type Sent = Mail & { readonly id: string }
export const mailQueue = 'mail'

/** Writes a mail in the transaction that decided it; answers its id. It leaves after the commit. */
export async function post(db: Database, enqueue: Enqueue, { to, ...mail }: Mail): Promise<string> {
  const [row] = await db
    .insert(outbox)
    .values({ ...mail, recipient: to })
    .returning({ id: outbox.id })
  const id = row?.id ?? ''
  await enqueue(db, mailQueue, { id })
  return id
}

/** The other side says no for good (SMTP 5xx). Trying again would only annoy it. */
export class MailRefused extends Error {
  /** It is the recipient's address that it does not want, not this mail. */
  readonly isAddress: boolean
  constructor(message: string, isAddress: boolean) {
    super(message)
    this.isAddress = isAddress
  }
}

type Kept = typeof outbox.$inferSelect
const sentOf = (mail: Kept): Sent => ({
  id: mail.id,
  to: mail.recipient,
  language: mail.language,
  subject: mail.subject,
  text: mail.text,
  confidential: mail.confidential,
  accountId: mail.accountId ?? undefined,
  html: mail.html ?? undefined,
  unsubscribe: mail.unsubscribe ?? undefined,
  replyKey: mail.replyKey ?? undefined,
  answers: mail.answers ?? undefined,
})
/** A link that somebody has just asked for leaves all the same: it is how they come back to put their address right. */
const isAskedFor = ({ confidential, unsubscribe, replyKey }: Kept) => confidential && !unsubscribe && !replyKey

async function isDead(tx: Database, address: string): Promise<boolean> {
  const found = await tx.select().from(deadAddress).where(eq(deadAddress.address, address.toLowerCase()))
  return found.length > 0
}

type Outcome = { readonly change: Partial<Kept> | { sentAt: SQL }; readonly error?: unknown }
async function attempt(tx: Database, mail: Kept, send: (mail: Sent) => Promise<void>): Promise<Outcome> {
  if (!isAskedFor(mail) && (await isDead(tx, mail.recipient)))
    return { change: { state: 'refused', lastError: 'nothing is sent to this address since a mail came back from it' } }
  try {
    await send(sentOf(mail))
    return { change: { state: 'sent', sentAt: sql`now()` } }
  } catch (error) {
    const lastError = error instanceof Error ? error.message : String(error)
    const attempts = mail.attempts + 1
    if (!(error instanceof MailRefused)) return { change: { state: 'failed', attempts, lastError }, error }
    if (error.isAddress) await markDead(tx, mail, lastError)
    return { change: { state: 'refused', attempts, lastError } }
  }
}

const markDead = (tx: Database, { id, recipient }: Kept, reason: string) =>
  tx
    .insert(deadAddress)
    .values({ address: recipient.toLowerCase(), since: sql`now()`, reason, mailId: id })
    .onConflictDoNothing()

/**
 * Sends one mail of the outbox, at least once: its row is locked while it leaves, so two workers never send it both, and
 * a crash between sending and committing repeats one mail at most. A failure is noted and thrown: the queue tries again.
 * A refusal is noted and final.
 */
export async function deliver(db: Database, id: string, send: (mail: Sent) => Promise<void>): Promise<void> {
  const failure = await db.transaction(async (tx) => {
    const [mail] = await tx.select().from(outbox).where(eq(outbox.id, id)).for('update', { skipLocked: true })
    if (mail?.state !== 'waiting' && mail?.state !== 'failed') return null
    const { change, error } = await attempt(tx, mail, send)
    await tx.update(outbox).set(change).where(eq(outbox.id, id))
    return error ?? null
  })
  if (failure) throw failure
}
