import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CannotStart } from '../db/cannot-start.ts'
import { Invalid, Refused } from '../kernel/errors.ts'
import { type Command, Misused, type Tools } from './command.ts'
import { commands } from './commands.ts'
import { openLog } from './log.ts'
import { progressOn } from './progress.ts'
import type { Runtime } from './runtime.ts'
import { environment, type Settings } from './settings.ts'

const call = 'npm run passerelle --'
const padded = (pairs: readonly (readonly [string, string])[]) => {
  const width = Math.max(0, ...pairs.map(([left]) => left.length)) + 2
  return pairs.map(([left, right]) => `  ${left.padEnd(width)}${right}`)
}

export async function helpOf(command: Command): Promise<string> {
  const options = Object.entries({
    ...command.options,
    help: { type: 'boolean', short: 'h', help: 'Shows this.' } as const,
  })
  const lines = options.map(([name, option]) => {
    const { short, value, help } = option as Command['options'][string]
    return [`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`, help] as const
  })
  const notes = (await command.notes?.()) ?? []
  const usage = `${call} ${command.name} ${command.usage}`.trim()
  return [`Usage: ${usage}`, '', command.summary, ...(notes.length ? ['', ...notes] : []), '', ...padded(lines)].join(
    '\n',
  )
}

export const help = (all: readonly Command[] = commands) =>
  [
    `Usage: ${call} <command> [options]`,
    '',
    'Commands:',
    ...padded(all.map(({ name, summary }) => [name, summary] as const)),
    '',
    `Each says more with --help: ${call} backup --help`,
  ].join('\n')

/** What was written after the command's name; throws Misused with a sentence. */
export function read(command: Command, args: readonly string[]) {
  const hint = `see ${call} ${command.name} --help`
  const options = Object.fromEntries(
    Object.entries({ ...command.options, help: { type: 'boolean', short: 'h' } as const }).map(
      ([name, { type, short }]) => [name, { type, ...(short && { short }) }],
    ),
  )
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const option = /'(-[^'\s]*)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new Misused(`${command.name} has no option ${option}; ${hint}.`)
    throw new Misused(`${option || 'An option'} is not used like that: ${message.split('. ')[0]}; ${hint}.`)
  }
}

function checkCount({ name, usage, takes: [fewest, most] }: Command, given: readonly string[]) {
  const form = `write ${call} ${name} ${usage}`.trim()
  if (given.length < fewest) throw new Misused(`${name} needs more: ${form}.`)
  if (given.length > most) throw new Misused(`${name} has no use for "${given[most]}": ${form}.`)
}

async function perform(command: Command, args: readonly string[], say: Tools['out'], settingsOf: () => Settings) {
  const { positionals, values } = read(command, args)
  if (values.help) {
    say(await helpOf(command))
    return 0
  }
  checkCount(command, positionals)
  const opened: Runtime[] = []
  const settings = settingsOf()
  try {
    return await command.run({ positionals, values: values as never }, toolsFor(settings, opened, say))
  } finally {
    for (const runtime of opened) await runtime.stop()
  }
}

function toolsFor(settings: Settings, opened: Runtime[], out: Tools['out']): Tools {
  return {
    settings,
    out,
    async open() {
      const { openRuntime } = await import('./runtime.ts')
      const log = openLog(settings.logLevel === 'info' ? 'warn' : settings.logLevel)
      const fail = (error: Error) => {
        console.error(error.message)
        process.exit(1)
      }
      const runtime = await openRuntime(settings, { log, supervised: false, lost: fail })
      opened.push(runtime)
      return runtime
    },
    progress: (what, total) => progressOn(process.stderr, what, total),
    path: (name) => resolve(settings.calledFrom, name),
  }
}

/** Does what the command line says; answers the exit code. */
export async function cli(args: readonly string[], all = commands, settingsOf = environment): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  const complain = (line: string) => void process.stderr.write(`${line}\n`)
  const [name = '', ...rest] = args
  if (['', '--help', '-h', 'help'].includes(name)) {
    say(help(all))
    return name === '' ? 2 : 0
  }
  const command = all.find((one) => one.name === name)
  if (!command) {
    complain(`There is no command "${name}"; there are ${all.map((one) => one.name).join(', ')} (see ${call} --help).`)
    return 2
  }
  try {
    return await perform(command, rest, say, settingsOf)
  } catch (error) {
    if (error instanceof Misused) complain(error.message)
    else if (error instanceof CannotStart || error instanceof Refused || error instanceof Invalid)
      complain(error.message)
    else complain((error as Error).stack ?? String(error))
    return error instanceof Misused ? 2 : 1
  }
}
