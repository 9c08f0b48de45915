import { eq, sql } from 'drizzle-orm'
import type { Language } from '../kernel/language.ts'
import type { Database } from './database.ts'
import type { Enqueue } from './queue.ts'
import { outbox } from './tables.ts'

export type Mail = {
  readonly to: string
  readonly accountId?: string | undefined
  readonly language: Language
  readonly subject: string
  readonly text: string
  readonly html?: string | undefined
  /** It carries a link that opens an account: the outbox shows its text to nobody once mails leave by SMTP. */
  readonly confidential?: boolean | undefined
}
export type Sent = Mail & { readonly id: string }
export const mailQueue = 'mail'

/** Writes a mail in the transaction that decided it. It leaves after the commit. */
export async function post(db: Database, enqueue: Enqueue, { to, ...mail }: Mail): Promise<void> {
  const [row] = await db
    .insert(outbox)
    .values({ ...mail, recipient: to })
    .returning({ id: outbox.id })
  await enqueue(db, mailQueue, { id: row?.id })
}

/**
 * Sends one mail of the outbox, at least once: its row is locked while it leaves, so two workers never send it both, and
 * a crash between sending and committing repeats one mail at most. A failure is noted and thrown: the queue tries again.
 */
export async function deliver(db: Database, id: string, send: (mail: Sent) => Promise<void>): Promise<void> {
  const failure = await db.transaction(async (tx) => {
    const [mail] = await tx.select().from(outbox).where(eq(outbox.id, id)).for('update', { skipLocked: true })
    if (!mail || mail.state === 'sent') return null
    const { recipient, html, accountId, ...rest } = mail
    try {
      await send({ ...rest, to: recipient, html: html ?? undefined, accountId: accountId ?? undefined })
      await tx.update(outbox).set({ state: 'sent', sentAt: sql`now()` }).where(eq(outbox.id, id))
      return null
    } catch (error) {
      const lastError = error instanceof Error ? error.message : String(error)
      await tx
        .update(outbox)
        .set({ state: 'failed', attempts: mail.attempts + 1, lastError })
        .where(eq(outbox.id, id))
      return error
    }
  })
  if (failure) throw failure
}
