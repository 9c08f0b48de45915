import { once } from 'node:events'
import { Readable } from 'node:stream'
import type pg from 'pg'

/** The part of node-postgres's connection that the COPY protocol needs; it is there, but its types do not say so. */
type Connection = {
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
  stream: { pause(): void; resume(): void; writableNeedDrain: boolean } & NodeJS.EventEmitter
}
const block = 64 * 1024

/** `copy ... to stdout` as a stream of bytes. The connection does nothing else until it is read to its end. */
export function copyOut(client: pg.ClientBase, text: string): Readable {
  let connection: Connection | null = null
  let waiting: Buffer[] = []
  let size = 0
  const stream = new Readable({ highWaterMark: 4 * block, read: () => connection?.stream.resume() })
  const flush = () => {
    const isWanted = size === 0 || stream.push(Buffer.concat(waiting, size))
    waiting = []
    size = 0
    return isWanted
  }
  const query = {
    submit(to: Connection) {
      connection = to
      to.query(text)
    },
    handleCopyData({ chunk }: { chunk: Buffer }, from: Connection) {
      waiting.push(Buffer.from(chunk)) // a copy: the parser uses its buffer again
      size += chunk.length
      if (size >= block && !flush()) from.stream.pause()
    },
    handleCommandComplete() {},
    handleReadyForQuery() {
      flush()
      stream.push(null)
      connection?.stream.resume() // it may rest since the last block, and nobody will read again
    },
    handleError(error: Error) {
      stream.destroy(error)
      connection?.stream.resume()
    },
  }
  client.query(query as never)
  return stream
}

/** `copy ... from stdin`: resolves when PostgreSQL has taken everything, rejects with its reason when it has not. */
export function copyIn(client: pg.ClientBase, text: string, source: AsyncIterable<Buffer>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let failure: Error | null = null
  const send = async (to: Connection) => {
    for await (const chunk of source) {
      if (failure) return
      to.sendCopyFromChunk(chunk)
      if (to.stream.writableNeedDrain) await once(to.stream, 'drain')
    }
    to.endCopyFrom()
  }
  const query = {
    submit: (to: Connection) => to.query(text),
    handleCopyInResponse(to: Connection) {
      send(to).catch((error: Error) => {
        failure ??= error
        to.sendCopyFail(error.message)
      })
    },
    handleCommandComplete() {},
    handleReadyForQuery: () => (failure ? reject(failure) : resolve()),
    handleError(error: Error) {
      failure ??= error
      reject(error)
    },
  }
  client.query(query as never)
  return promise
}
