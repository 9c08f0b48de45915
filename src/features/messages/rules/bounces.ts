/**
 * Mails that come back: delivery status notifications (RFC 3464) and what a mail server answers at once. Status codes are
 * those of RFC 3463: class.subject.detail.
 */

/** '550 5.1.1 No such user' -> '5.1.1'; without an extended code the basic one: '550'. Null when there is neither. */
export function statusIn(response: string): string | null {
  return /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0] ?? /^\s*([245]\d\d)\b/.exec(response)?.[1] ?? null
}

/**
 * Whether the address will never work: it does not exist, was closed, or its domain takes no mail. A full mailbox, a size
 * limit, a filter (5.2.2, 5.2.3, 5.7.x) is about one mail, or one day.
 */
export const isDeadStatus = (status: string | null): boolean =>
  status !== null && /^(5\.1\.([012346]|10)|5\.2\.1|5\.4\.4|55[013])$/.test(status)

export type Bounce = {
  /** For good: nobody tries this mail again. */
  readonly isFinal: boolean
  readonly isAddress: boolean
  readonly recipient: string | null
  /** « 550 5.1.1 No such user » */
  readonly reason: string
}

/** The fields of a block of a delivery status: names in lower case, folded lines joined. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  const unfolded = block.replace(/\r?\n[ \t]+/g, ' ')
  return new Map(
    [...unfolded.matchAll(/^([A-Za-z-]+):[ \t]*(.*)$/gm)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value.trim(),
    ]),
  )
}
const addressOf = (field: string | undefined) => field?.replace(/^[^;]*;\s*/, '').replace(/^<|>$/g, '') || null

/** What a message/delivery-status part says of its recipient; null when it says nothing of delivery. */
export function bounceIn(deliveryStatus: string): Bounce | null {
  const blocks = deliveryStatus.split(/(?:\r?\n){2,}/).map(fieldsOf)
  const found = blocks.find((fields) => fields.has('final-recipient') || fields.has('original-recipient'))
  const action = found?.get('action')?.toLowerCase()
  if (!found || !action) return null
  const status = statusIn(found.get('status') ?? '')
  const said = (found.get('diagnostic-code') ?? '').replace(/^smtp;\s*/i, '')
  const isFinal = action === 'failed'
  return {
    isFinal,
    isAddress: isFinal && (isDeadStatus(status) || (status === '5.0.0' && isDeadStatus(statusIn(said)))),
    recipient: addressOf(found.get('original-recipient') ?? found.get('final-recipient')),
    reason: said || found.get('status') || action,
  }
}

/** Our own Message-ID in the mail, or its head, that came back. */
export const mailIn = (returned: string): string | null =>
  /^message-id:\s*<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/im.exec(returned)?.[1] ?? null
