/** A year of silence, then a reminder; a month later nobody sees the profile; three months after that it is gone. */
export const months = { silence: 12, notice: 1, sleep: 3 } as const

export type Consent = {
  readonly state: 'awake' | 'asleep'
  /** The last sign of life. */
  readonly consentedAt: Date
  readonly remindedAt: Date | null
  readonly asleepAt: Date | null
}
export type Due = 'nothing' | 'remind' | 'sleep' | 'erase'

/** The same day that many months later; the last of the month where there is no such day (31 January -> 28 February). */
export function addMonths(moment: Date, count: number): Date {
  const later = new Date(moment)
  later.setUTCDate(1)
  later.setUTCMonth(later.getUTCMonth() + count)
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate()
  later.setUTCDate(Math.min(moment.getUTCDate(), last))
  return later
}

/** When the next step is due, and which. Counted from what was really done: a reminder that went late gives its whole month. */
export function nextStep({ state, consentedAt, remindedAt, asleepAt }: Consent): {
  readonly what: Due
  readonly at: Date
} {
  if (state === 'asleep') return { what: 'erase', at: addMonths(asleepAt ?? consentedAt, months.sleep) }
  if (remindedAt) return { what: 'sleep', at: addMonths(remindedAt, months.notice) }
  return { what: 'remind', at: addMonths(consentedAt, months.silence) }
}
export const dueAt = (consent: Consent, now: Date): Due => {
  const { what, at } = nextStep(consent)
  return at <= now ? what : 'nothing'
}
