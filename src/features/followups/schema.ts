import { z } from 'zod'
import { isDay } from '../../kernel/days.ts'
import { saying } from '../../kernel/parse-text.ts'
import type { NoticeKind } from '../../web/notice-kind.ts'
import { noticeText } from './text/notices.ts'
import { refusals } from './text/refusals.ts'

/** What people are told of, each as often as they have chosen. A reminder at once is a daily one. */
export const followUpNotices = {
  reminder: { kind: 'followups.reminder', label: (language) => noticeText(language)('reminder'), rhythm: 'daily' },
  handedOver: {
    kind: 'followups.handed-over',
    label: (language) => noticeText(language)('handedOver'),
    rhythm: 'at-once',
  },
} as const satisfies Record<string, NoticeKind>

/** Who owes, and to whom it is owed. */
export const partyKinds = ['person', 'organisation', 'team'] as const
export type PartyKind = (typeof partyKinds)[number]
export type Party = { readonly kind: 'person' | 'organisation'; readonly id: string } | { readonly kind: 'team' }
export const team: Party = { kind: 'team' }
export const person = (id: string): Party => ({ kind: 'person', id })
export const organisationParty = (id: string): Party => ({ kind: 'organisation', id })

/** What is kept; that it is snoozed or handed over is said by its own columns. */
export const followUpStates = ['open', 'settled', 'elsewhere', 'cancelled'] as const
export type FollowUpState = (typeof followUpStates)[number]

/** What can happen to a follow-up, in its history. */
export const eventKinds = [
  'opened',
  'snoozed',
  'woken',
  'handed-over',
  'taken-back',
  'chased',
  'called',
  'settled',
  'elsewhere',
  'cancelled',
  'erased',
] as const
export type EventKind = (typeof eventKinds)[number]

/** What came of a call. */
export const callOutcomes = ['promised', 'no-answer', 'message', 'wrong-number', 'disputed'] as const
export type CallOutcome = (typeof callOutcomes)[number]

const day = z.string().refine(
  isDay,
  saying((language) => refusals(language)('dayWrong')),
)
const empty = (value: unknown) => (value === '' || value === undefined ? null : value)
const note = z.string().trim().max(500)
const id = z.uuid()

export const oneInput = z.object({ id })
/** A number of days, or a date: the date wins. */
export const snoozeInput = z.object({
  id,
  days: z.preprocess(empty, z.coerce.number().int().min(1).max(60).nullable()),
  until: z.preprocess(empty, day.nullable()),
})
/** From a mail: the link's key stands for the person. */
export const mailSnoozeInput = z.object({ id, key: z.string().max(100), days: z.coerce.number().int().min(1).max(60) })
export const handOverInput = z.object({ id, to: id, note: note.default('') })
export const elsewhereInput = z.object({
  id,
  how: note.refine(
    (text) => text.length >= 3,
    saying((language) => refusals(language)('howNeeded')),
  ),
})
export const cancelInput = z.object({ id, reason: note.default('') })
export const callInput = z.object({
  id,
  outcome: z.enum(callOutcomes),
  said: note.default(''),
  again: z.preprocess(empty, day.nullable()),
})
