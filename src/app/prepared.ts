import { emptyDatabase } from '../db/empty-database.ts'
import { firstStart, firstStartInTurn, markFirstStart } from '../db/first-start.ts'
import { loadDemo } from './demo.ts'
import type { Log } from './log.ts'
import { progressOn } from './progress.ts'
import { openRuntime, type Runtime } from './runtime.ts'
import type { Settings } from './settings.ts'

const openFor = (settings: Settings, log: Log) =>
  openRuntime(settings, {
    log,
    supervised: true,
    lost(error) {
      log.fatal(error.message)
      process.exit(1)
    },
  })

/** The runtime, with the demo in it when this is the first start of a new database and the demo is wanted. */
export async function prepared(settings: Settings, log: Log, wantsDemo: boolean): Promise<Runtime> {
  const runtime = await openFor(settings, log)
  try {
    const isReady = await firstStartInTurn(runtime.url, async () => {
      const state = await firstStart(runtime.pool)
      if (state === 'new') await begin(runtime, wantsDemo)
      if (state !== 'loading') return true
      // Nobody has been served from this database yet: what the interrupted start had loaded is thrown away.
      log.warn('the first start was interrupted while it loaded the demo; it begins again')
      await emptyDatabase(runtime.pool)
      return false
    })
    if (isReady) return runtime
  } catch (error) {
    await runtime.stop()
    throw error
  }
  await runtime.stop()
  return prepared(settings, log, wantsDemo)
}

async function begin(runtime: Runtime, wantsDemo: boolean): Promise<void> {
  if (wantsDemo) {
    await markFirstStart(runtime.pool, 'loading')
    const progress = progressOn(process.stderr, 'loading the demo: records')
    await loadDemo(runtime, progress)
    progress.done()
  }
  await markFirstStart(runtime.pool, 'done')
}
