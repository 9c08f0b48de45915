import { formatMoment } from '../../kernel/format.ts'
import type { ImportEntry, ImportRun } from '../../kernel/table-import.ts'
import { LinkButton } from '../button.tsx'
import { ConfirmPage } from '../confirm.tsx'
import { Empty } from '../empty.tsx'
import { FileField } from '../form/file-field.tsx'
import { type Draft, Form } from '../form.tsx'
import { FormPage, PlainPage } from '../frame.tsx'
import type { Page } from '../page.ts'
import { Table } from '../table.tsx'
import { countsInWords, type ImportPlace, importTrail, StateChip } from './place.tsx'
import { text } from './text.ts'

const largest = 10_000_000

/** Every file that was imported, with what became of it. */
export function ImportsPage(props: { page: Page; place: ImportPlace; imports: readonly ImportEntry[] }) {
  const { page, place, imports } = props
  const t = text(page.language)
  const button = (
    <LinkButton page={page} href={`${place.list}/new`} look="primary" icon="upload">
      {t('newImport')}
    </LinkButton>
  )
  return (
    <PlainPage
      page={page}
      title={place.title}
      intro={place.intro}
      current={place.current}
      noindex
      trail={place.trail}
      actions={imports.length > 0 && button}
    >
      {imports.length === 0 ? (
        <Empty title={t('none')} icon="file-spreadsheet" action={button}>
          {t('noneHow')}
        </Empty>
      ) : (
        <Table
          page={page}
          caption={place.title}
          rows={imports}
          columns={[
            {
              label: t('file'),
              head: true,
              cell: (one) => <a href={page.href(`${place.list}/${one.id}`)}>{one.fileName}</a>,
            },
            { label: t('when'), cell: (one) => formatMoment(one.createdAt, page.language) },
            { label: t('who'), cell: (one) => one.by },
            { label: t('what'), cell: (one) => countsInWords(place, one.counts, page.language) },
            { label: t('state'), cell: (one) => <StateChip page={page} state={one.state} /> },
          ]}
        />
      )}
    </PlainPage>
  )
}

/** Which file? */
export function UploadPage({ page, place, draft }: { page: Page; place: ImportPlace; draft: Draft }) {
  const t = text(page.language)
  const form = { page, draft }
  return (
    <FormPage
      page={page}
      title={place.titles.upload}
      intro={place.intro}
      current={place.current}
      trail={importTrail(place)}
    >
      <Form
        {...form}
        action={`${place.list}/new`}
        button={t('read')}
        icon="arrow-right"
        cancel={{ href: place.list }}
        multipart
      >
        <FileField
          {...form}
          name="file"
          label={t('file')}
          help={place.fileHelp}
          kinds={place.fileKinds}
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          most={largest}
        />
      </Form>
    </FormPage>
  )
}

type UndoProps = { page: Page; place: ImportPlace; draft: Draft; run: ImportRun }
/** Before an import is undone: what goes and what comes back. */
export function UndoPage({ page, place, draft, run }: UndoProps) {
  const t = text(page.language)
  const path = `${place.list}/${run.id}`
  return (
    <ConfirmPage
      page={page}
      title={t('undoQuestion', { name: run.fileName })}
      consequence={place.undoConsequence}
      action={`${path}/undo`}
      button={t('undo')}
      cancel={{ href: path }}
      current={place.current}
      trail={importTrail(place)}
      draft={draft}
    />
  )
}
