import type { Hono } from 'hono'
import type { Context } from '../db/context.ts'
import type { Reader } from '../db/reader.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Language } from '../kernel/language.ts'
import type { IconName } from '../ui/icon.tsx'
import type { Alert } from '../ui/page.ts'
import type { Endpoint } from './api.ts'
import type { Duties, FollowUpKind } from './duties.ts'
import type { Env } from './env.ts'
import type { NoticeKind } from './notice-kind.ts'
import type { PersonalData } from './personal.ts'
import type { Panel } from './slots.ts'

/** A deed that follows another one: `on` names the action whose journal entry wakes it, after the commit. */
export type Reaction = {
  readonly name: string
  readonly on: string
  readonly run: (context: Context, read: Reader, journalId: string) => Promise<void>
}
/** Work at set times (cron, in the cluster's time zone). */
export type Periodic = {
  readonly name: string
  readonly cron: string
  readonly run: (context: Context, read: Reader) => Promise<void>
}
/** The public doors in the order in which visitors need them, which is not the order in which features know each other. */
const doorOrder = ['occupations', 'skills', 'courses', 'offers', 'organisations', 'events']
const placeOf = (key: string) => (doorOrder.indexOf(key) + doorOrder.length + 1) % (doorOrder.length + 1)
export const inDoorOrder = <Door extends { readonly key: string }>(doors: readonly Door[]): Door[] =>
  doors.toSorted((one, other) => placeOf(one.key) - placeOf(other.key))

/** Links in the header (public doors) or in the menu of people who are signed in. */
export type Link = {
  readonly key: string
  readonly href: string
  readonly label: (language: Language) => string
  readonly allow?: (actor: Actor) => boolean
}
/** Something that waits for the person, with how many, in the header of every page. */
export type Bell = {
  readonly href: string
  readonly icon: IconName
  /** « Messages : 2 non lus » */
  readonly label: (language: Language, count: number) => string
  readonly count: (read: Reader, actor: Actor) => Promise<number>
}
/** Something that the person must put right, above every page until they have. */
export type Alarm = (read: Reader, actor: Actor, language: Language) => Promise<Alert | null>

/** One kind of thing that the global search finds. */
export type SearchSource = {
  readonly key: string
  readonly label: (language: Language) => string
  /** Where all results of this kind are. */
  readonly href: (q: string) => string
  readonly find: (
    read: Reader,
    actor: Actor,
    q: string,
    language: Language,
    most: number,
  ) => Promise<{ readonly total: number; readonly hits: readonly Hit[] }>
}
export type Hit = { readonly href: string; readonly title: string; readonly detail: string }
/** Addresses for the sitemap: every page that a visitor may see. */
export type SitemapSource = (read: Reader) => AsyncIterable<{ readonly path: string; readonly changed: Date | null }>
/** One large card of the home page, with a living figure. */
export type HomeDoor = {
  readonly key: string
  readonly href: string
  readonly label: (language: Language) => string
  readonly promise: (language: Language) => string
  readonly figure: (read: Reader) => Promise<number>
  readonly unit: (language: Language, count: number) => string
}

/** What a feature gives to the application: `app/features.ts` lists them in their one order. */
export type Feature = {
  readonly key: string
  readonly routes: Hono<Env>
  readonly api?: readonly Endpoint[]
  readonly doors?: readonly Link[]
  readonly menu?: readonly Link[]
  readonly panels?: readonly Panel[]
  readonly reactions?: readonly Reaction[]
  readonly periodic?: readonly Periodic[]
  readonly search?: readonly SearchSource[]
  readonly sitemap?: readonly SitemapSource[]
  readonly home?: readonly HomeDoor[]
  /** What it knows about a person: for the export of all one's data and the deletion of an account. */
  readonly personal?: readonly PersonalData[]
  readonly bells?: readonly Bell[]
  readonly alarms?: readonly Alarm[]
  /** What it tells people about: each chooses, for each kind, how often it comes by mail. */
  readonly notices?: readonly NoticeKind[]
  /** What its deeds can leave somebody owing: see `owe` of followups. */
  readonly followUps?: readonly FollowUpKind[]
  /** Who acts for an organisation: of the one feature that keeps them. */
  readonly duties?: Duties
}
