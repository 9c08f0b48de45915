import type { Child } from 'hono/jsx'
import type { Actor } from '../kernel/actor.ts'
import type { Language } from '../kernel/language.ts'
import type { IconName } from './icon-set.ts'

export type Theme = 'paper' | 'projection'

/** One of the public doors in the header: Métiers, Formations, Offres, Annuaire, Agenda. */
export type Door = { readonly href: string; readonly label: string; readonly key: string }

/** Something that waits for the reader: an icon with a count in the header. */
export type Waiting = { readonly href: string; readonly icon: IconName; readonly label: string; readonly count: number }
/** Something that the reader must put right: above every page until they have. */
export type Alert = { readonly text: string; readonly href: string; readonly label: string }

/** Who the pages speak for. A cluster sets its own (settings). */
export type Identity = {
  readonly name: string
  /** Baseline under the name on the home page and in cards, per language. */
  readonly tagline: string
  readonly primary?: string | undefined
  readonly accent?: string | undefined
  readonly logo?: string | undefined
}

/** What every page needs to know about the request it answers. Views take it first; it reads nothing and writes nothing. */
export type Page = {
  readonly actor: Actor
  readonly language: Language
  readonly now: Date
  /** What the reader chose; without a choice the browser's preference decides. */
  readonly theme: Theme | null
  /** Scheme and host, without a slash at the end: 'https://passerelle.example'. */
  readonly origin: string
  /** The address without the language prefix and with its query: the link to the other language, canonical links. */
  readonly path: string
  readonly query: URLSearchParams
  readonly nonce: string
  readonly assets: { readonly scripts: readonly string[]; readonly styles: readonly string[] }
  readonly identity: Identity
  /** 'https://tiles.example/{z}/{x}/{y}.png', if the cluster has set one: then the CSP allows it. */
  readonly mapTiles?: string | undefined
  readonly doors: readonly Door[]
  /** Links for people who are signed in (work area, by role), in the menu under their name. */
  readonly menu: readonly Door[]
  /** For people who are signed in. */
  readonly waiting?: readonly Waiting[] | undefined
  readonly alerts?: readonly Alert[] | undefined
  /** A message about what has just been done, shown once. */
  readonly notice: string | null
  /** An address of this product in the reader's language: href('/organisations') -> '/en/organisations'. */
  readonly href: (path: string) => string
}

export type View = Child
