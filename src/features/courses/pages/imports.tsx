import { formatMoment, formatNumber } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Chip, type Tone } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Select, Toggle } from '../../../ui/form/choices.tsx'
import { FileField } from '../../../ui/form/file-field.tsx'
import { type Draft, Fieldset, Form } from '../../../ui/form.tsx'
import { FormPage, PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { Table } from '../../../ui/table.tsx'
import type { ImportEntry, ImportRun } from '../queries/imports.ts'
import { columnName, importFields } from '../rules/import.ts'
import { lineOutcomes } from '../schema/words.ts'
import { text } from '../text/import.ts'
import { text as words } from '../text/pages.ts'
import { text as work } from '../text/work.ts'

const list = '/courses/imports'
export const importTrail = (page: Page) => [
  { href: '/courses', label: words(page.language)('courses') },
  { href: '/courses/team', label: work(page.language)('team') },
  { href: list, label: text(page.language)('imports') },
]
const tones: Record<ImportEntry['state'], Tone> = {
  uploaded: 'waiting',
  previewed: 'info',
  applied: 'good',
  undone: 'neutral',
}
export const ImportState = ({ page, state }: { page: Page; state: ImportEntry['state'] }) => (
  <Chip tone={tones[state]}>{text(page.language)(`state-${state}`)}</Chip>
)
/** « 12 Créées, 3 Modifiées »; nothing for a file that has not been previewed. */
const countsInWords = ({ counts }: Pick<ImportEntry, 'counts'>, language: Language) =>
  lineOutcomes
    .filter((outcome) => counts[outcome])
    .map((outcome) => `${text(language)(`outcome-${outcome}`)} : ${formatNumber(counts[outcome] ?? 0, language)}`)
    .join(', ')

/** /courses/imports */
export function ImportsPage({ page, imports }: { page: Page; imports: readonly ImportEntry[] }) {
  const t = text(page.language)
  const button = (
    <LinkButton page={page} href={`${list}/new`} look="primary" icon="upload">
      {t('newImport')}
    </LinkButton>
  )
  return (
    <PlainPage
      page={page}
      title={t('imports')}
      intro={t('importsIntro')}
      current="courses"
      noindex
      trail={importTrail(page).slice(0, 2)}
      actions={imports.length > 0 && button}
    >
      {imports.length === 0 ? (
        <Empty title={t('none')} icon="file-spreadsheet" action={button}>
          {t('noneHow')}
        </Empty>
      ) : (
        <Table
          page={page}
          caption={t('imports')}
          rows={imports}
          columns={[
            {
              label: t('file'),
              head: true,
              cell: (one) => <a href={page.href(`${list}/${one.id}`)}>{one.fileName}</a>,
            },
            { label: t('when'), cell: (one) => formatMoment(one.createdAt, page.language) },
            { label: t('who'), cell: (one) => one.by },
            { label: t('what'), cell: (one) => countsInWords(one, page.language) },
            { label: t('state'), cell: (one) => <ImportState page={page} state={one.state} /> },
          ]}
        />
      )}
    </PlainPage>
  )
}

/** /courses/imports/new */
export function UploadPage({ page, draft }: { page: Page; draft: Draft }) {
  const t = text(page.language)
  return (
    <FormPage page={page} title={t('newImport')} intro={t('importsIntro')} current="courses" trail={importTrail(page)}>
      <Form
        page={page}
        draft={draft}
        action={`${list}/new`}
        button={t('read')}
        icon="arrow-right"
        cancel={{ href: list }}
        multipart
      >
        <FileField
          page={page}
          draft={draft}
          name="file"
          label={t('file')}
          help={t('fileHelp')}
          kinds={t('fileKinds')}
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          most={10_000_000}
        />
      </Form>
    </FormPage>
  )
}

type MappingProps = {
  page: Page
  draft: Draft
  run: ImportRun
  examples: readonly (readonly string[])[]
  lines: number
}
/** /courses/imports/:id/columns: what each column of the file is. */
export function MappingPage({ page, draft, run, examples, lines }: MappingProps) {
  const t = text(page.language)
  const options = importFields.map((field) => ({ value: field as string, label: columnName(field, page.language) }))
  const exampleOf = (place: number) => examples.map((cells) => cells[place]).find(Boolean)
  return (
    <FormPage
      page={page}
      title={t('mappingTitle')}
      intro={t('mappingIntro', { name: run.fileName, count: formatNumber(lines, page.language), format: run.format })}
      current="courses"
      trail={importTrail(page)}
    >
      <Form
        page={page}
        draft={draft}
        action={`${list}/${run.id}/columns`}
        button={t('preview')}
        icon="arrow-right"
        cancel={{ href: list }}
      >
        {run.header.map((title, place) => {
          const example = exampleOf(place)
          return (
            <Select
              page={page}
              draft={draft}
              name={`mapping.column${place}`}
              label={t('column', { name: title || String(place + 1) })}
              help={example && t('example', { value: example.length > 60 ? `${example.slice(0, 59)}…` : example })}
              options={options}
              empty={t('ignored')}
              optional
            />
          )
        })}
        <Fieldset legend={t('options')}>
          <Toggle page={page} draft={draft} name="publish" label={t('publish')} help={t('publishHelp')} optional />
          <Toggle
            page={page}
            draft={draft}
            name="overwrite"
            label={t('overwrite')}
            help={t('overwriteHelp')}
            optional
          />
        </Fieldset>
      </Form>
    </FormPage>
  )
}
