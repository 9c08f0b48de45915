import { text } from '../text.ts'
import { textAt, textsAt } from './draft.ts'
import { type FieldBase, FieldError, fieldParts, GroupShell, Help, Shell } from './shell.tsx'

export type Option = { readonly value: string; readonly label: string; readonly help?: string | undefined }
export type OptionGroup = { readonly label: string; readonly options: readonly Option[] }

type SelectProps = FieldBase & {
  options: readonly (Option | OptionGroup)[]
  /** The words of the empty first choice. */
  empty?: string | undefined
  autocomplete?: string | undefined
}
/** One answer among more than about seven; fewer read better as Choices. */
export function Select(props: SelectProps) {
  const { page, draft, name, options, empty, optional, autocomplete } = props
  const { id, error, aria } = fieldParts(props)
  const chosen = textAt(draft, name)
  return (
    <Shell field={props} id={id} error={error}>
      <select id={id} name={name} class="select" required={!optional} autocomplete={autocomplete} {...aria}>
        <option value="">{empty ?? text(page.language)('chooseOne')}</option>
        {options.map((one) =>
          'options' in one ? (
            <optgroup label={one.label}>{one.options.map((each) => choice(each, chosen))}</optgroup>
          ) : (
            choice(one, chosen)
          ),
        )}
      </select>
    </Shell>
  )
}
const choice = ({ value, label }: Option, chosen: string) => (
  <option value={value} selected={value === chosen}>
    {label}
  </option>
)

type ChoicesProps = FieldBase & {
  options: readonly Option[]
  /** Several answers: boxes instead of radio buttons. */
  many?: boolean | undefined
  look?: 'list' | 'chips' | undefined
}
/** A question with a handful of answers, all in sight. */
export function Choices(props: ChoicesProps) {
  const { draft, name, options, many, look = 'list', optional } = props
  const { id, error, aria } = fieldParts(props, '-0')
  const chosen = textsAt(draft, name)
  return (
    <GroupShell field={props} id={id} error={error}>
      <div class={look === 'chips' ? 'choices-chips' : 'choices-list'}>
        {options.map((option, index) => (
          <label class="choice">
            <input
              id={`${id}-${index}`}
              type={many ? 'checkbox' : 'radio'}
              class={many ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
              required={!many && !optional}
              aria-invalid={aria['aria-invalid']}
            />
            <span>
              {option.label}
              {option.help && <small>{option.help}</small>}
            </span>
          </label>
        ))}
      </div>
    </GroupShell>
  )
}

type ToggleProps = FieldBase & { look?: 'box' | 'switch' | undefined }
/** Yes or no. Sends 'on' or nothing: an unticked box is not in the form's values. */
export function Toggle(props: ToggleProps) {
  const { draft, name, label, help, look = 'box' } = props
  const { id, error, aria } = fieldParts(props)
  return (
    <div class={error ? 'field is-wrong' : 'field'}>
      <label class="choice">
        <input
          id={id}
          type="checkbox"
          class={look === 'switch' ? 'toggle' : 'checkbox'}
          role={look === 'switch' ? 'switch' : undefined}
          name={name}
          checked={textAt(draft, name) !== '' && textAt(draft, name) !== 'false'}
          {...aria}
        />
        <span>{label}</span>
      </label>
      <Help id={id} help={help} />
      <FieldError id={id} error={error} />
    </div>
  )
}
