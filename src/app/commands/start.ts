import type { Command } from '../command.ts'

export const start: Command = {
  name: 'start',
  summary: 'Starts the application; the first start of a new database loads the demo.',
  usage: '[--no-demo]',
  takes: [0, 0],
  options: { 'no-demo': { type: 'boolean', help: 'Starts empty, with a link to create the first administrator.' } },
  run: async ({ values }, { settings, out }) => {
    const { startApplication } = await import('../start.ts')
    return startApplication(settings, { wantsDemo: !values['no-demo'], out })
  },
}
