import pg from 'pg'

/** Calls `changed` after every commit of an action on any node, and once after each lost connection. Answers how to stop. */
export function listenForChanges(url: string, changed: () => void): () => Promise<void> {
  let client: pg.Client | null = null
  let stopped = false
  let again: NodeJS.Timeout | undefined
  const listen = async () => {
    const next = new pg.Client({ connectionString: url })
    client = next
    const lost = () => {
      if (stopped || client !== next) return
      client = null
      changed()
      again = setTimeout(listen, 1000)
    }
    next.on('error', lost)
    next.on('end', lost)
    next.on('notification', changed)
    await next
      .connect()
      .then(() => next.query('listen changed'))
      .catch(lost) // also a query that a stop meanwhile has cut off
    changed()
  }
  void listen()
  return async () => {
    stopped = true
    clearTimeout(again)
    await client?.end()
  }
}
