import type { Mail } from '../../../db/outbox.ts'
import type { Language } from '../../../kernel/language.ts'
import { layOut, mailLink } from '../../../web/mail-layout.ts'
import { type Incoming, plainSubject } from '../rules/incoming.ts'
import { longestMessage } from '../schema.ts'
import { mailsText } from '../text/mails.ts'
import { type Person, site } from './notify.ts'

/** Why a mail could not be passed on. */
export type Reason = 'unknown' | 'wrongSender' | 'closed' | 'closedByTeam' | 'left' | 'alone' | 'empty' | 'long'
type Known = { readonly person: Person; readonly part: { readonly conversationId: string } }

/** What somebody is told whose mail could not be passed on. A stranger is told nothing about whose conversation it is. */
export function answerMail(origin: string, mail: Incoming, reason: Reason, known: Known | null): Mail {
  const language: Language = known?.person.language ?? 'fr'
  const t = mailsText(language)
  const link = (path: string) => mailLink(origin, language, path)
  const subject = plainSubject(mail.subject)
  const message = {
    subject: t('subject', { subject: subject || t('noSubject') }),
    greeting: t('hello'),
    paragraphs: [
      reason === 'long' ? t('long', { most: longestMessage }) : t(reason),
      ...(reason === 'wrongSender' ? [t('wrongSenderHow')] : []),
    ],
    button: known
      ? { label: t('toConversation'), href: link(`/messages/${known.part.conversationId}`) }
      : { label: t('toSite'), href: link('/messages') },
    small: [t('automatic')],
  }
  const laid = layOut(message, language, { name: site, origin })
  return { ...laid, to: mail.from, accountId: known?.person.id, answers: mail.messageId }
}
