import { eq } from 'drizzle-orm'
import { action } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { type Day, dayOf } from '../../../kernel/days.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { notify } from '../../messages/actions/notify.ts'
import * as policy from '../policy.ts'
import { candidates } from '../queries/names.ts'
import { isOpen, isSnoozed } from '../rules/chasing.ts'
import { callAgainDay, snoozeDay, snoozeProblem } from '../rules/standing.ts'
import {
  callInput,
  cancelInput,
  elsewhereInput,
  followUpNotices,
  handOverInput,
  oneInput,
  snoozeInput,
} from '../schema.ts'
import { followUp, followUpEvent } from '../tables.ts'
import { noticeText } from '../text/notices.ts'
import { refusals } from '../text/refusals.ts'
import { close } from './owe.ts'

type Row = typeof followUp.$inferSelect
type Event = Omit<typeof followUpEvent.$inferInsert, 'followUpId' | 'at' | 'byId'>

/** Locked: two people who act at the same moment act one after the other, and the second learns that it is closed. */
const lockOne = (tx: Tx, actor: Actor, { id }: { readonly id: string }) =>
  tx.lock(policy.visibleTo(actor), eq(followUp.id, id))
function demandOpen(row: Row, language: Language): void {
  if (!isOpen(row)) throw new Refused(refusals(language)('closed'))
}
const happened = (tx: Tx, row: { readonly id: string }, by: Actor, at: Date, event: Event) =>
  tx.insertAll(followUpEvent, [{ followUpId: row.id, at, byId: by.id, ...event }])

/** Until when; or the sentence that says why not, at the field it is about. */
export function demandSnooze(
  asked: { readonly days: number | null; readonly until: Day | null },
  today: Day,
  language: Language,
): Day {
  const until = snoozeDay(asked, today)
  const problem = snoozeProblem(until, today)
  if (problem || until === null) throw new Invalid({ until: refusals(language)(problem ?? 'whenNeeded') })
  return until
}

/** Puts it off: no digest names it before that day. Its due day stays, and so does the other side's wait. */
export const snooze = action({
  name: 'followups.snooze',
  about: followUp,
  input: snoozeInput,
  load: lockOne,
  allow: policy.snooze,
  run: async ({ tx, actor, subject, input, now, language }) => {
    demandOpen(subject, language)
    const until = demandSnooze(input, dayOf(now), language)
    await happened(tx, subject, actor, now, { kind: 'snoozed', untilOn: until })
    return tx.update(followUp, subject, { snoozedUntil: until })
  },
})

/** Takes it up again before the day until which it was put off. */
export const wake = action({
  name: 'followups.wake',
  about: followUp,
  input: oneInput,
  load: lockOne,
  allow: policy.snooze,
  run: async ({ tx, actor, subject, now, language }) => {
    demandOpen(subject, language)
    if (!isSnoozed(subject, dayOf(now))) throw new Refused(refusals(language)('notSnoozed'))
    await happened(tx, subject, actor, now, { kind: 'woken' })
    return tx.update(followUp, subject, { snoozedUntil: null })
  },
})

const handedOverTitle = (who: string) => ({
  fr: noticeText('fr')('handedOverTitle', { who }),
  en: noticeText('en')('handedOverTitle', { who }),
})
/** What it is, and the word that goes with it. */
const wordsFor = ({ title }: Row, note: string) => {
  const words = (language: Language) => [inLanguage(title, language), note].filter(Boolean).join('\n\n')
  return { fr: words('fr'), en: words('en') }
}

/** From now on it waits for one other person: of the same organisation, or of the team. */
export const handOver = action({
  name: 'followups.hand-over',
  about: followUp,
  input: handOverInput,
  load: lockOne,
  allow: policy.handOver,
  run: async ({ tx, actor, subject, input: { to, note }, now, language }) => {
    const t = refusals(language)
    demandOpen(subject, language)
    if (to === (subject.bearerId ?? subject.debtorPersonId)) throw new Invalid({ to: t('same') })
    // Back to whose own duty it is: that needs no list.
    const isBack = to === subject.debtorPersonId
    const known = isBack ? [{ id: to }] : await candidates(tx, actor, subject, dayOf(now))
    if (!known.some(({ id }) => id === to)) throw new Invalid({ to: t('stranger') })
    await happened(tx, subject, actor, now, { kind: 'handed-over', toId: to, note })
    await notify(tx, {
      to,
      kind: followUpNotices.handedOver,
      title: handedOverTitle(actor.name),
      text: wordsFor(subject, note),
      href: `/followups/${subject.id}`,
      from: actor.id,
    })
    // Whoever gets it starts afresh.
    const afresh = { snoozedUntil: null, chasedAt: null, notifiedAt: now }
    return tx.update(followUp, subject, { bearerId: isBack ? null : to, ...afresh })
  },
})

/** It waits again for everybody who may do it. */
export const takeBack = action({
  name: 'followups.take-back',
  about: followUp,
  input: oneInput,
  load: lockOne,
  allow: policy.handOver,
  run: async ({ tx, actor, subject, now, language }) => {
    demandOpen(subject, language)
    if (subject.bearerId === null) return subject
    await happened(tx, subject, actor, now, { kind: 'taken-back' })
    return tx.update(followUp, subject, { bearerId: null })
  },
})

/** It was done, but not here: by telephone, at a meeting. */
export const doneElsewhere = action({
  name: 'followups.done-elsewhere',
  about: followUp,
  input: elsewhereInput,
  load: lockOne,
  allow: policy.doneElsewhere,
  run: async ({ tx, actor, subject, input, now, language }) => {
    demandOpen(subject, language)
    await close(tx, policy.visibleTo(actor), subject.id, { state: 'elsewhere', by: actor, now, note: input.how })
    return subject
  },
})

/** Whoever waits for it waits no longer. */
export const cancelOne = action({
  name: 'followups.cancel',
  about: followUp,
  input: cancelInput,
  load: lockOne,
  allow: policy.cancel,
  run: async ({ tx, actor, subject, input, now, language }) => {
    demandOpen(subject, language)
    await close(tx, policy.visibleTo(actor), subject.id, { state: 'cancelled', by: actor, now, note: input.reason })
    return subject
  },
})

/** The team has telephoned: what was said, and when to try again. */
export const noteCall = action({
  name: 'followups.note-call',
  about: followUp,
  input: callInput,
  load: lockOne,
  allow: policy.call,
  run: async ({ tx, actor, subject, input: { outcome, said, again }, now, language }) => {
    demandOpen(subject, language)
    const today = dayOf(now)
    if (again !== null && again <= today) throw new Invalid({ again: refusals(language)('againPast') })
    const callAgainOn = again ?? callAgainDay(outcome, today)
    await happened(tx, subject, actor, now, { kind: 'called', outcome, note: said, untilOn: callAgainOn })
    // Whoever has just been spoken to is not written to as well.
    const isTold = outcome === 'promised' || outcome === 'disputed'
    return tx.update(followUp, subject, { calledAt: now, callAgainOn, ...(isTold && { notifiedAt: now }) })
  },
})
