import pino, { type Logger, stdTimeFunctions } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'>
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const names: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' }
const colours: Record<number, number> = { 40: 33, 50: 31, 60: 31 }

type Line = { time: string; level: number; msg?: string; err?: { stack?: string; message?: string } }

/** One line of the log for a person: the hour, the level, what happened, then the rest as name=value. */
export function readable(json: string): string {
  const { time, level, msg = '', err, ...rest } = JSON.parse(json) as Line
  const fields = Object.entries(rest).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  const colour = colours[level] ?? 2
  const head = `\u001b[${colour}m${time.slice(11, 19)} ${names[level] ?? level}\u001b[0m`
  return `${[head, msg, ...fields].filter(Boolean).join(' ')}\n${err ? `${err.stack ?? err.message}\n` : ''}`
}

/** drizzle writes the values of a failed statement behind its text: they can be somebody's address. */
const withoutValues = (text: unknown) =>
  typeof text === 'string' ? text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, '') : undefined

/**
 * What helps to find the cause, and nobody's data: PostgreSQL's `detail` quotes the row that broke a rule, and the errors
 * of the database carry their connection with them.
 */
export const shownError = ({ name, message, code, constraint, cause, stack }: Record<string, unknown>): object => ({
  ...{ name, code, constraint, message: withoutValues(message), stack: withoutValues(stack) },
  ...(cause instanceof Error && { cause: shownError(cause as never) }),
})

/** JSON lines on stderr, or readable ones when stderr is a terminal. */
export function openLog(level: LogLevel): Logger {
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime, serializers: { err: shownError } }
  if (!process.stderr.isTTY) return pino(options, pino.destination({ dest: 2, sync: true }))
  return pino(options, { write: (line: string) => process.stderr.write(readable(line)) })
}

/** For tests. */
export const silent: Log = pino({ level: 'silent' })
