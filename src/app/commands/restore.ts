import type { Command } from '../command.ts'

export const restore: Command = {
  name: 'restore',
  summary: 'Puts an archive of backup into an empty database, or with --replace in the place of what is there.',
  usage: '<archive.zip> [--replace]',
  takes: [1, 1],
  notes: () => [
    'The archive is read and checked as a whole first; then all of it is restored, or nothing.',
    'Files that nothing speaks of afterwards are removed a day later, by the nightly sweep.',
  ],
  options: { replace: { type: 'boolean', help: 'Throws away what the database holds now.' } },
  run: async ({ positionals: [name = ''], values }, { settings, open, out, path, progress }) => {
    const { restoreAll } = await import('../restore-all.ts')
    const shown = progress('restore: checked and loaded')
    const done = await restoreAll(path(name), {
      settings,
      open,
      mayReplace: values.replace === true,
      step: () => shown.add(1),
    })
    shown.done()
    for (const line of done) out(line)
    return 0
  },
}
