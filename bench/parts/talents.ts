import { setTimeout as pause } from 'node:timers/promises'
import { type Line, median, percentile, spread } from '../figures.ts'
import { ask } from '../load.ts'
import { type Question, questions } from '../questions.ts'
import type { Stage } from '../stage.ts'
import { insertTalents, skillId } from '../talents.ts'

const count = 100_000
const rounds = 3

const filtered = (kind: string, queries: readonly string[]) => queries.map((q) => ({ kind, q }))
/** What a person in charge of recruiting asks: words, and filters alone and together. */
const narrowed: readonly Question[] = [
  ...filtered('skills asked for', [
    `skill=${skillId(3)}&skill=${skillId(40)}`,
    `skill=${skillId(150)}`,
    `skill=${skillId(90)}&skill=${skillId(210)}&skill=${skillId(300)}`,
  ]),
  ...filtered('filters together', [
    'occupation=bench-metier-5&place=74',
    'place=07&kind=internship&remote=yes',
    'language=ja:B2&place=38',
    'occupation=bench-metier-40&available=now',
  ]),
  ...filtered('words and filters', [
    'q=studio&place=26',
    'q=animation&kind=freelance&place=73',
    'q=lumi%C3%A8re&language=en:C1',
  ]),
]
const asAddress = ({ kind, q }: Question): Question => ({ kind, q: `q=${encodeURIComponent(q)}` })

/** The members' search in 100,000 talents: whole pages with their counts, none of them kept. */
export async function talents(stage: Stage): Promise<Line[]> {
  const cookie = await stage.member()
  const { url } = await stage.application()
  const database = await stage.database()
  const client = await database.connect()
  const known = await insertTalents(client, count)
  client.release()
  const first = await ask({ url: `${url}/talents`, cookie })
  if (first.status !== 200) return [{ what: 'talents', ours: `skipped: /talents answers ${first.status}` }]
  const all = [...questions(known).map(asAddress), ...narrowed]
  const turns: number[][] = []
  for (let round = 0; round < rounds; round++) {
    await database.query(`select pg_notify('changed', '')`)
    await pause(500)
    const turn: number[] = []
    for (const { q } of all) turn.push((await ask({ url: `${url}/talents?${q}`, cookie })).ms)
    turns.push(turn)
  }
  const times = all.map((_, index) => median(turns.flatMap((turn) => turn[index] ?? [])))
  const p95 = percentile(times, 0.95)
  return [
    {
      what: `members' search in 100,000 talents, ${all.length} questions: p50, p95`,
      ours: `${spread([median(times)], ' ms')}, ${spread([p95], ' ms')}`,
      goal: 'p95 < 30 ms',
      met: p95 < 30,
    },
    ...[...new Set(all.map(({ kind }) => kind))].map((kind) => ({
      what: `— ${kind}`,
      ours: spread(
        times.filter((_, index) => all[index]?.kind === kind),
        ' ms',
      ),
    })),
  ]
}
