import { createContext, useContext } from 'hono/jsx'

/** What the fields of a form tell it while they render: the summary of errors stands above them and needs their labels. */
export type FormParts = {
  /** Put before every id, so that two forms of one page do not share any. */
  readonly prefix: string
  /** Label and id of the first input, by name. */
  readonly fields: Map<string, { readonly label: string; readonly id: string }>
}
export const FormContext = createContext<FormParts | null>(null)

/** The id of a field; announces the field to the form around it. `inputId` when the first input has another one. */
export function announced(name: string, label: string, suffix = ''): string {
  const form = useContext(FormContext)
  const id = (form?.prefix ?? '') + name
  form?.fields.set(name, { label, id: id + suffix })
  return id
}
