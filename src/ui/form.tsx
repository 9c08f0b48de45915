import { raw } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { Button, LinkButton } from './button.tsx'
import type { Draft } from './form/draft.ts'
import { FormContext, type FormParts } from './form/parts.ts'
import { FormSummary } from './form/summary.tsx'
import type { IconName } from './icon.tsx'
import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'
import { text } from './text.ts'

export { blank, type Draft } from './form/draft.ts'

type FormProps = PropsWithChildren<{
  page: Page
  draft: Draft
  action: string
  /** Says the deed: « Publier l’offre ». */
  button: string
  icon?: IconName | undefined
  /** The deed destroys something. */
  danger?: boolean | undefined
  cancel?: { readonly href: string; readonly label?: string } | undefined
  hidden?: Readonly<Record<string, string>> | undefined
  multipart?: boolean | undefined
  /** When the page has several forms: put before the ids of its fields. */
  id?: string | undefined
  /** « 14:32 » once a draft has been saved. */
  savedAt?: string | undefined
  /** More buttons beside the first, such as « Enregistrer le brouillon ». */
  more?: Child
}>

/** One column of fields, the errors on top, one button that says the deed. */
export function Form({ page, draft, action, children, multipart, hidden = {}, id, ...foot }: FormProps) {
  const parts: FormParts = { prefix: id ? `${id}.` : '', fields: new Map() }
  // The fields render first and announce their labels: the summary above them links to each by its own words.
  const fields = raw(String(<FormContext.Provider value={parts}>{children}</FormContext.Provider>))
  return (
    <form
      method="post"
      action={addressOf(page, action)}
      id={id}
      novalidate
      class="form"
      enctype={multipart ? 'multipart/form-data' : undefined}
    >
      <FormSummary page={page} errors={draft.errors} parts={parts} hasFiles={multipart} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {fields}
      <FormFoot page={page} {...foot} />
    </form>
  )
}

type FootProps = Pick<FormProps, 'page' | 'button' | 'icon' | 'danger' | 'cancel' | 'savedAt' | 'more'>
function FormFoot({ page, button, icon, danger, cancel, savedAt, more }: FootProps) {
  const t = text(page.language)
  return (
    <div class="form-foot">
      <Button look={danger ? 'danger' : 'primary'} icon={icon}>
        {button}
      </Button>
      {more}
      {cancel && (
        <LinkButton page={page} look="quiet" href={cancel.href}>
          {cancel.label ?? t('cancel')}
        </LinkButton>
      )}
      {savedAt && <p class="form-saved">{t('savedAt', { time: savedAt })}</p>}
    </div>
  )
}

type FieldsetProps = PropsWithChildren<{ legend: string; help?: Child }>
/** A group of fields under one question. */
export const Fieldset = ({ legend, help, children }: FieldsetProps) => (
  <fieldset class="field-group">
    <legend>{legend}</legend>
    {help && <p class="help">{help}</p>}
    {children}
  </fieldset>
)
