import type { Child } from 'hono/jsx'
import { Icon } from '../icon.tsx'
import { text } from '../text.ts'
import { textAt } from './draft.ts'
import { type FieldBase, fieldParts, Shell } from './shell.tsx'

type FieldType =
  | 'text'
  | 'email'
  | 'password'
  | 'url'
  | 'tel'
  | 'number'
  | 'date'
  | 'time'
  | 'datetime-local'
  | 'search'
type Width = 'short' | 'medium' | 'full'
type FieldProps = FieldBase & {
  type?: FieldType | undefined
  /** WHATWG autofill token ('family-name', 'organization', 'new-password'...); e-mail and telephone have theirs already. */
  autocomplete?: string | undefined
  inputmode?: 'numeric' | 'decimal' | undefined
  min?: string | number | undefined
  max?: string | number | undefined
  step?: string | number | undefined
  maxlength?: number | undefined
  /** What the field holds with its unit in words: « € », « heures ». */
  unit?: string | undefined
  /** The width says how long an answer is expected. */
  width?: Width | undefined
  readonly?: boolean | undefined
}

const autofill: Partial<Record<FieldType, string>> = { email: 'email', tel: 'tel', url: 'url' }
const widths: Partial<Record<FieldType, Width>> = { number: 'short', date: 'medium', time: 'short', tel: 'medium' }

/** One line of text. A password is never shown again and gets a button that reveals it. */
export function Field(props: FieldProps) {
  const { page, draft, name, label, help, optional, type = 'text', autocomplete, width, unit, ...rest } = props
  const { id, error, aria } = fieldParts(props)
  const input = (
    <input
      id={id}
      name={name}
      type={type}
      class={`input is-${width ?? widths[type] ?? 'full'}`}
      value={type === 'password' ? undefined : textAt(draft, name)}
      autocomplete={autocomplete ?? autofill[type]}
      required={!optional}
      {...rest}
      {...aria}
    />
  )
  return (
    <Shell field={props} id={id} error={error}>
      {type === 'password' ? (
        <Revealing page={page}>{input}</Revealing>
      ) : unit ? (
        <WithUnit unit={unit}>{input}</WithUnit>
      ) : (
        input
      )}
    </Shell>
  )
}

const WithUnit = ({ unit, children }: { unit: string; children?: Child }) => (
  <span class="with-unit">
    {children}
    <span>{unit}</span>
  </span>
)

function Revealing({ page, children }: Pick<FieldBase, 'page'> & { children?: Child }) {
  const t = text(page.language)
  return (
    <show-password data-show={t('showPassword')} data-hide={t('hidePassword')}>
      {children}
      <button type="button" class="btn btn-plain" aria-pressed="false" hidden>
        <Icon name="eye" />
        <span>{t('showPassword')}</span>
      </button>
    </show-password>
  )
}

type AreaProps = FieldBase & { rows?: number | undefined; maxlength?: number | undefined; lang?: string | undefined }
/** Several lines of text; with `maxlength`, a counter. */
export function TextArea(props: AreaProps) {
  const { page, draft, name, rows = 5, maxlength, optional, lang } = props
  const { id, error, aria } = fieldParts(props)
  const written = textAt(draft, name)
  const area = (
    <textarea id={id} name={name} rows={rows} class="textarea" required={!optional} lang={lang} {...aria}>
      {/* The first line feed of a textarea is eaten by the browser. */}
      {`\n${written}`}
    </textarea>
  )
  return (
    <Shell field={props} id={id} error={error}>
      {maxlength ? (
        // No maxlength on the input: text pasted in would be cut without a word.
        <char-count
          data-most={maxlength}
          data-words={text(page.language)('counted', { used: '{used}', most: maxlength })}
        >
          {area}
          <p class="char-words">{text(page.language)('counted', { used: written.length, most: maxlength })}</p>
        </char-count>
      ) : (
        area
      )}
    </Shell>
  )
}

/** Inside a sentence: « en français », but « in French ». */
const begun = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

type LocalisedProps = FieldBase & {
  long?: boolean | undefined
  rows?: number | undefined
  maxlength?: number | undefined
}
/** A text that the public reads: French required (unless optional), English wished. Names: name.fr and name.en. */
export function LocalisedField({ long, rows, maxlength, ...props }: LocalisedProps) {
  const t = text(props.page.language)
  const { name, label, help, optional, page, draft } = props
  const inputs = [
    { name: `${name}.fr`, label: `${label} – ${begun(t('inFrench'))}`, lang: 'fr', optional },
    { name: `${name}.en`, label: `${label} – ${begun(t('inEnglish'))}`, lang: 'en', optional: true },
  ]
  return (
    <div class="localised">
      {inputs.map((one, index) => {
        const shared = { page, draft, ...one, help: index === 0 ? help : undefined }
        return long ? <TextArea {...shared} rows={rows} maxlength={maxlength} /> : <Field {...shared} />
      })}
    </div>
  )
}
