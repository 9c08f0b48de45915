import type { ImportLine, ImportRun } from '../../kernel/table-import.ts'
import { blank } from '../../ui/form.tsx'
import type { Page } from '../../ui/page.ts'
import { ImportsPage, UndoPage, UploadPage } from '../../ui/table-import/files.tsx'
import { MappingPage } from '../../ui/table-import/mapping.tsx'
import type { ImportPlace } from '../../ui/table-import/place.tsx'
import { PreviewPage } from '../../ui/table-import/preview.tsx'
import type { Given } from './pieces.tsx'
import { text } from './text.ts'

const place = (page: Page): ImportPlace => {
  const t = text(page.language)
  return {
    list: '/styleguide/imports',
    current: '',
    trail: [{ href: '/styleguide', label: t('title') }],
    title: t('importsPage'),
    titles: { upload: t('uploadPage'), mapping: t('mappingPage') },
    intro: t('importsIntro'),
    fileHelp: t('fileHelp'),
    fileKinds: 'CSV, XLSX',
    record: t('organisation'),
    undoConsequence: t('consequence'),
    outcomes: ['created', 'updated', 'unchanged', 'refused'],
  }
}
const run: ImportRun = {
  id: 'example',
  fileName: 'annuaire.csv',
  format: 'CSV, UTF-8',
  header: ['Nom', 'Ville'],
  mapping: ['name', 'city'],
  state: 'previewed',
  counts: { created: 3, refused: 1 },
  appliedAt: null,
  undoneAt: null,
}
const linesOf = ({ content }: Given): ImportLine[] =>
  content.organisations.slice(0, 3).map(({ name, establishments }, place) => ({
    line: place + 2,
    cells: [name.display, establishments[0]?.city ?? ''],
    outcome: 'created',
    changes: { name: [null, name.display], city: [null, establishments[0]?.city ?? ''] },
    reason: null,
  }))

/** The pages of an import, whatever is imported. */
export const importKinds = {
  imports: {
    label: 'importsPage',
    Show: ({ page }: Given) => (
      <ImportsPage
        page={page}
        place={place(page)}
        imports={[{ ...run, createdAt: page.now, by: 'Camille Fontaine' }]}
      />
    ),
  },
  'imports/new': {
    label: 'uploadPage',
    Show: ({ page }: Given) => <UploadPage page={page} place={place(page)} draft={blank} />,
  },
  'imports/example/columns': {
    label: 'mappingPage',
    Show: (given: Given) => {
      const { page } = given
      const t = text(page.language)
      const lines = linesOf(given)
      const options = [
        { value: 'name', label: t('organisation') },
        { value: 'city', label: t('city') },
      ]
      const examples = lines.map(({ cells }) => cells)
      const draft = { values: { mapping: { column0: 'name', column1: 'city' } }, errors: {} }
      return (
        <MappingPage
          page={page}
          place={place(page)}
          draft={draft}
          run={run}
          options={options}
          examples={examples}
          lines={lines.length}
        />
      )
    },
  },
  'imports/example': {
    label: 'previewPage',
    Show: (given: Given) => {
      const { page } = given
      const t = text(page.language)
      const words = {
        name: ({ cells }: ImportLine) => cells[0] ?? '',
        field: (field: string) => t(field === 'name' ? 'organisation' : 'city'),
        value: (_field: string, value: unknown) => String(value),
        reason: () => '',
      }
      return (
        <PreviewPage
          page={page}
          place={place(page)}
          run={run}
          outcome="created"
          lines={linesOf(given)}
          words={words}
          refusal={null}
          current={1}
        />
      )
    },
  },
  'imports/undo': {
    label: 'undoPage',
    Show: ({ page }: Given) => <UndoPage page={page} place={place(page)} draft={blank} run={run} />,
  },
} as const
