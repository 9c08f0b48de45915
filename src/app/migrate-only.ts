import { migrate } from '../db/migrate.ts'
import { prepareDataFolder } from './data-folder.ts'
import { openLog } from './log.ts'
import { openDatabase } from './runtime.ts'
import type { Settings } from './settings.ts'

/** Brings the database up to date and does nothing else; answers how many migrations were new. */
export async function migrateOnly(settings: Settings): Promise<number> {
  prepareDataFolder(settings.dataFolder)
  const lost = (error: Error) => {
    throw error
  }
  const database = await openDatabase(settings, { log: openLog('warn'), lost })
  try {
    return await migrate(database.url)
  } finally {
    await database.stop()
  }
}
