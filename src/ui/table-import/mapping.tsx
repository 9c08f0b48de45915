import type { Child } from 'hono/jsx'
import { formatNumber } from '../../kernel/format.ts'
import type { ImportRun } from '../../kernel/table-import.ts'
import { type Option, Select } from '../form/choices.tsx'
import { type Draft, Form } from '../form.tsx'
import { FormPage } from '../frame.tsx'
import type { Page } from '../page.ts'
import { type ImportPlace, importTrail } from './place.tsx'
import { text } from './text.ts'

const longest = 60
const cut = (value: string) => (value.length > longest ? `${value.slice(0, longest - 1)}…` : value)

type MappingProps = {
  page: Page
  place: ImportPlace
  draft: Draft
  run: ImportRun
  /** What a column can be. */
  options: readonly Option[]
  /** The first lines of the file: the first cell that says something is each column's example. */
  examples: readonly (readonly string[])[]
  lines: number
  /** Questions about all lines, below the columns. */
  children?: Child
}
/** What each column of the file is. */
export function MappingPage({ page, place, draft, run, options, examples, lines, children }: MappingProps) {
  const t = text(page.language)
  const form = { page, draft }
  const exampleOf = (column: number) => examples.map((cells) => cells[column]).find(Boolean)
  return (
    <FormPage
      page={page}
      title={place.titles.mapping}
      intro={t('mappingIntro', { name: run.fileName, count: formatNumber(lines, page.language), format: run.format })}
      current={place.current}
      trail={importTrail(place)}
    >
      <Form
        {...form}
        action={`${place.list}/${run.id}/columns`}
        button={t('preview')}
        icon="arrow-right"
        cancel={{ href: place.list }}
      >
        {run.header.map((title, column) => {
          const example = exampleOf(column)
          return (
            <Select
              {...form}
              name={`mapping.column${column}`}
              label={t('column', { name: title || String(column + 1) })}
              help={example && t('example', { value: cut(example) })}
              options={options}
              empty={t('ignored')}
              optional
            />
          )
        })}
        {children}
      </Form>
    </FormPage>
  )
}
