import { readdirSync, readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem, type } from 'node:os'
import type pg from 'pg'

const GB = 2 ** 30

/** The machine and the programs: figures without them mean nothing. */
export async function described(client: pg.ClientBase): Promise<string> {
  const all = cpus()
  const { rows } = await client.query('show server_version')
  return [
    `${all[0]?.model.trim()}, ${all.length} cores, ${(totalmem() / GB).toFixed(0)} GB, ${type()}`,
    `Node ${process.versions.node}, PostgreSQL ${String(rows[0]?.server_version).split(' ')[0]}`,
    `load when it began ${loadavg()[0]?.toFixed(1)}`,
  ].join('; ')
}

const file = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null // not Linux, or the process has just ended
  }
}
const kilobytes = (text: string | null, name: string) =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text ?? '')?.[1] ?? Number.NaN)

/** Memory of a process in MB now, or its highest ever; NaN where /proc does not say. */
export const memory = (pid: number) => kilobytes(file(`/proc/${pid}/status`), 'VmRSS') / 1024
export const peakMemory = (pid: number) => kilobytes(file(`/proc/${pid}/status`), 'VmHWM') / 1024

/** Memory of a process and of all those that it started in MB, pages that they share counted once (PSS). */
export function familyMemory(pid: number): number {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) =>
      file(`/proc/${name}/stat`)
        ?.replace(/.*\) \S /, '')
        .startsWith(`${pid} `),
    )
  return (
    [String(pid), ...children].reduce((sum, id) => sum + kilobytes(file(`/proc/${id}/smaps_rollup`), 'Pss'), 0) / 1024
  )
}
