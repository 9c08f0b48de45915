import { createTransport } from 'nodemailer'
import type { Mail } from './mails.tsx'

/** A mail as a file that mail programs open. */
export async function emlOf({ id, recipient, subject, text, html, createdAt }: Mail, origin: string): Promise<Buffer> {
  const { hostname } = new URL(origin)
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({
    from: { name: 'Passerelle', address: `no-reply@${hostname}` },
    to: recipient,
    date: createdAt,
    subject,
    text,
    ...(html && { html }),
    messageId: `<${id}@${hostname}>`,
  })
  return message as Buffer
}
