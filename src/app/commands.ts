import type { Command } from './command.ts'
import { backup } from './commands/backup.ts'
import { demo } from './commands/demo.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { mailCommand } from './commands/mail.ts'
import { migrate } from './commands/migrate.ts'
import { restore } from './commands/restore.ts'
import { start } from './commands/start.ts'
import { user } from './commands/user.ts'

/** Each loads what it needs when it runs: --help is quick. */
export const commands: readonly Command[] = [
  start,
  migrate,
  importCommand,
  exportCommand,
  user,
  mailCommand,
  backup,
  restore,
  demo,
]
