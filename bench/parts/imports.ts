import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { command } from '../application.ts'
import { type Line, spread } from '../figures.ts'
import type { Stage } from '../stage.ts'

const data = resolve(process.env.BENCH_DATA ?? '../shared/data')
const sources = [
  { kind: 'rome', name: 'ROME v60', path: join(data, 'rome-v460'), seconds: 30 },
  { kind: 'esco', name: 'ESCO 1.1.1', path: join(data, 'esco-v1.1.1-classification-csv.zip'), seconds: 90 },
]
const mostMemory = 600

/** The official files through the command line, twice: the second time changes nothing. */
export async function imports(stage: Stage): Promise<Line[]> {
  await stage.application()
  const lines: Line[] = []
  for (const { kind, name, path, seconds } of sources) {
    const what = `import of ${name}`
    if (!existsSync(path)) {
      lines.push({ what, ours: 'skipped: no data' })
      continue
    }
    const first = await command(stage.path('data'), 'import', kind, path)
    if (first.code === 2) {
      lines.push({ what, ours: 'skipped: there is no such import yet' })
      continue
    }
    const [counts] = /^.* created, .*$/m.exec(first.said) ?? []
    if (!counts) throw new Error(`the import of ${name} failed:\n${first.said}`)
    const second = await command(stage.path('data'), 'import', kind, path)
    lines.push(
      {
        what,
        ours: `${spread([first.seconds], ' s')}: ${counts}`,
        goal: `< ${seconds} s`,
        met: first.seconds < seconds,
      },
      {
        what: '— highest memory',
        ours: spread([first.peak], ' MB'),
        goal: `< ${mostMemory} MB`,
        met: first.peak < mostMemory,
      },
      { what: '— the same file again', ours: spread([second.seconds], ' s') },
    )
  }
  return lines
}
