import type { Language } from '../../../kernel/language.ts'
import { mailsText } from '../text/mails.ts'

/** The line above which an answer is written. Its dashes are how it is known again, in whatever mail program. */
export const markerFor = (language: Language) => `——— ${mailsText(language)('above')} ———`
const marker = /^[>\s]*———.*———/

/** « Le 3 mars 2027 à 14:32, Ada a écrit : », “On 3 March 2027 Ada wrote:”, and those of neighbours. */
const attribution =
  /^\s*(le|on|am|el|il|op)\b.{3,200}\b(a écrit|wrote|schrieb|escribió|ha scritto|schreef)\b.{0,80}:\s*$/i
/** Outlook's lines above the mail that it quotes. */
const rules = [
  /^\s*-{2,}\s*(original message|message d.origine|message original|forwarded message|message transféré)\s*-{2,}/i,
  /^\s*_{20,}\s*$/,
]
const isQuoted = (line: string) => /^\s*>/.test(line)
/** The signature's mark (RFC 3676), and what telephones write. */
const signature = [/^-- ?$/, /^(envoyé (de|depuis) mon|sent from my|get outlook for|télécharger outlook)\b/i]

/** A head of Outlook: « De : … » counts only when « Envoyé : » or « Objet : » follows. */
const isHead = (lines: readonly string[], at: number) =>
  /^\s*\*?(from|de)\s*:/i.test(lines[at] ?? '') &&
  lines.slice(at + 1, at + 5).some((line) => /^\s*\*?(sent|envoyé|date|to|à|subject|objet)\s*:/i.test(line))

/** Where a mail program begins to quote. An attribution may be broken in two lines. */
function begins(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  const isAttribution =
    attribution.test(line) || (/^\s*(le|on)\b/i.test(line) && attribution.test(`${line} ${lines[at + 1] ?? ''}`))
  return isAttribution || marker.test(line) || rules.some((rule) => rule.test(line)) || isHead(lines, at)
}

/**
 * What somebody wrote in answer to a mail: without what is quoted below it and without a signature. Lines quoted between
 * the answers to them stay: they are the writer's own choice.
 */
export function answerIn(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ').split('\n')
  const cut = lines.findIndex((line, at) => begins(lines, at) || signature.some((one) => one.test(line.trimEnd())))
  const kept = cut === -1 ? lines : lines.slice(0, cut)
  // A program that quotes below without a word leaves only '>' lines at the end.
  const lastOwn = kept.findLastIndex((line) => line.trim() !== '' && !isQuoted(line))
  return kept
    .slice(0, lastOwn + 1)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
