import type { FollowUpKind } from '../../../web/duties.ts'
import type { NoticeKind } from '../../../web/notice-kind.ts'
import { dutyLabel, noticeLabel } from '../text/letters.ts'

/** What talents, and those who look for them, are told of. */
export const talentNotices = {
  contact: { kind: 'talents.contact', label: noticeLabel('kindContact'), rhythm: 'at-once' },
  answer: { kind: 'talents.answer', label: noticeLabel('kindAnswer'), rhythm: 'at-once' },
  /** Nobody's profile goes to sleep or away without a word. */
  consent: { kind: 'talents.consent', label: noticeLabel('kindConsent'), rhythm: 'at-once', mandatory: true },
  alert: { kind: 'talents.alert', label: noticeLabel('kindAlert'), rhythm: 'at-once' },
  proposal: { kind: 'talents.proposal', label: noticeLabel('kindProposal'), rhythm: 'weekly' },
} as const satisfies Readonly<Record<string, NoticeKind>>

/** A talent who stands by their name owes an answer. An anonymous one does not: the list would say who they are. */
export const answerDuty: FollowUpKind = { key: 'talents.answer-contact', label: dutyLabel, escalatesAfter: 60 }
export const daysToAnswer = 10
