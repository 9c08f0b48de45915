import { createHash } from 'node:crypto'
import { type AddressObject, type HeaderValue, type ParsedMail, simpleParser } from 'mailparser'
import type { Incoming } from '../features/messages/rules/incoming.ts'

const addressesIn = (field: AddressObject | AddressObject[] | undefined): string[] =>
  [field ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address ?? []))

const written = (value: HeaderValue | undefined): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.join(' ')
      : value && typeof value === 'object' && 'text' in value
        ? String(value.text)
        : ''
const mattering = ['auto-submitted', 'precedence', 'return-path', 'list-id', 'x-auto-response-suppress']
const headsOf = (mail: ParsedMail) =>
  Object.fromEntries(
    mattering
      .filter((name) => mail.headers.has(name))
      // mailparser gives the list's heads together, as 'list'.
      .map((name) => [name, written(mail.headers.get(name))]),
  )
/** What our own mail server noted about whom it was for. */
const noted = (mail: ParsedMail) =>
  ['delivered-to', 'x-original-to', 'envelope-to'].flatMap(
    (name) => written(mail.headers.get(name)).match(/\S+@\S+/g) ?? [],
  )

const options = { keepDeliveryStatus: true, skipImageLinks: true, maxHtmlLengthToParse: 2_000_000 }
const reportTypes = new Set(['message/delivery-status', 'message/rfc822', 'text/rfc822-headers'])
const partOf = (mail: ParsedMail, ...types: string[]) =>
  mail.attachments.find(({ contentType }) => types.includes(contentType))?.content.toString('utf8')

/** mailparser makes text of HTML only where HTML is the whole mail: what stands in a part is parsed as one. */
async function textOf(mail: ParsedMail): Promise<string> {
  if (mail.text !== undefined || !mail.html) return mail.text ?? ''
  const whole = await simpleParser(`Content-Type: text/html; charset=utf-8\r\n\r\n${mail.html}`, options)
  return whole.text ?? ''
}

/** A mail as it came over the wire -> what the product needs to know of it. Nothing in it is believed. */
export async function readMail(bytes: Buffer, deliveredTo?: string): Promise<Incoming> {
  const mail = await simpleParser(bytes, options)
  const list = mail.headers.has('list') ? { 'list-id': written(mail.headers.get('list')) } : {}
  return {
    // Without an id of its own, the same bytes are the same mail.
    messageId: (mail.messageId ?? createHash('sha256').update(bytes).digest('hex')).slice(0, 1000),
    from: addressesIn(mail.from)[0] ?? '',
    to: [...(deliveredTo ? [deliveredTo] : []), ...addressesIn(mail.to), ...addressesIn(mail.cc), ...noted(mail)].slice(
      0,
      200,
    ),
    subject: (mail.subject ?? '').slice(0, 2000),
    text: await textOf(mail),
    attachments: mail.attachments.filter(({ contentType, related }) => !related && !reportTypes.has(contentType))
      .length,
    deliveryStatus: partOf(mail, 'message/delivery-status') ?? null,
    returned: partOf(mail, 'message/rfc822', 'text/rfc822-headers') ?? '',
    heads: { ...headsOf(mail), ...list },
  }
}
