import { setTimeout as pause } from 'node:timers/promises'
import { stranger } from '../against.ts'
import { type Line, median, percentile, spread } from '../figures.ts'
import { ask } from '../load.ts'
import { type Question, questions } from '../questions.ts'
import type { Stage } from '../stage.ts'

const count = 100_000
const rounds = 3

/** What is written when nothing better is at hand. */
const plainSearch = `
  select slug, display_name, city, count(*) over () as total from organisation
  where state = 'published' and (display_name ilike $1 or legal_name ilike $1 or city ilike $1 or summary->>'fr' ilike $1)
  order by display_name limit 30`

type Asked = Question & {
  readonly ours: number
  readonly other: number
  readonly found: boolean
  readonly otherFound: boolean
}

async function askOnce(stage: Stage, question: Question): Promise<Asked> {
  const { url } = await stage.application()
  const database = await stage.database()
  const { ms, body } = await ask({ url: `${url}/organisations?q=${encodeURIComponent(question.q)}`, cookie: stranger })
  const from = performance.now()
  const { rowCount } = await database.query(plainSearch, [`%${question.q}%`])
  const other = performance.now() - from
  const found = /href="\/organisations\/bench-/.test(body)
  return { ...question, ours: ms, other, found, otherFound: (rowCount ?? 0) > 0 }
}

/** All questions in turn, three times; what the application remembered of the turn before is out of date in the next. */
async function askAll(stage: Stage, all: readonly Question[]): Promise<Asked[]> {
  const database = await stage.database()
  const turns: Asked[][] = []
  for (let round = 0; round < rounds; round++) {
    await database.query(`select pg_notify('changed', '')`)
    await pause(500)
    const turn: Asked[] = []
    for (const question of all) turn.push(await askOnce(stage, question))
    turns.push(turn)
  }
  const middle = (index: number, of: (one: Asked) => number) =>
    median(turns.flatMap((turn) => (turn[index] ? [of(turn[index])] : [])))
  return (turns[0] ?? []).map((one, index) => ({
    ...one,
    ours: middle(index, ({ ours }) => ours),
    other: middle(index, ({ other }) => other),
  }))
}

/** Search in the directory of 100,000: whole pages, one after the other, none of them kept. */
export async function search(stage: Stage): Promise<Line[]> {
  const known = await stage.organisations(count)
  const { url } = await stage.application()
  const first = await ask({ url: `${url}/organisations?q=studio`, cookie: stranger })
  if (first.status !== 200) return [{ what: 'search in 100,000', ours: 'skipped: /organisations is not there yet' }]
  const asked = await askAll(stage, questions(known))
  const [ours, other] = [asked.map((one) => one.ours), asked.map((one) => one.other)]
  const p95 = percentile(ours, 0.95)
  const shown = (values: number[]) => `${spread([median(values)], ' ms')}, ${spread([percentile(values, 0.95)], ' ms')}`
  const findable = asked.filter(({ kind }) => kind !== 'nothing found')
  const share = (ask: (one: Asked) => boolean) => `${findable.filter(ask).length} of ${findable.length}`
  return [
    {
      what: `search in 100,000, ${asked.length} questions: p50, p95`,
      ours: shown(ours),
      other: `${shown(other)} (ilike, query alone)`,
      goal: 'p95 < 30 ms',
      met: p95 < 30,
    },
    { what: '— questions that find something', ours: share((one) => one.found), other: share((one) => one.otherFound) },
    ...[...new Set(asked.map(({ kind }) => kind))].map((kind) => {
      const of = asked.filter((one) => one.kind === kind)
      return {
        what: `— ${kind}`,
        ours: spread(
          of.map((one) => one.ours),
          ' ms',
        ),
        other: spread(
          of.map((one) => one.other),
          ' ms',
        ),
      }
    }),
  ]
}
