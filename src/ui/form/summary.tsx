import type { FieldErrors } from '../../kernel/errors.ts'
import { Icon } from '../icon.tsx'
import type { Page } from '../page.ts'
import { text } from '../text.ts'
import type { FormParts } from './parts.ts'

type Known = { readonly label: string; readonly id: string }
/** The field that an error belongs to: its own, or the group around it (sectors.0 -> sectors). */
function fieldOf(parts: FormParts, name: string): Known | undefined {
  const found = parts.fields.get(name)
  if (found || !name.includes('.')) return found
  return fieldOf(parts, name.slice(0, name.lastIndexOf('.')))
}

type SummaryProps = { page: Page; errors: FieldErrors; parts: FormParts; hasFiles?: boolean | undefined }
/** What is to be corrected, above the form: takes the focus, and each line leads to its field. */
export function FormSummary({ page, errors, parts, hasFiles }: SummaryProps) {
  const wrong = Object.entries(errors).filter(([name]) => name !== '')
  const whole = errors['']
  if (wrong.length === 0 && !whole) return null
  const t = text(page.language)
  return (
    <div class="form-summary" role="alert" tabindex={-1} autofocus>
      <Icon name="circle-alert" />
      <div>
        <p class="form-summary-title">{whole ?? t('mistakes', { count: wrong.length })}</p>
        {wrong.length > 0 && (
          <ul>
            {wrong.map(([name, message]) => (
              <SummaryLine field={fieldOf(parts, name)} message={message} />
            ))}
          </ul>
        )}
        <p class="help">{t(hasFiles ? 'keptWithoutFiles' : 'kept')}</p>
      </div>
    </div>
  )
}

const SummaryLine = ({ field, message }: { field: Known | undefined; message: string }) => (
  <li>
    {field ? (
      <a href={`#${encodeURIComponent(field.id)}`}>
        <b>{field.label}</b> {message}
      </a>
    ) : (
      message
    )}
  </li>
)
