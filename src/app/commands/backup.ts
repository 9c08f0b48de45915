import type { Command } from '../command.ts'

const stamp = (now: Date) => now.toISOString().slice(0, 16).replace('T', '-').replace(':', '')

export const backup: Command = {
  name: 'backup',
  summary: 'Writes everything (database, files, secret) into one archive, while people go on working.',
  usage: '[archive.zip]',
  takes: [0, 1],
  notes: () => ['Without a name, the archive goes to the folder backups of the data folder.'],
  options: {},
  run: async ({ positionals: [name] }, { settings, open, out, path, progress }) => {
    const { existsSync, mkdirSync, statSync } = await import('node:fs')
    const { dirname, join } = await import('node:path')
    const { CannotStart } = await import('../../db/cannot-start.ts')
    const { backup: write } = await import('../backup.ts')
    const { pool, places, secret, storage } = await open()
    const now = new Date()
    const target = name ? path(name) : join(places.backups, `passerelle-${stamp(now)}.zip`)
    if (existsSync(target)) throw new CannotStart(`${target} is there already; give another name.`)
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    const client = await pool.connect()
    const shown = progress('backup: tables and files')
    try {
      const keepsSecret = settings.secret === null
      const made = await write(target, { client, storage, secret, keepsSecret, now }, () => shown.add(1))
      shown.done()
      const size = (statSync(target).size / 1e6).toFixed(1)
      out(`${target}: ${made.tables} tables, ${made.files} files, ${size} MB. It contains personal data: keep it safe.`)
      return 0
    } finally {
      client.release(true)
    }
  },
}
