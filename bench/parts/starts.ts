import { rmSync } from 'node:fs'
import { start } from '../application.ts'
import { type Line, median, spread } from '../figures.ts'
import type { Stage } from '../stage.ts'

const rounds = 3

/** From the start of the process to its line "ready": the first time with the demo, and then again. */
export async function starts(stage: Stage): Promise<Line[]> {
  const first: number[] = []
  const warm: number[] = []
  for (let round = 0; round < rounds; round++) {
    const folder = stage.path(`start-${round}`)
    for (const times of [first, warm]) {
      const running = await start(folder)
      times.push(running.readyAfter / 1000)
      await running.stop()
    }
    rmSync(folder, { recursive: true, force: true })
  }
  return [
    {
      what: 'first start on an empty folder, with the demo',
      ours: spread(first, ' s'),
      goal: '< 15 s',
      met: median(first) < 15,
    },
    { what: 'warm start', ours: spread(warm, ' s'), goal: '< 3 s', met: median(warm) < 3 },
  ]
}
