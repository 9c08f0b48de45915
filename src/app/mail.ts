import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { MailRefused, type Sent } from '../db/outbox.ts'
import { isDeadStatus, statusIn } from '../features/messages/rules/bounces.ts'
import { markerFor } from '../features/messages/rules/quotes.ts'
import { bounceKey } from '../features/messages/rules/tokens.ts'
import type { Language } from '../kernel/language.ts'

type Options = {
  readonly smtp: string | undefined
  readonly folder: string
  readonly from: string
  /** Where answers and mails that come back go; null when nothing reads them. */
  readonly inbox?: string | null
  /** Of the site: what the heads of mails link to. */
  readonly origin?: string
}

const addressIn = (from: string) => /<([^>]+)>/.exec(from)?.[1] ?? from.trim()
/** 'courrier@pole.example' and 'r12ab' -> 'courrier+r12ab@pole.example' (subaddressing, RFC 5233). */
const withKey = (inbox: string, key: string) => inbox.replace('@', `+${key}@`)

/** The line above which an answer is written: it stands where mail programs begin to quote. */
const marked = (text: string, language: Language) => `${markerFor(language)}\n\n${text}`
const markedHtml = (html: string, language: Language) =>
  html.replace(
    /(<body[^>]*>)/,
    `$1<p style="margin:0;padding:8px 12px;text-align:center;font-size:12px;color:#57545f">${markerFor(language)}</p>`,
  )

/** What the mail says to other machines: where it goes back to, where answers go, how its kind is ended (RFC 8058, 3834). */
function forMachines(mail: Sent, { from, inbox, origin = '' }: Options): SendMailOptions {
  const { id, to, replyKey, unsubscribe, answers } = mail
  // An answer that comes from nobody can itself be answered by no machine.
  const sender = answers ? '' : inbox ? withKey(inbox, bounceKey(id)) : addressIn(from)
  return {
    envelope: { from: sender, to },
    ...(replyKey && inbox && { replyTo: withKey(inbox, replyKey) }),
    ...(answers && { inReplyTo: answers, references: answers }),
    headers: {
      'content-language': mail.language,
      'auto-submitted': answers ? 'auto-replied' : 'auto-generated',
      ...(unsubscribe && {
        'list-unsubscribe': `<${origin}${unsubscribe}>`,
        'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
}

/** What the recipient's side refused for good; anything else (network, our own sign-in, 4xx) is worth another attempt. */
function refusalIn(error: unknown): MailRefused | null {
  const {
    responseCode = 0,
    command = '',
    response = '',
  } = error as Partial<Record<'command' | 'response', string> & { responseCode: number }>
  if (responseCode < 500 || !['RCPT TO', 'DATA'].includes(command)) return null
  return new MailRefused(response || String(error), command === 'RCPT TO' && isDeadStatus(statusIn(response)))
}

/** By SMTP when there is an address for it; else one .eml file for each mail in `folder`, named after the mail's id. */
export function mailer(options: Options) {
  const { smtp, folder, from, inbox } = options
  const transport = smtp ? createTransport(smtp) : createTransport({ streamTransport: true, buffer: true })
  if (!smtp) mkdirSync(folder, { recursive: true })
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return async (mail: Sent): Promise<void> => {
    const { id, to, subject, text, html, language } = mail
    const isAnswerable = Boolean(mail.replyKey && inbox)
    const sending = transport.sendMail({
      from,
      to,
      subject,
      text: isAnswerable ? marked(text, language) : text,
      ...(html && { html: isAnswerable ? markedHtml(html, language) : html }),
      // The same id at every attempt: a mail that a crash made leave twice is recognised as one.
      messageId: `<${id}@${domain}>`,
      ...forMachines(mail, options),
    })
    const sent = await sending.catch((error: unknown) => {
      throw refusalIn(error) ?? error
    })
    if ('message' in sent) writeFileSync(join(folder, `${id}.eml`), sent.message as Buffer)
  }
}
