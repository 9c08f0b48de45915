import { type Line, spread } from '../figures.ts'
import { familyMemory, memory as memoryOf } from '../machine.ts'
import type { Stage } from '../stage.ts'

/** After all that came before. */
export async function memory(stage: Stage): Promise<Line[]> {
  const { pid, postmaster } = await stage.application()
  const shown = (value: number) => (Number.isNaN(value) ? 'not said by this system' : spread([value], ' MB'))
  return [
    { what: 'memory of the application (RSS), after the runs', ours: shown(memoryOf(pid)) },
    { what: 'memory of PostgreSQL (PSS of its processes)', ours: shown(familyMemory(postmaster)) },
  ]
}
