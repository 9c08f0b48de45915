import { html } from 'hono/html'
import { z } from 'zod'
import type { Context } from '../db/context.ts'
import { StorageFailed } from '../db/storage/storage.ts'
import { type Actor, isSignedIn } from '../kernel/actor.ts'
import { Forbidden, Invalid, NotFound, Refused, TooMany } from '../kernel/errors.ts'
import type { Language } from '../kernel/language.ts'
import type { Draft } from '../ui/form.tsx'
import type { View } from '../ui/page.ts'
import type { Web } from './env.ts'
import { formValues } from './form-values.ts'
import { rememberNotice } from './notice.ts'
import { storageText } from './storage-text.ts'

export { type Env, routes, type Web } from './env.ts'

type Status = 200 | 201 | 403 | 404 | 409 | 410 | 422 | 429 | 500 | 503
export const show = (c: Web, view: View, status: Status = 200) => c.html(html`<!doctype html>${view}`, status)

/** For a page that only some may open: the same rule as the deed's. Not seeing is 404, not being allowed is 403. */
export function need<Subject>(c: Web, allow: (actor: Actor, subject: Subject) => boolean, subject: Subject): void {
  if (!allow(c.var.page.actor, subject)) throw new Forbidden()
}
/** The row that a query found, or 404. */
export function found<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw new NotFound()
  return row
}

/** The id in an address; one that is no id leads nowhere. */
export function idAt(c: Web): string {
  const id = c.req.param('id')
  if (!z.uuid().safeParse(id).success) throw new NotFound()
  return id as string
}

/** 303 to another page of the product, with a sentence that it shows once. */
export function goTo(c: Web, path: string, notice?: string) {
  if (notice) rememberNotice(c, notice)
  return c.redirect(c.var.page.href(path), 303)
}

/** A page for people with an account sends others to sign in, and sign-in brings them back; null for who is signed in. */
export const signInFirst = (c: Web) =>
  isSignedIn(c.var.page.actor) ? null : goTo(c, `/sign-in?next=${encodeURIComponent(c.var.page.path)}`)

type Submission<Output> = {
  /** Fields that do not come from the form: ids from the address. They win over the form's. */
  readonly extra?: Readonly<Record<string, unknown>>
  readonly write: (context: Context, values: unknown) => Promise<Output>
  /** Where to go when it is done. */
  readonly done: (output: Output) => string
  readonly notice?: (output: Output, language: Language) => string
  /** The form again, after a mistake: values kept, one message for each wrong field. */
  readonly again: (draft: Draft) => View | Promise<View>
}
/** A posted form: write, then 303; a mistake shows the form again with 422, a rule's refusal with 409, a storage that fails with 503. */
export async function submit<Output>(c: Web, { extra, write, done, notice, again }: Submission<Output>) {
  const values = { ...(await formValues(c)), ...extra }
  try {
    const output = await write(c.var.context, values)
    return goTo(c, done(output), notice?.(output, c.var.page.language))
  } catch (error) {
    if (error instanceof Invalid) return show(c, await again({ values, errors: error.errors }), 422)
    if (error instanceof Refused) return show(c, await again({ values, errors: { '': error.message } }), 409)
    if (error instanceof TooMany) {
      c.header('retry-after', String(error.retryAfter))
      return show(c, await again({ values, errors: { '': error.message } }), 429)
    }
    if (error instanceof StorageFailed) {
      const sentence = storageText(c.var.page.language)('notKept')
      return show(c, await again({ values, errors: { '': sentence } }), 503)
    }
    throw error
  }
}

type Deed<Output> = Pick<Submission<Output>, 'extra' | 'write' | 'done' | 'notice'>
/** A button without a form to show again: what a rule refuses becomes an error page. */
export async function press<Output>(c: Web, { extra, write, done, notice }: Deed<Output>) {
  const output = await write(c.var.context, { ...(await formValues(c)), ...extra })
  return goTo(c, done(output), notice?.(output, c.var.page.language))
}
