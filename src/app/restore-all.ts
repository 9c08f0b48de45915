import { CannotStart } from '../db/cannot-start.ts'
import { migrate } from '../db/migrate.ts'
import { mailQueue } from '../db/outbox.ts'
import { sha256 } from './archive.ts'
import type { Tools } from './command.ts'
import { isInUse, openArchive, restoreDatabase, restoreFiles, restoreSecret } from './restore.ts'
import type { Runtime } from './runtime.ts'

type Options = Pick<Tools, 'settings' | 'open'> & { readonly mayReplace: boolean; readonly step: () => void }

/** Mails that had not left when the archive was made go on the queue again: rather one twice than one lost. */
async function queueWaitingMails({ pool, db, queue }: Runtime): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(`select id from outbox where state <> 'sent' order by id`)
  for (const { id } of rows) await queue.enqueue(db, mailQueue, { id })
  return rows.length
}

/** Restores database, files and secret; answers what to tell the person. */
export async function restoreAll(path: string, { settings, open, mayReplace, step }: Options): Promise<string[]> {
  const archive = await openArchive(path, step)
  const runtime = await open()
  const { pool, url, places, secret, storage } = runtime
  const client = await pool.connect()
  try {
    if (!mayReplace && (await isInUse(client)))
      throw new CannotStart('The database is in use. Nothing was changed; --replace throws away what it holds now.')
    const files = await restoreFiles(archive, storage)
    await restoreDatabase(client, archive, step)
    const isSameSecret = archive.manifest.secretSha256 === sha256(secret)
    const hasSecret = isSameSecret || (settings.secret === null && (await restoreSecret(archive, places.secret)))
    await migrate(url)
    const mails = await queueWaitingMails(runtime)
    await pool.query(`select pg_notify('changed', '')`)
    const { manifest } = archive
    return [
      `Restored the backup of ${manifest.madeAt}: ${manifest.tables.length} tables, ${files} uploaded files.`,
      ...(mails > 0 ? [`${mails} mails had not left then; they leave now.`] : []),
      ...(hasSecret
        ? []
        : [
            'The key of sessions and second factors is another one: set SECRET to the one of that time, or people sign in anew.',
          ]),
    ]
  } finally {
    archive.close()
    client.release(true)
  }
}
