import type { Reader } from '../db/reader.ts'
import type { Page, View } from '../ui/page.ts'

/**
 * A place on an earlier feature's page that later features fill: the occupation sheet shows its courses and offers
 * without knowing them. The earlier feature declares the slot, the later one a panel, and the app hangs them in order.
 */
export type Slot<Subject> = { readonly name: string; readonly subject?: Subject }
export const slot = <Subject>(name: string): Slot<Subject> => ({ name })

/** The home page, below its doors: what a feature has to show there (who has just arrived, what is on). */
export const homeSlot = slot<object>('home')

export type Panel = {
  readonly slot: string
  /** Null hides the panel: nothing to show, or not for this reader. */
  readonly show: (read: Reader, page: Page, subject: never) => Promise<View | null>
}
export const panel = <Subject>(
  where: Slot<Subject>,
  show: (read: Reader, page: Page, subject: Subject) => Promise<View | null>,
): Panel => ({ slot: where.name, show: show as Panel['show'] })

export type Hang = <Subject>(where: Slot<Subject>, subject: Subject) => Promise<View[]>
/** Hangs the panels of a slot, in the order of the features. */
export const hanger =
  (panels: readonly Panel[], read: Reader, page: Page): Hang =>
  async (where, subject) => {
    const shown = await Promise.all(
      panels.filter((one) => one.slot === where.name).map((one) => one.show(read, page, subject as never)),
    )
    return shown.filter((view) => view !== null)
  }
