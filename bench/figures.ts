/** The middle value; 0 without values. */
export const percentile = (values: readonly number[], share: number) =>
  values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
export const median = (values: readonly number[]) => percentile(values, 0.5)

const round = (value: number) =>
  value >= 1000
    ? Math.round(value).toLocaleString('en-GB')
    : value >= 100
      ? value.toFixed(0)
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2)

/** '640 (612–655)': the median of several runs, and the least and most beside it. */
export function spread(values: readonly number[], unit = ''): string {
  const whole = `${round(median(values))}${unit}`
  return values.length > 1 ? `${whole} (${round(Math.min(...values))}–${round(Math.max(...values))})` : whole
}

/** One line of the printed table. */
export type Line = {
  readonly what: string
  readonly ours: string
  /** What a user would pick instead, measured in the same run. */
  readonly other?: string
  readonly goal?: string
  /** Whether the goal is met; nothing when there is none. */
  readonly met?: boolean
}

const columns = ['what', 'Passerelle', 'instead', 'goal', ''] as const
/** A Markdown table that can also be read in a terminal. */
export function table(lines: readonly Line[]): string {
  const rows = [
    columns,
    ...lines.map(({ what, ours, other = '', goal = '', met }) => [
      what,
      ours,
      other,
      goal,
      met === undefined ? '' : met ? 'met' : 'NOT MET',
    ]),
  ]
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...rest] = rows
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rest.map(line)].join('\n')
}
