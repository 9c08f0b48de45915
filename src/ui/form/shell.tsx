import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon } from '../icon.tsx'
import type { Page } from '../page.ts'
import { text } from '../text.ts'
import type { Draft } from './draft.ts'
import { announced } from './parts.ts'

/** What every field of the kit takes. Write `const form = { page, draft }` once and spread it into each. */
export type FieldBase = {
  page: Page
  draft: Draft
  /** A dotted path: 'description.fr', 'establishments.0.city'. */
  name: string
  label: string
  /** One line under the label: what is asked, why, in which form. */
  help?: Child
  /** Fields are required unless they say so. */
  optional?: boolean | undefined
}

/** Ids and the ARIA attributes that join label, help and error to an input. */
export function fieldParts({ draft, name, label, help }: FieldBase, suffix = '') {
  const id = announced(name, label, suffix)
  const error = draft.errors[name]
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    error,
    aria: { 'aria-invalid': error ? ('true' as const) : undefined, 'aria-describedby': described || undefined },
  }
}

export const Optional = ({ page, optional }: { page: Page; optional?: boolean | undefined }) =>
  optional ? <span class="optional">{text(page.language)('optional')}</span> : null

export const Help = ({ id, help }: { id: string; help?: Child }) =>
  help ? (
    <p class="help" id={`${id}-help`}>
      {help}
    </p>
  ) : null

export const FieldError = ({ id, error }: { id: string; error: string | undefined }) =>
  error ? (
    <p class="field-error" id={`${id}-error`}>
      <Icon name="circle-alert" small />
      {error}
    </p>
  ) : null

type ShellProps = PropsWithChildren<{ field: FieldBase; id: string; error: string | undefined }>
/** Label, help, input, error: in this order, for one input. */
export const Shell = ({ field, id, error, children }: ShellProps) => (
  <div class={error ? 'field is-wrong' : 'field'}>
    <label for={id}>
      {field.label}
      <Optional {...field} />
    </label>
    <Help id={id} help={field.help} />
    {children}
    <FieldError id={id} error={error} />
  </div>
)

/** The same for several inputs under one question. */
export const GroupShell = ({ field, id, error, children }: ShellProps) => (
  <fieldset
    class={error ? 'field is-wrong' : 'field'}
    id={id}
    aria-describedby={
      [field.help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
    }
  >
    <legend>
      {field.label}
      <Optional {...field} />
    </legend>
    <Help id={id} help={field.help} />
    {children}
    <FieldError id={id} error={error} />
  </fieldset>
)
