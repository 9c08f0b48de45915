import type { Command } from '../command.ts'

export const demo: Command = {
  name: 'demo',
  summary: 'Loads the demo cluster into an empty database.',
  usage: 'load',
  takes: [1, 1],
  options: {},
  run: async ({ positionals: [what] }, { open, out, progress }) => {
    const { Misused } = await import('../command.ts')
    if (what !== 'load') throw new Misused(`demo does "load", not "${what}".`)
    const { CannotStart } = await import('../../db/cannot-start.ts')
    const { isInUse } = await import('../restore.ts')
    const { loadDemo, demoAccounts } = await import('../demo.ts')
    const { markFirstStart } = await import('../../db/first-start.ts')
    const runtime = await open()
    if (await isInUse(runtime.pool)) throw new CannotStart('The database is in use; the demo was not loaded.')
    await markFirstStart(runtime.pool, 'loading')
    const shown = progress('loading the demo: records')
    await loadDemo(runtime, shown)
    shown.done()
    await markFirstStart(runtime.pool, 'done')
    for (const { role, email, password } of await demoAccounts(runtime)) out(`${role}: ${email}, password ${password}`)
    return 0
  },
}
