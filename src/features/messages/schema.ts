import { z } from 'zod'
import { isStaff } from '../../kernel/actor.ts'
import type { Localised } from '../../kernel/localised.ts'
import { type NoticeKind, rhythms } from '../../web/notice-kind.ts'
import { noticeText } from './text/notices.ts'

/** The record that a conversation or a notice is about, in the words in which everybody concerned may read it. */
export type About = {
  /** 'talents.profile' */
  readonly kind: string
  readonly id: string
}
export type AboutShown = About & { readonly title: Localised; readonly href: string }

/** What somebody is told. */
export type Telling = {
  /** One account or several. Those that are gone are passed over. */
  readonly to: string | readonly string[]
  readonly kind: NoticeKind
  readonly title: Localised
  /** Paragraphs with blank lines between them. */
  readonly text?: Localised
  /** Path of the product, without language. */
  readonly href: string
  readonly about?: About
  /** The account whose name or words it carries: erased with it, never shown. */
  readonly from?: string | null
  /** The same is never told twice to the same person: 'offers.expiring:<id>:2027-03-01'. */
  readonly once?: string
  /** Where an answer by mail belongs, for each account: conversations only. */
  readonly replyKeys?: ReadonlyMap<string, string>
}

export const longestMessage = 10_000
/** Somebody in a new conversation. */
export type NewParticipant = {
  readonly accountId: string
  /** Under which the others know them until `revealParticipant`. */
  readonly alias?: string | undefined
  /** « Studio Arpège »: for whom they speak. */
  readonly onBehalfOf?: string | undefined
  readonly organisationId?: string | undefined
}
export type NewConversation = {
  readonly subject: string
  readonly about?: AboutShown
  /** One of the participants: who writes the first message. */
  readonly openedBy: string
  readonly participants: readonly NewParticipant[]
  readonly text: string
}
export type Saying = {
  readonly conversationId: string
  /** The account that speaks; it must take part. */
  readonly authorId: string
  readonly text: string
  /** The Message-ID of the mail by which it came. */
  readonly mailId?: string | undefined
}

const kind = (
  key: NoticeKind['kind'],
  label: 'kindMessage' | 'kindClosed' | 'kindReport' | 'kindAccount' | 'kindDigest',
  more: Partial<NoticeKind> = {},
): NoticeKind => ({ kind: key, label: (language) => noticeText(language)(label), rhythm: 'at-once', ...more })

export const noticeKinds = {
  message: kind('messages.message', 'kindMessage'),
  closed: kind('messages.closed', 'kindClosed', { rhythm: 'daily' }),
  /** The mail that sums up: ending it ends all digests. */
  digest: kind('messages.digest', 'kindDigest', { rhythm: 'daily' }),
  report: kind('messages.report', 'kindReport', { allow: isStaff }),
  /** Of `accounts`, whose mails leave without a notice: named here so that the page of preferences says so. */
  account: kind('accounts.security', 'kindAccount', { mandatory: true }),
} as const

const id = z.uuid()
const text = z.string().trim().min(1).max(longestMessage)
export const conversationOnly = z.object({ id })
export const sayInput = z.object({ id, text })
export const reportInput = z.object({ id, reason: z.string().trim().min(1).max(2000) })
export const settleInput = z.object({
  id,
  close: z
    .union([z.literal('on'), z.boolean()])
    .optional()
    .transform((value) => value === 'on' || value === true),
})
const labelShape = z.object({ fr: z.string(), en: z.string() })
/** `labels`: what each kind is called, of all features. */
export const digestInput = z.object({ accountId: z.uuid(), labels: z.record(z.string(), labelShape) })
export const noticeOnly = z.object({ id })
const kindName = z.string().regex(/^[a-z-]+\.[a-zA-Z-]+$/)
/** Dots in the names of a form's fields are paths: 'messages.message' is 'messages:message' there. */
export const fieldOf = (kindKey: string) => kindKey.replace('.', ':')
export const kindNamed = (field: string) => field.replace(':', '.')
/** Kind -> rhythm, for the kinds of the page of preferences. */
export const choicesInput = z.object({
  rhythms: z
    .record(
      z
        .string()
        .regex(/^[a-z-]+[:.][a-zA-Z-]+$/)
        .max(80),
      z.enum(rhythms),
    )
    .refine((chosen) => Object.keys(chosen).length <= 100),
})
export const unsubscribeInput = z.object({ kind: kindName, token: z.string().max(100) })

const line = z.string().max(500)
/** A mail that came in, taken apart by the application. */
export const incomingInput = z.object({
  messageId: z.string().min(1).max(1000),
  from: line,
  to: z.array(line).max(200),
  subject: z.string().max(2000).default(''),
  text: z.string(),
  attachments: z.number().int().default(0),
  deliveryStatus: z.string().nullable().default(null),
  returned: z.string().default(''),
  heads: z.record(z.string(), z.string()).default({}),
})
export const reviveInput = z.object({ address: z.string().trim().toLowerCase().min(3).max(200) })
export const addressInput = z.object({ email: z.string().trim().max(200).toLowerCase().pipe(z.email()) })
export const addressTokenInput = z.object({ token: z.string().min(1).max(1000) })
