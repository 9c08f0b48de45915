import { keyIn } from './tokens.ts'

/** A mail that came in, as far as anything here depends on it. Heads in lower case. */
export type Incoming = {
  readonly messageId: string
  readonly from: string
  /** Everybody it went to: To, Cc, and what our own mail server noted (Delivered-To, X-Original-To). */
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly attachments: number
  /** The message/delivery-status part of a report, and the mail or head that came back with it. */
  readonly deliveryStatus: string | null
  readonly returned: string
  /** auto-submitted, precedence, return-path, list-id, x-auto-response-suppress; '' for an empty return path. */
  readonly heads: Readonly<Record<string, string>>
}

/** The key behind the plus of one of the addresses: ours, whatever the address before it. */
export const keyOf = ({ to }: Pick<Incoming, 'to'>): string | null => to.map(keyIn).find((key) => key !== null) ?? null

const machines = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|.*\+[rb][0-9a-f]{32,48})@/i

/**
 * Written by a machine: a holiday answer, a list, a report. It is neither taken in nor answered, so that two machines never
 * answer each other (RFC 3834, section 2; RFC 5230, 4.6).
 */
export function isAutomatic({ from, heads }: Pick<Incoming, 'from' | 'heads'>): boolean {
  const submitted = heads['auto-submitted']?.toLowerCase()
  return (
    (submitted !== undefined && submitted !== 'no') ||
    /^(bulk|junk|list|auto_reply)$/i.test(heads.precedence ?? '') ||
    /\b(all|oof|autoreply)\b/i.test(heads['x-auto-response-suppress'] ?? '') ||
    heads['list-id'] !== undefined ||
    heads['return-path'] === '' ||
    from === '' ||
    machines.test(from)
  )
}

/** « Re: Re : Votre message » -> « Votre message » */
export const plainSubject = (subject: string) =>
  subject
    .replace(/^((re|tr|fwd?|aw|sv)\s*:\s*)+/i, '')
    .trim()
    .slice(0, 150)
