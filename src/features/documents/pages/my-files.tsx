import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { ResultRow } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { FileTile } from '../../../ui/file-tile.tsx'
import { ListPage } from '../../../ui/list.tsx'
import type { ListState } from '../../../ui/list-state.ts'
import type { Page } from '../../../ui/page.ts'
import type { ExportColumn } from '../../../web/export.ts'
import type { OwnFile } from '../queries/own-files.ts'
import { kindName } from '../rules/refusal.ts'
import { formatBytes } from '../rules/sizes.ts'
import { familyOf, fileKinds } from '../schema/kinds.ts'
import { fileText } from '../text/files.ts'
import { colourOf, labelOf, purposeLabel, thumbnailPath } from './shown.ts'

type Props = {
  page: Page
  state: ListState
  rows: readonly OwnFile[]
  total: number
  purposes: readonly { readonly purpose: string; readonly files: number; readonly bytes: number }[]
}
const families = [...new Set(fileKinds.map(familyOf))]

function filtersOf(page: Page, purposes: Props['purposes']) {
  const t = fileText(page.language)
  return [
    {
      name: 'purpose',
      label: t('purpose'),
      kind: 'many' as const,
      prominent: true,
      options: purposes.map(({ purpose, files }) => ({
        value: purpose,
        label: purposeLabel(purpose, page.language),
        count: files,
      })),
    },
    {
      name: 'family',
      label: t('family'),
      kind: 'many' as const,
      prominent: true,
      options: families.map((family) => ({ value: family, label: t(family) })),
    },
  ]
}

const Row = ({ page, file }: { page: Page; file: OwnFile }) => (
  <ResultRow
    page={page}
    href={`/documents/${file.id}`}
    title={file.name}
    picture={<FileTile page={page} label={labelOf(file)} colour={colourOf(file)} thumbnail={thumbnailPath(file)} />}
    facts={[
      purposeLabel(file.purpose, page.language),
      kindName(file.kind, page.language),
      formatBytes(file.bytes, page.language),
    ]}
    end={formatDay(dayOf(file.createdAt), page.language)}
  />
)

/** /documents */
export function MyFilesPage({ page, state, rows, total, purposes }: Props) {
  const t = fileText(page.language)
  const isEmpty = purposes.length === 0
  const bytes = purposes.reduce((sum, purpose) => sum + purpose.bytes, 0)
  const intro = isEmpty ? t('intro') : `${t('intro')} ${t('weight', { size: formatBytes(bytes, page.language) })}.`
  return (
    <ListPage
      page={page}
      title={t('files')}
      noindex
      intro={intro}
      path="/documents"
      state={state}
      total={total}
      rows={rows}
      counted={t('counted', { count: total })}
      searchLabel={t('searchLabel')}
      filters={isEmpty ? [] : filtersOf(page, purposes)}
      sorts={[
        { key: '-given', label: t('byNewest') },
        { key: 'given', label: t('byOldest') },
        { key: 'name', label: t('byName') },
        { key: '-size', label: t('bySize') },
      ]}
      exports={{ csv: '/documents/export.csv', xlsx: '/documents/export.xlsx' }}
      view={{ kind: 'rows', render: (file) => <Row page={page} file={file} /> }}
      empty={
        <Empty title={t('none')} icon="folder">
          {t(isEmpty ? 'noneHow' : 'noneFound')}
        </Empty>
      }
    />
  )
}

/** The columns of the list as a file. */
export function fileColumns(language: Language): readonly ExportColumn<OwnFile>[] {
  const t = fileText(language)
  return [
    { label: t('name'), cell: ({ name }) => name, width: 40 },
    { label: t('kind'), cell: ({ kind }) => kindName(kind, language) },
    { label: `${t('size')} (${t('bytes')})`, cell: ({ bytes }) => bytes },
    { label: t('purpose'), cell: ({ purpose }) => purposeLabel(purpose, language), width: 28 },
    { label: t('given'), cell: ({ createdAt }) => createdAt },
    { label: t('keepUntil'), cell: ({ keepUntil }) => keepUntil },
  ]
}
