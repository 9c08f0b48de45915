import { builtAssets } from './assets.ts'
import { listenForChanges } from './changes.ts'
import { prepareDataFolder } from './data-folder.ts'
import { demoAccounts, firstAdministratorLink } from './demo.ts'
import { demoIdentity } from './identity.ts'
import { holdInstance } from './instance.ts'
import { startJobs } from './jobs.ts'
import { openLog } from './log.ts'
import { mailer } from './mail.ts'
import { pageCache } from './page-cache.ts'
import { prepared } from './prepared.ts'
import type { Runtime } from './runtime.ts'
import { checkPort, serve } from './serve.ts'
import { createApp } from './server.tsx'
import type { Settings } from './settings.ts'
import { stopWish } from './stopping.ts'

type Options = { readonly wantsDemo: boolean; readonly out: (line: string) => void }
const patience = 10_000

/** The whole start, in the order in which something can be wrong; answers the exit code when it has been stopped. */
export async function startApplication(settings: Settings, { wantsDemo, out }: Options): Promise<number> {
  const log = openLog(settings.logLevel)
  prepareDataFolder(settings.dataFolder)
  const instance = await holdInstance(settings.dataFolder, settings.baseUrl, new Date())
  try {
    await checkPort(settings.port)
    const wish = stopWish()
    const runtime = await prepared(settings, log, wantsDemo)
    try {
      const stop = await open(runtime)
      for (const line of await welcome(runtime)) out(line)
      log.info({ reason: await wish }, 'stopping')
      await stop()
    } finally {
      await runtime.stop()
    }
    log.info('stopped')
    return 0
  } finally {
    instance.release()
  }
}

/** Serves requests and does jobs; answers how to stop both. */
async function open(runtime: Runtime): Promise<() => Promise<void>> {
  const { settings, db, queue, features, reactions, secret, log, places, url } = runtime
  const pages = pageCache()
  const app = createApp({
    db,
    enqueue: queue.enqueue,
    secret,
    origin: settings.baseUrl,
    assets: builtAssets(),
    identity: demoIdentity,
    log,
    mapTiles: settings.mapTiles ?? undefined,
    oidc: settings.oidc,
    mailsLeave: settings.smtpUrl !== null,
    pages,
  })
  const serving = await serve(app, settings.port)
  const quiet = listenForChanges(url, pages.clear)
  const { smtpUrl, mailFrom: from, mailInbox: inbox, baseUrl: origin } = settings
  const send = mailer({ smtp: smtpUrl ?? undefined, folder: places.mail, from, inbox, origin })
  await startJobs({ db, queue, features, reactions, origin: settings.baseUrl, send, log })
  return async () => {
    await serving.stop(patience)
    await quiet()
  }
}

/** What the person at the terminal wants to know. */
async function welcome(runtime: Runtime): Promise<string[]> {
  const { settings, places } = runtime
  const accounts = await demoAccounts(runtime)
  const link = accounts.length === 0 ? await firstAdministratorLink(runtime) : null
  const widest = (key: 'role' | 'email') => Math.max(0, ...accounts.map((account) => account[key].length)) + 2
  const people = accounts.map(
    ({ role, email, name }) => `  ${role.padEnd(widest('role'))}${email.padEnd(widest('email'))}${name}`,
  )
  const database = settings.databaseUrl ? 'a server of your own (DATABASE_URL)' : places.postgres
  return [
    `Passerelle is ready at ${settings.baseUrl}`,
    ...(people.length > 0 ? ['', `Demo accounts, all with the password "${accounts[0]?.password}":`, ...people] : []),
    ...(link ? ['', `Create the first administrator, once, at ${link}`] : []),
    '',
    `Data: ${settings.dataFolder}   Database: ${database}`,
    settings.smtpUrl
      ? `Mail: sent by ${new URL(settings.smtpUrl).host}`
      : `Mail: not sent, written to ${places.mail} and readable at ${settings.baseUrl}/outbox`,
  ]
}
