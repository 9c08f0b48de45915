import { addDays, type Day } from '../../../kernel/days.ts'
import { machine } from '../../../kernel/machine.ts'
import type { CallOutcome, FollowUpState } from '../schema.ts'
import { isSnoozed, type Owed } from './chasing.ts'
import { addWorkingDays } from './working-days.ts'

/** What is closed stays closed: when it is owed again, a new one opens. */
export const states = machine<FollowUpState>({
  open: ['settled', 'elsewhere', 'cancelled'],
  settled: [],
  elsewhere: [],
  cancelled: [],
})

/** What people are told: an open one may be snoozed, or have been handed over. */
export const standings = ['open', 'snoozed', 'handed-over', 'settled', 'elsewhere', 'cancelled'] as const
export type Standing = (typeof standings)[number]
export function standingOf(
  one: Pick<Owed, 'state' | 'snoozedUntil'> & { readonly bearerId: string | null },
  today: Day,
): Standing {
  if (one.state !== 'open') return one.state
  if (isSnoozed(one, today)) return 'snoozed'
  return one.bearerId ? 'handed-over' : 'open'
}

export const longestSnooze = 60
/** Until when it sleeps: the date, or so many days from today. */
export const snoozeDay = (
  asked: { readonly days: number | null; readonly until: Day | null },
  today: Day,
): Day | null => asked.until ?? (asked.days === null ? null : addDays(today, asked.days))
/** Why it cannot sleep until then: the key of a sentence, or null. */
export const snoozeProblem = (until: Day | null, today: Day): 'whenNeeded' | 'past' | 'far' | null => {
  if (until === null) return 'whenNeeded'
  if (until <= today) return 'past'
  return until > addDays(today, longestSnooze) ? 'far' : null
}

const restAfter: Readonly<Record<CallOutcome, number>> = {
  promised: 3,
  'no-answer': 1,
  message: 2,
  'wrong-number': 0,
  disputed: 5,
}
/** When to call again unless somebody says another day: working days after the call. */
export const callAgainDay = (outcome: CallOutcome, today: Day): Day => addWorkingDays(today, restAfter[outcome])
/** Whether the telephone is due: escalated, and no call has put it off. */
export const isToCall = (one: Pick<Owed, 'state' | 'escalatesOn'> & { readonly callAgainOn: Day | null }, today: Day) =>
  one.state === 'open' && one.escalatesOn <= today && (one.callAgainOn === null || one.callAgainOn <= today)
