import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Sent } from '../db/outbox.ts'

type Options = { readonly smtp: string | undefined; readonly folder: string; readonly from: string }

/** By SMTP when there is an address for it; else one .eml file for each mail in `folder`, named after the mail's id. */
export function mailer({ smtp, folder, from }: Options) {
  const transport = smtp ? createTransport(smtp) : createTransport({ streamTransport: true, buffer: true })
  if (!smtp) mkdirSync(folder, { recursive: true })
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost'
  return async ({ id, to, subject, text, html, language }: Sent): Promise<void> => {
    const sent = await transport.sendMail({
      from,
      to,
      subject,
      text,
      ...(html && { html }),
      // The same id at every attempt: a mail that a crash made leave twice is recognised as one.
      messageId: `<${id}@${domain}>`,
      headers: { 'content-language': language, 'auto-submitted': 'auto-generated' },
    })
    if ('message' in sent) writeFileSync(join(folder, `${id}.eml`), sent.message as Buffer)
  }
}
