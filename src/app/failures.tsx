import { HTTPException } from 'hono/http-exception'
import { StorageFailed } from '../db/storage/storage.ts'
import { Forbidden, Invalid, NotFound, Refused, TooMany } from '../kernel/errors.ts'
import { Failure } from '../ui/failure.tsx'
import { show, type Web } from '../web/routing.tsx'
import type { Log } from './log.ts'

const expected = [NotFound, Forbidden, Refused, Invalid, TooMany] as const

function statusOf(error: Error): 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503 {
  const known = expected.find((kind) => error instanceof kind)
  if (known) return (error as InstanceType<typeof known>).status
  if (error instanceof StorageFailed) return 503
  if (error instanceof HTTPException && error.status === 413) return 413
  return 500
}

type Means = {
  readonly log: Log /** Makes `c.var.page` when a failure came before it. */
  readonly prepare: (c: Web) => Promise<void>
}

/** Every failure becomes a page in the reader's language; only a defect (500) is logged with its stack, under its id. */
export const failWith =
  ({ log, prepare }: Means) =>
  async (error: Error, c: Web) => {
    const status = statusOf(error)
    const { requestId } = c.var
    if (status === 500) log.error({ requestId, err: error }, 'defect')
    if (error instanceof TooMany) c.header('retry-after', String(error.retryAfter))
    // Without a database not even a page can be made for somebody who says who they are.
    if (!c.var.page) await prepare(c).catch(() => {})
    if (!c.var.page) return c.text(`${status} ${requestId}`, status)
    const reason = error instanceof Refused || error instanceof Invalid || error instanceof TooMany ? error.message : ''
    return show(
      c,
      <Failure page={c.var.page} status={status} requestId={requestId} {...(reason && { reason })} />,
      status as Parameters<typeof show>[2],
    )
  }
