import { Agent, get } from 'node:http'
import autocannon from 'autocannon'
import { median, percentile } from './figures.ts'

/** One side of a comparison: an address and who asks for it. */
export type Side = { readonly name: string; readonly url: string; readonly cookie?: string }
export type Figures = { readonly perSecond: number[]; readonly p50: number[]; readonly p99: number[] }

const connections = 20
const rounds = 5

async function once({ url, cookie }: Side, duration: number) {
  const result = await autocannon({ url, connections, duration, headers: cookie ? { cookie } : {} })
  if (result.non2xx + result.errors + result.timeouts > 0 || result.requests.total === 0)
    throw new Error(
      `${url}: ${result.requests.total} answers, ${result.non2xx} of them not 200, ${result.errors} errors, ${result.timeouts} too late`,
    )
  return result
}

/** Each side alone on the machine in turn, five short rounds: what disturbs one disturbs all. */
export async function compared<Name extends string>(sides: readonly (Side & { name: Name })[], seconds = 1) {
  const found = new Map(sides.map(({ name }) => [name, { perSecond: [], p50: [], p99: [] } as Figures]))
  for (const side of sides) await once(side, 1)
  for (let round = 0; round < rounds; round++)
    for (const side of sides) {
      const { requests, latency, duration } = await once(side, seconds)
      const figures = found.get(side.name)
      figures?.perSecond.push(requests.total / duration)
      figures?.p50.push(latency.p50)
      figures?.p99.push(latency.p99)
    }
  return (name: Name) => found.get(name) as Figures
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })
export type Answer = { readonly status: number; readonly body: string; readonly ms: number }
/** One request on a connection that stays open, and how long it took to the last byte. */
export function ask({ url, cookie }: Omit<Side, 'name'>): Promise<Answer> {
  const from = performance.now()
  return new Promise((done, fail) => {
    const request = get(url, { agent, headers: cookie ? { cookie } : {} }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece) => pieces.push(piece))
      response.on('end', () => {
        const ms = performance.now() - from
        done({ status: response.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8'), ms })
      })
    })
    request.on('error', fail)
  })
}

/** Milliseconds of single requests, one after the other. */
export async function oneByOne(side: Side, requests = 200) {
  const times: number[] = []
  for (let n = 0; n < requests + 20; n++) times.push((await ask(side)).ms)
  const warm = times.slice(20)
  return { p50: median(warm), p95: percentile(warm, 0.95), p99: percentile(warm, 0.99) }
}
