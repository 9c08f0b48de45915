import pg from 'pg'

/**
 * A test that passes by luck is worth nothing: rows that nobody asked to be ordered arrive in reverse. Drizzle writes
 * `select` in small letters and one result for each query; the queue and hand-written commands are left alone.
 */
const client = pg.Client.prototype as typeof pg.Client.prototype & { isHostile?: boolean }
const original = client.query as (...args: unknown[]) => unknown
const isUnordered = (text: unknown) =>
  typeof text === 'string' && text.startsWith('select ') && !/\border by\b/.test(text)

function queryReversed(this: pg.Client, ...args: unknown[]) {
  const [first] = args
  const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text
  const asked = original.apply(this, args)
  if (!(asked instanceof Promise) || !isUnordered(text)) return asked
  return asked.then((result: pg.QueryResult) => {
    result.rows?.reverse()
    return result
  })
}
// This runs for each file of a worker, and the files share their modules: twice reversed would be in order again.
if (!client.isHostile) client.query = queryReversed as typeof client.query
client.isHostile = true
