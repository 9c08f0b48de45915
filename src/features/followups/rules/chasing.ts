import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import type { Rhythm } from '../../../web/notice-kind.ts'
import type { FollowUpState } from '../schema.ts'
import { addWorkingDays, isFirstWorkingDayOfWeek, isWorkingDay, workingDayFrom } from './working-days.ts'

const dayLength = 86_400_000

export type Owed = {
  readonly state: FollowUpState
  readonly dueOn: Day
  readonly escalatesOn: Day
  readonly snoozedUntil: Day | null
  readonly notifiedAt: Date | null
  readonly chasedAt: Date | null
}
type Dated = Pick<Owed, 'state' | 'dueOn'>

/** Whole days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / dayLength)

export const isOpen = ({ state }: Pick<Owed, 'state'>): boolean => state === 'open'
/** The due day itself is still in time. */
export const isOverdue = (one: Dated, today: Day): boolean => isOpen(one) && one.dueOn < today
export const daysOverdue = (one: Dated, today: Day): number =>
  isOverdue(one, today) ? daysBetween(one.dueOn, today) : 0
export const isSnoozed = (one: Pick<Owed, 'state' | 'snoozedUntil'>, today: Day): boolean =>
  isOpen(one) && one.snoozedUntil !== null && one.snoozedUntil > today

/** The day on which the team picks up the telephone. */
export const escalationDay = (dueOn: Day, after: number): Day => addDays(dueOn, after)
/** Snoozing keeps nobody from being called: the other side still waits. */
export const isEscalated = (one: Pick<Owed, 'state' | 'escalatesOn'>, today: Day): boolean =>
  isOpen(one) && one.escalatesOn <= today

/** Working days before the due day on which a digest first names it, and those between two reminders. */
export const lead = 2
export const pause = 2
/** The first moment a whole day after another. */
const dayAfter = (moment: Date): Date => new Date(moment.getTime() + dayLength)
const latest = (days: readonly Day[]): Day => days.reduce((one, other) => (one > other ? one : other))

/** The day from which a reminder is due again: a working day, never before a snooze ends, never at once after a notification. */
export function nextChaseOn({ dueOn, snoozedUntil, notifiedAt, chasedAt }: Omit<Owed, 'state' | 'escalatesOn'>): Day {
  return workingDayFrom(
    latest([
      addWorkingDays(dueOn, -lead),
      ...(snoozedUntil ? [snoozedUntil] : []),
      ...(notifiedAt ? [dayOf(dayAfter(notifiedAt))] : []),
      ...(chasedAt ? [addWorkingDays(dayOf(chasedAt), pause)] : []),
    ]),
  )
}

/** Nobody is chased within a day of a notification. */
export const isFresh = ({ notifiedAt }: Pick<Owed, 'notifiedAt'>, now: Date): boolean =>
  notifiedAt !== null && now < dayAfter(notifiedAt)
/** Whether a digest may name it today, if there is one. */
export const isNamable = (one: Owed, now: Date): boolean =>
  isOpen(one) && !isSnoozed(one, dayOf(now)) && !isFresh(one, now)
/** Whether it is a reason to send a digest today. */
export const calls = (one: Owed, now: Date): boolean => isNamable(one, now) && nextChaseOn(one) <= dayOf(now)

/** Whether digests of this rhythm leave on that day: whoever wants to be told at once is told each working day. */
export const isDigestDay = (rhythm: Rhythm, day: Day): boolean =>
  rhythm === 'weekly' ? isFirstWorkingDayOfWeek(day) : rhythm !== 'never' && isWorkingDay(day)

/**
 * What a digest names, most overdue first; nothing when none of it is a reason to write. `lastAt`: when this person's last
 * digest left; two never leave on one day.
 */
export function digestOf<One extends Owed>(
  owed: readonly One[],
  { rhythm, now, lastAt }: { readonly rhythm: Rhythm; readonly now: Date; readonly lastAt: Date | null },
): readonly One[] {
  const today = dayOf(now)
  if (!isDigestDay(rhythm, today) || (lastAt && dayOf(lastAt) >= today)) return []
  if (!owed.some((one) => calls(one, now))) return []
  return owed
    .filter((one) => isNamable(one, now))
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
}

/** Working days within which a deed counts as the digest's doing. */
export const creditDays = 2
/** Whether it was settled because a digest had named it: within two working days of it. */
export const isThanksToDigest = (chasedAt: Date | null, settledAt: Date): boolean =>
  chasedAt !== null && chasedAt <= settledAt && dayOf(settledAt) <= addWorkingDays(dayOf(chasedAt), creditDays)
