import type { Language } from '../kernel/language.ts'
import type { Mail } from './outbox.ts'
import type { Tx } from './writer.ts'

/** What the deed of a transaction knows and can send: for functions that other deeds call with their transaction alone. */
type Sending = {
  readonly now: Date
  readonly origin: string
  readonly language: Language
  /** Writes a mail into the outbox; answers its id there. */
  readonly mail: (mail: Mail) => Promise<string>
}
const hidden = new WeakMap<Tx, Sending>()

export function keepSending(tx: Tx, sending: Sending): void {
  hidden.set(tx, sending)
}
export function sendingOf(tx: Tx): Sending {
  const found = hidden.get(tx)
  if (!found) throw new Error('this transaction was not opened by action()')
  return found
}
