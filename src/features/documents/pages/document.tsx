import type { Child } from 'hono/jsx'
import { formatMoment } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { ConfirmPage } from '../../../ui/confirm.tsx'
import { FileTile } from '../../../ui/file-tile.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { Page } from '../../../ui/page.ts'
import { Section, WorkRecord } from '../../../ui/record.tsx'
import { Table } from '../../../ui/table.tsx'
import type { OwnFile } from '../queries/own-files.ts'
import type { Preview } from '../queries/preview.ts'
import { kindName } from '../rules/refusal.ts'
import { formatBytes } from '../rules/sizes.ts'
import { fileText } from '../text/files.ts'
import { colourOf, keptWords, labelOf, purposeLabel, thumbnailPath } from './shown.ts'

export const filesTrail = (page: Page) => [{ href: '/documents', label: fileText(page.language)('files') }]

type PreviewProps = { page: Page; file: OwnFile; preview: Preview }
function Shown({ page, file, preview }: PreviewProps) {
  const t = fileText(page.language)
  const source = page.href(`/documents/${file.id}/file`)
  if (preview.look === 'picture') {
    const small = page.href(thumbnailPath(file) ?? '')
    return <img class="max-w-full rounded-box" src={small} alt={t('previewPicture', { name: file.name })} />
  }
  if (preview.look === 'film')
    // biome-ignore lint/a11y/useMediaCaption: a person's own film; its captions, if it has any, are in it
    return <video class="w-full rounded-box" controls preload="metadata" src={source} aria-label={file.name} />
  if (preview.look === 'sound')
    // biome-ignore lint/a11y/useMediaCaption: as above
    return <audio class="w-full" controls preload="metadata" src={source} aria-label={file.name} />
  if (preview.look === 'rows') return <Rows page={page} preview={preview} />
  if (preview.look === 'words')
    return (
      <>
        <p class="help">{t('previewWords')}</p>
        <p class="prose mt-2 whitespace-pre-wrap wrap-anywhere">{preview.text}</p>
        {preview.isCut && <p class="help mt-2">{t('previewCut')}</p>}
      </>
    )
  return (
    <div class="flex items-center gap-4">
      <div class="w-24 shrink-0">
        <FileTile page={page} label={labelOf(file)} colour={colourOf(file)} />
      </div>
      <p>{t('previewNothing')}</p>
    </div>
  )
}
const Rows = ({ page, preview }: { page: Page; preview: Extract<Preview, { look: 'rows' }> }) => (
  <Table
    page={page}
    caption={fileText(page.language)('row')}
    columns={preview.head.map((label, place) => ({ label, cell: (row: readonly string[]) => row[place] ?? '' }))}
    rows={preview.rows}
  />
)

type Props = { page: Page; file: OwnFile; preview: Preview; uses: Child[]; mayRemove: boolean }
/** /documents/:id */
export function DocumentPage({ page, file, preview, uses, mayRemove }: Props) {
  const t = fileText(page.language)
  const { language } = page
  const owner = file.ownerId === null ? t('ownerCluster') : file.ownerId === page.actor.id ? t('ownerYou') : null
  return (
    <WorkRecord
      page={page}
      trail={filesTrail(page)}
      title={file.name}
      kind={t('file')}
      facts={[
        { label: t('purpose'), value: purposeLabel(file.purpose, language) },
        { label: t('kind'), value: kindName(file.kind, language) },
        { label: t('size'), value: formatBytes(file.bytes, language) },
        { label: t('given'), value: formatMoment(file.createdAt, language) },
        { label: t('owner'), value: owner },
        { label: t('keepUntil'), value: keptWords(file, language) },
      ]}
      deeds={
        mayRemove && (
          <LinkButton page={page} href={`/documents/${file.id}/delete`} icon="trash">
            {t('delete')}
          </LinkButton>
        )
      }
      deed={
        <a class="btn btn-primary" href={page.href(`/documents/${file.id}/file`)} data-turbo="false">
          <Icon name="download" />
          {t('download')}
        </a>
      }
    >
      {uses.length > 0 && (
        <Section id="use" title={t('use')}>
          {uses}
        </Section>
      )}
      <Section id="preview" title={t('preview')}>
        <Shown page={page} file={file} preview={preview} />
      </Section>
    </WorkRecord>
  )
}

/** /documents/:id/delete */
export function DeletePage({ page, file }: { page: Page; file: OwnFile }) {
  const t = fileText(page.language)
  return (
    <ConfirmPage
      page={page}
      trail={filesTrail(page)}
      title={t('deleteAsk', { name: file.name })}
      consequence={t('deleteConsequence')}
      action={`/documents/${file.id}/delete`}
      button={t('deleteDo')}
      cancel={{ href: `/documents/${file.id}` }}
    />
  )
}
