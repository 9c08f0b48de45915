import { Hono, type Context as HonoContext } from 'hono'
import type { Context } from '../db/context.ts'
import type { Reader } from '../db/reader.ts'
import type { Page } from '../ui/page.ts'
import type { Hang } from './slots.ts'

/** What the app hands to every route: who asks, how to read, how to write, and what the page needs. */
export type Env = {
  Variables: {
    readonly page: Page
    readonly read: Reader
    readonly context: Context
    /** What later features show in a slot of this page. */
    readonly hang: Hang
    readonly requestId: string
  }
}
export type Web = HonoContext<Env>
export const routes = () => new Hono<Env>()
