import type { Day } from '../../../kernel/days.ts'
import { type ConsentKind, type ConsentText, consentKinds, consentTexts } from '../text/consents.ts'

export const isConsentKind = (value: string): value is ConsentKind =>
  (consentKinds as readonly string[]).includes(value)

/** The wording that holds on a day: the latest that began before its end. Before the first wording, the first. */
export function textOn(kind: ConsentKind, today: Day, texts: readonly ConsentText[] = consentTexts): ConsentText {
  const own = texts.filter((text) => text.kind === kind).sort((one, other) => one.since.localeCompare(other.since))
  const found = own.findLast((text) => text.since <= today) ?? own[0]
  if (!found) throw new RangeError(`no text for the consent ${kind}`)
  return found
}
export const currentVersion = (kind: ConsentKind, today: Day): Day => textOn(kind, today).since

type Given = { readonly kind: string; readonly version: Day; readonly givenAt: Date; readonly withdrawnAt: Date | null }
export type ConsentState = { readonly text: ConsentText; readonly given: Given | null; readonly isOutdated: boolean }

/** For each kind the wording of today, and the consent in force; given to an older wording it is to be asked again. */
export const consentStates = (given: readonly Given[], today: Day): readonly ConsentState[] =>
  consentKinds.map((kind) => {
    const text = textOn(kind, today)
    const standing =
      given
        .filter((one) => one.kind === kind && one.withdrawnAt === null)
        .sort((one, other) => other.version.localeCompare(one.version))[0] ?? null
    return { text, given: standing, isOutdated: standing !== null && standing.version < text.since }
  })
