import type { Command } from '../command.ts'

export const migrate: Command = {
  name: 'migrate',
  summary: 'Brings the database up to date with this program.',
  usage: '',
  takes: [0, 0],
  options: {},
  run: async (_given, { settings, out }) => {
    const { migrateOnly } = await import('../migrate-only.ts')
    const applied = await migrateOnly(settings)
    out(applied === 0 ? 'The database is up to date.' : `The database was brought up to date: ${applied} migrations.`)
    return 0
  },
}
