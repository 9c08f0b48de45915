import type { Day } from '../../../kernel/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { inLanguage, type Localised } from '../../../kernel/localised.ts'
import type { MailPart } from '../../../web/mail-layout.ts'
import type { Rhythm } from '../../../web/notice-kind.ts'

export type Told = { readonly kind: string; readonly title: Localised; readonly text: Localised; readonly href: string }

const isMonday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1
/**
 * What leaves in the digest of a day: the daily ones, on Mondays also the weekly ones. What should have come at once but did
 * not (chosen since it was told) comes with the next digest.
 */
export const rhythmsOn = (day: Day): readonly Rhythm[] =>
  isMonday(day) ? ['at-once', 'daily', 'weekly'] : ['at-once', 'daily']
/** Whoever chooses a digest today is not sent the news of last month. */
export const longestWait = 8 * 24 * 60 * 60_000

const most = 280
/** The beginning of a text, on one line. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line
}

/** Notices under the label of their kind, kinds in the order in which they are first told. `open` makes whole addresses. */
export function digestParts(
  notices: readonly Told[],
  labels: Readonly<Record<string, Localised>>,
  language: Language,
  open: { readonly label: string; readonly link: (path: string) => string },
): MailPart[] {
  const kinds = [...new Set(notices.map(({ kind }) => kind))]
  return kinds.map((kind) => ({
    heading: inLanguage(labels[kind] ?? { fr: kind }, language),
    items: notices
      .filter((one) => one.kind === kind)
      .map(({ title, text, href }) => ({
        title: inLanguage(title, language),
        detail: excerpt(inLanguage(text, language)),
        links: [{ label: open.label, href: open.link(href) }],
      })),
  }))
}
