import type { Mail } from '../../../db/outbox.ts'
import type { Language } from '../../../kernel/language.ts'
import { layOut, type Message, mailLink } from '../../../web/mail-layout.ts'
import { linkLength } from '../rules/standing.ts'
import { mailText } from '../text/mails.ts'

/** Until a cluster has set its own name. */
const site = 'Passerelle'
type Reader = {
  readonly id?: string | undefined
  readonly name: string
  readonly email: string
  readonly language: Language
}
type Words = ReturnType<typeof mailText>
type Written = Omit<Message, 'greeting'> & { readonly confidential?: boolean }

/** A mail of an account: laid out in its reader's language, bound to the account so that it is erased with it. */
function mail(origin: string, to: Reader, write: (t: Words, link: (path: string) => string) => Written): Mail {
  const t = mailText(to.language)
  const { confidential, ...message } = write(t, (path) => mailLink(origin, to.language, path))
  const greeting = to.name ? t('hello', { name: to.name }) : t('helloNobody')
  const laid = layOut({ greeting, ...message }, to.language, { name: site, origin })
  return { to: to.email, accountId: to.id, confidential, ...laid }
}
const withNext = (next: string | undefined) => (next ? `&next=${encodeURIComponent(next)}` : '')

export const confirmMail = (origin: string, to: Reader, token: string) =>
  mail(origin, to, (t, link) => ({
    subject: t('confirm'),
    paragraphs: [t('confirmBody', { site })],
    button: { label: t('confirmButton'), href: link(`/confirm?token=${token}`) },
    small: [t('worksDay'), t('notYou')],
    confidential: true,
  }))

/** To the address that somebody wants instead of theirs. */
export const newAddressMail = (origin: string, to: Reader, token: string) =>
  mail(origin, to, (t, link) => ({
    subject: t('newAddress'),
    paragraphs: [t('newAddressBody', { site })],
    button: { label: t('newAddressButton'), href: link(`/new-address?token=${token}`) },
    small: [t('worksDay'), t('notYou')],
    confidential: true,
  }))

/** To the address that is no longer the account's: somebody else may have moved it. */
export const movedMail = (origin: string, to: Reader, email: string) =>
  mail(origin, to, (t) => ({
    subject: t('moved'),
    paragraphs: [t('movedBody', { site, email })],
    small: [t('movedNotYou')],
  }))

export const magicLinkMail = (origin: string, to: Reader, token: string, next?: string) =>
  mail(origin, to, (t, link) => ({
    subject: t('magicLink'),
    paragraphs: [t('magicLinkBody', { site })],
    button: { label: t('magicLinkButton'), href: link(`/sign-in/link?token=${token}${withNext(next)}`) },
    small: [t('works', { count: linkLength.magicLink }), t('notYou')],
    confidential: true,
  }))

export const resetMail = (origin: string, to: Reader, token: string) =>
  mail(origin, to, (t, link) => ({
    subject: t('reset'),
    paragraphs: [t('resetBody', { site })],
    button: { label: t('resetButton'), href: link(`/reset?token=${token}`) },
    small: [t('works', { count: linkLength.reset }), t('notYou')],
    confidential: true,
  }))

/** To an address without an account: whoever asks learns nothing on the page, only the mailbox's owner does. */
export const unknownMail = (origin: string, email: string, language: Language) =>
  mail(origin, { name: '', email, language }, (t, link) => ({
    subject: t('unknown'),
    paragraphs: [t('unknownBody', { site })],
    button: { label: t('unknownButton'), href: link('/sign-up') },
    small: [t('notYou')],
  }))

export const takenMail = (origin: string, to: Reader) =>
  mail(origin, to, (t, link) => ({
    subject: t('taken'),
    paragraphs: [t('takenBody', { site })],
    button: { label: t('takenButton'), href: link('/sign-in') },
    small: [t('takenNotYou')],
  }))

type Invited = { readonly inviter: string; readonly role: string; readonly until: string; readonly token: string }
export const invitationMail = (origin: string, to: Reader, { inviter, role, until, token }: Invited) =>
  mail(origin, to, (t, link) => ({
    subject: inviter ? t('invited', { inviter, site }) : t('invitedTeam', { site }),
    paragraphs: [t('invitedBody', { site, role })],
    button: { label: t('invitedButton'), href: link(`/invitation?token=${token}`) },
    small: [t('worksUntil', { day: until }), t('notYou')],
    confidential: true,
  }))

export const newDeviceMail = (origin: string, to: Reader, { device, when }: { device: string | null; when: string }) =>
  mail(origin, to, (t, link) => ({
    subject: t('newDevice'),
    paragraphs: [t('newDeviceBody', { site })],
    facts: [
      [t('device'), device ?? t('deviceUnknown')],
      [t('when'), when],
    ],
    button: { label: t('newDeviceButton'), href: link('/account/security') },
    small: [t('newDeviceNotYou')],
  }))

/** What changed about how the account is opened: told to its owner, who may not be the one who did it. */
export type SecurityChange = 'twoFactorOn' | 'twoFactorOff' | 'backupCodes' | 'passkeyAdded' | 'password'
export const securityMail = (origin: string, to: Reader, what: SecurityChange) =>
  mail(origin, to, (t, link) => ({
    subject: t(what),
    paragraphs: [t(`${what}Body`, { site })],
    button: { label: t('securityButton'), href: link('/account/security') },
    small: [t('securityNotYou')],
  }))

/** Not bound to the account: it must outlive it by one delivery. */
export const deletedMail = (origin: string, to: Omit<Reader, 'id'>) =>
  mail(origin, to, (t) => ({
    subject: t('deleted'),
    paragraphs: [t('deletedBody', { site })],
    small: [t('deletedNotYou')],
  }))
