import { CannotStart } from '../../db/cannot-start.ts'
import { type Command, Misused } from '../command.ts'

const most = 40 * 1024 * 1024
async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    if (size > most) throw new CannotStart('The mail is larger than 40 MB: it was not read.')
    pieces.push(piece)
  }
  if (size === 0) throw new CannotStart('There was no mail to read: pipe one in, for example < message.eml.')
  return Buffer.concat(pieces)
}

export const mailCommand: Command = {
  name: 'mail',
  summary: 'Takes in a mail that arrived: an answer into a conversation, or one that came back.',
  usage: 'receive < message.eml',
  takes: [1, 1],
  notes: () => [
    'The mail server pipes each mail for MAIL_INBOX into it. It ends with 0 whatever the mail says: who wrote something that',
    'cannot be passed on is told by mail.',
  ],
  options: {
    to: {
      type: 'string',
      value: 'ADDRESS',
      help: 'Whom it was for, when the mail server knows better than its heads.',
    },
  },
  run: async ({ positionals: [what = ''], values }, { open, out }) => {
    if (what !== 'receive') throw new Misused(`mail does receive, not "${what}".`)
    const bytes = await bytesOf(process.stdin)
    const { readMail } = await import('../incoming-mail.ts')
    const { receiveMail } = await import('../../features/messages/actions/incoming.ts')
    const mail = await readMail(bytes, typeof values.to === 'string' ? values.to : undefined)
    const { outcome } = await receiveMail((await open()).context(), mail)
    out(outcome)
    return 0
  },
}
