import type { Mail } from '../db/outbox.ts'
import type { Language } from '../kernel/language.ts'

export type MailItem = {
  readonly title: string
  readonly detail: string
  /** The first is what it asks for, the others are ways around it. */
  readonly links: readonly { readonly label: string; readonly href: string }[]
}
/** What a mail says, in the reader's language. One button at most: a mail asks for one thing. */
export type Message = {
  readonly subject: string
  /** « Bonjour Ada, » */
  readonly greeting: string
  readonly paragraphs: readonly string[]
  /** `href` is a whole address. */
  readonly button?: { readonly label: string; readonly href: string } | undefined
  /** A list, each entry with its own links: what a digest names. */
  readonly items?: readonly MailItem[] | undefined
  /** Facts, each on a line of its own: a device, a date. */
  readonly facts?: readonly (readonly [label: string, value: string])[] | undefined
  /** Several such lists, each under a heading. */
  readonly parts?: readonly MailPart[] | undefined
  /** Small, below: until when the link works, what to do when one did not ask for it. */
  readonly small?: readonly string[] | undefined
}
export type MailPart = { readonly heading: string; readonly items: readonly MailItem[] }
/** Who sends it: the product's name until a cluster has set its own. */
export type Sender = { readonly name: string; readonly origin: string }

const words = {
  fr: {
    bare: 'Si le bouton ne s’ouvre pas, copiez cette adresse dans votre navigateur :',
    automatic: 'Message automatique.',
  },
  en: { bare: 'If the button does not open, copy this address into your browser:', automatic: 'Automatic message.' },
} as const

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** An address of the product in the reader's language, whole: what mails link to. */
export const mailLink = (origin: string, language: Language, path: string) =>
  `${origin}${language === 'fr' ? '' : `/${language}`}${path}`

const plainItem = ({ title, detail, links }: MailItem, language: Language) => {
  const colon = language === 'fr' ? '\u00a0' : ''
  const led = links.map(({ label, href }) => `  ${label}${colon}: ${href}`)
  return [`* ${title}`, ...(detail ? [`  ${detail}`] : []), ...led].join('\n')
}

function plainText(
  { greeting, paragraphs, items = [], parts = [], button, facts = [], small = [] }: Message,
  language: Language,
  sender: Sender,
) {
  return [
    greeting,
    ...paragraphs,
    ...items.map((item) => plainItem(item, language)),
    ...parts.flatMap(({ heading, items: listed }) => [
      `${heading}\n${'='.repeat(heading.length)}`,
      ...listed.map((item) => plainItem(item, language)),
    ]),
    ...(facts.length
      ? [facts.map(([label, value]) => `${label}${language === 'fr' ? '\u00a0' : ''}: ${value}`).join('\n')]
      : []),
    ...(button ? [`${button.label}${language === 'fr' ? '\u00a0' : ''}:\n${button.href}`] : []),
    ...small,
    `-- \n${sender.name}\n${sender.origin}`,
  ].join('\n\n')
}

// Mail programs know neither style sheets nor variables: the identity's colours stand in every element.
const ink = '#1c1b22'
const quiet = '#57545f'
const primary = '#3b2f8f'
const amber = '#f2a71b'
const font = 'Inter,Segoe UI,Helvetica,Arial,sans-serif'
const line = (text: string, style: string) => `<p style="margin:0 0 16px;${style}">${text}</p>`

const itemRow = ({ title, detail, links }: MailItem) => {
  const [first, ...others] = links.map(
    ({ label, href }, place) =>
      `<a href="${escaped(href)}" style="color:${place === 0 ? primary : quiet};${place === 0 ? 'font-weight:600;' : ''}white-space:nowrap">${escaped(label)}</a>`,
  )
  const words = `<b style="font-size:16px;line-height:1.4;color:${ink}">${escaped(title)}</b><br><span style="font-size:14px;line-height:1.6;color:${quiet}">${escaped(detail)}</span>`
  return `<div style="margin:0 0 12px;padding:12px 0 0;border-top:1px solid #ded9cd">${words}<br><span style="font-size:15px;line-height:1.8">${[first, ...others].join(' &nbsp;·&nbsp; ')}</span></div>`
}

const partRows = ({ heading, items }: MailPart) =>
  `<h2 style="margin:24px 0 8px;font-size:18px;line-height:1.3;color:${ink}">${escaped(heading)}</h2>${items.map(itemRow).join('\n')}`

function html(
  { subject, greeting, paragraphs, items = [], parts = [], button, facts = [], small = [] }: Message,
  language: Language,
  sender: Sender,
) {
  const said = [greeting, ...paragraphs].map((text) =>
    line(escaped(text), `font-size:16px;line-height:1.55;color:${ink}`),
  )
  const list = facts.map(
    ([label, value]) =>
      `<tr><td style="padding:4px 16px 4px 0;color:${quiet};font-size:15px">${escaped(label)}</td><td style="padding:4px 0;font-size:15px;color:${ink}"><b>${escaped(value)}</b></td></tr>`,
  )
  const press = button
    ? `<p style="margin:24px 0"><a href="${escaped(button.href)}" style="display:inline-block;padding:13px 22px;border-radius:8px;background:${primary};color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${escaped(button.label)}</a></p>${line(`${escaped(words[language].bare)}<br><a href="${escaped(button.href)}" style="color:${primary};word-break:break-all">${escaped(button.href)}</a>`, `font-size:13px;line-height:1.5;color:${quiet}`)}`
    : ''
  const notes = small.map((text) => line(escaped(text), `font-size:14px;line-height:1.5;color:${quiet}`))
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:0;background:#f1eee7;font-family:${font}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f1eee7"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#fbfaf7;border-top:4px solid ${amber};border-radius:8px">
<tr><td style="padding:24px 32px 0"><a href="${escaped(sender.origin)}" style="font-size:20px;font-weight:700;color:${primary};text-decoration:none">${escaped(sender.name)}</a></td></tr>
<tr><td style="padding:24px 32px 12px">
${said.join('\n')}
${items.map(itemRow).join('\n')}
${parts.map(partRows).join('\n')}
${list.length ? `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px">${list.join('')}</table>` : ''}
${press}
${notes.join('\n')}
</td></tr></table>
<p style="margin:16px 0 0;font-size:12px;color:${quiet}">${escaped(sender.name)} · ${escaped(words[language].automatic)}</p>
</td></tr></table></body></html>`
}

/** The three forms of a mail: subject, plain text, and HTML in the product's identity. */
export const layOut = (
  message: Message,
  language: Language,
  sender: Sender,
): Pick<Mail, 'subject' | 'text' | 'html' | 'language'> => ({
  language,
  subject: message.subject,
  text: plainText(message, language, sender),
  html: html(message, language, sender),
})
