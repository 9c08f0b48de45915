import type { Child } from 'hono/jsx'
import { Icon } from '../icon.tsx'
import { text } from '../text.ts'
import { rowsAt } from './draft.ts'
import { type FieldBase, fieldParts, GroupShell } from './shell.tsx'

type RepeaterProps = FieldBase & {
  /** The fields of one row; `row` is the beginning of their names: 'establishments.0'. */
  row: (row: string) => Child
  /** What one row is called: « Établissement ». */
  each: string
  /** « Ajouter un établissement » */
  add?: string | undefined
  /** Empty rows shown without JavaScript. */
  empty?: number | undefined
  most?: number | undefined
}
/** Index of the row that JavaScript copies. */
const template = '__row__'

/** A group of fields repeated: what is filled and two empty rows; JavaScript adds and removes them. Blank rows are left out when the form is read. */
export function Repeater(props: RepeaterProps) {
  const { page, draft, name, row, each, add, empty = 2, most = 50 } = props
  const t = text(page.language)
  const filled = rowsAt(draft, name)
  const shown = Math.min(most, filled + empty)
  const { id, error } = fieldParts(props)
  return (
    <GroupShell field={props} id={id} error={error}>
      <repeat-rows data-filled={filled} data-most={most}>
        <ol class="rows">
          {Array.from({ length: shown }, (_, index) => (
            <Row each={each} number={index + 1} remove={t('removeRow')}>
              {row(`${name}.${index}`)}
            </Row>
          ))}
        </ol>
        <template>
          <Row each={each} number="" remove={t('removeRow')}>
            {row(`${name}.${template}`)}
          </Row>
        </template>
        <button type="button" class="btn btn-plain" data-add hidden>
          <Icon name="plus" />
          {add ?? t('addRow')}
        </button>
      </repeat-rows>
    </GroupShell>
  )
}

type RowProps = { each: string; number: number | string; remove: string; children?: Child }
const Row = ({ each, number, remove, children }: RowProps) => (
  <li class="row">
    <p class="row-title">
      {each} <span>{number}</span>
      <button type="button" class="btn btn-ghost btn-sm" data-remove hidden>
        <Icon name="x" small />
        {remove}
      </button>
    </p>
    {children}
  </li>
)
