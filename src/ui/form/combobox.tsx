import { Suggesting } from '../suggesting.tsx'
import type { Option } from './choices.tsx'
import { textAt } from './draft.ts'
import { type FieldBase, fieldParts, Shell } from './shell.tsx'

type ComboboxProps = FieldBase & {
  /** Choices known to the page: also a native datalist. */
  options?: readonly Option[] | undefined
  /** GET source?q=… answers [{ "id", "label", "detail"? }], best first. */
  source?: string | undefined
  /**
   * Name of a hidden field that holds the id of the choice: empty when the text was typed freely or without JavaScript;
   * then the server looks the text up.
   */
  idName?: string | undefined
}
/** Text with suggestions. Without JavaScript: a plain input with the browser's own list. */
export function Combobox(props: ComboboxProps) {
  const { page, draft, name, options = [], source, idName, optional } = props
  const { id, error, aria } = fieldParts(props)
  return (
    <Shell field={props} id={id} error={error}>
      <Suggesting page={page} source={source}>
        <input
          id={id}
          name={name}
          type="text"
          class="input is-full"
          value={textAt(draft, name)}
          list={options.length > 0 ? `${id}-options` : undefined}
          autocomplete="off"
          required={!optional}
          {...aria}
        />
        {idName && <input type="hidden" name={idName} value={textAt(draft, idName)} data-id />}
        {options.length > 0 && (
          <datalist id={`${id}-options`}>
            {options.map(({ value, label }) => (
              <option value={label} data-id={value} />
            ))}
          </datalist>
        )}
      </Suggesting>
    </Shell>
  )
}
