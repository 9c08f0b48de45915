import { CannotStart } from '../db/cannot-start.ts'
import { prepareDataFolder } from './data-folder.ts'
import { demoIdentity } from './identity.ts'
import { holdInstance } from './instance.ts'
import { startJobs } from './jobs.ts'
import { openLog } from './log.ts'
import { mailer } from './mail.ts'
import { prepared } from './prepared.ts'
import type { Runtime } from './runtime.ts'
import { createApp } from './server.tsx'
import { environment } from './settings.ts'
import { stopWish } from './stopping.ts'

async function begin(): Promise<Runtime> {
  const settings = environment()
  const log = openLog(settings.logLevel)
  prepareDataFolder(settings.dataFolder)
  const instance = await holdInstance(settings.dataFolder, settings.baseUrl, new Date())
  const runtime = await prepared(settings, log, true)
  stopWish().then(async () => {
    await runtime.stop()
    instance.release()
    process.exit(0)
  })
  const send = mailer({ smtp: settings.smtpUrl ?? undefined, folder: runtime.places.mail, from: settings.mailFrom })
  await startJobs({ ...runtime, origin: settings.baseUrl, send })
  return runtime
}

// Vite loads this module again after each change; what must outlive a change hangs on the process.
const held = globalThis as typeof globalThis & { passerelle?: Promise<Runtime> }
held.passerelle ??= begin().catch((error: Error) => {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exit(1)
})
const { db, queue, secret, log, settings } = await held.passerelle

/** The application of `npm run dev`: sources as they are, reloaded when they change. */
export default createApp({
  db,
  enqueue: queue.enqueue,
  secret,
  origin: settings.baseUrl,
  assets: { scripts: ['/@vite/client', '/src/ui/elements/main.ts'], styles: ['/src/ui/style.css'] },
  identity: demoIdentity,
  log,
  mapTiles: settings.mapTiles ?? undefined,
  oidc: settings.oidc,
  mailsLeave: settings.smtpUrl !== null,
  devSources: `'unsafe-inline'`,
})
