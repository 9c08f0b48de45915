import { dayOf } from '../../../kernel/days.ts'
import { formatMoment, formatNumber } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Chip, type Tone } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Select } from '../../../ui/form/choices.tsx'
import { FileField } from '../../../ui/form/file-field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage, PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { Table } from '../../../ui/table.tsx'
import { fieldInWords } from '../../organisations/rules/words.ts'
import type { ImportEntry, ImportRun } from '../queries/imports.ts'
import { importFields } from '../rules/columns.ts'
import { text } from '../text/import.ts'

const list = '/organisations/imports'
export const importTrail = (page: Page) => [
  { href: '/organisations', label: text(page.language)('directory') },
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
  (['created', 'updated', 'unchanged', 'refused'] as const)
    .filter((outcome) => counts[outcome])
    .map((outcome) => `${text(language)(`outcome-${outcome}`)} : ${formatNumber(counts[outcome] ?? 0, language)}`)
    .join(', ')

/** /organisations/imports */
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
      current="organisations"
      noindex
      trail={importTrail(page).slice(0, 1)}
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
              label: t('fileName'),
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

/** /organisations/imports/new */
export function UploadPage({ page, draft }: { page: Page; draft: Draft }) {
  const t = text(page.language)
  return (
    <FormPage
      page={page}
      title={t('newImport')}
      intro={t('importsIntro')}
      current="organisations"
      trail={importTrail(page)}
    >
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
const fewYears = 6
/** The head counts of the last years, and those that the file names. */
function yearsFor(page: Page, run: ImportRun): string[] {
  const now = Number(dayOf(page.now).slice(0, 4))
  const recent = Array.from({ length: fewYears }, (_, back) => String(now - back))
  const named = run.mapping.flatMap((field) => (field?.startsWith('headCount:') ? field.slice(10) : []))
  return [...new Set([...recent, ...named])].sort().reverse()
}

/** /organisations/imports/:id/columns: what each column of the file is. */
export function MappingPage({ page, draft, run, examples, lines }: MappingProps) {
  const t = text(page.language)
  const options = [
    ...importFields.map((field) => ({ value: field as string, label: fieldInWords(field, page.language) })),
    ...yearsFor(page, run).map((year) => ({
      value: `headCount:${year}`,
      label: fieldInWords(`headCount:${year}`, page.language),
    })),
  ]
  const exampleOf = (place: number) => examples.map((cells) => cells[place]).find(Boolean)
  return (
    <FormPage
      page={page}
      title={t('mappingTitle')}
      intro={t('mappingIntro', { name: run.fileName, count: formatNumber(lines, page.language), format: run.format })}
      current="organisations"
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
      </Form>
    </FormPage>
  )
}
