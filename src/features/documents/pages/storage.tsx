import { formatMoment, formatNumber } from '../../../kernel/format.ts'
import { Press } from '../../../ui/button.tsx'
import { Figure } from '../../../ui/facts.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { type Column, Table } from '../../../ui/table.tsx'
import type { StorageUse, Sweep } from '../queries/storage-use.ts'
import { formatBytes } from '../rules/sizes.ts'
import { storageText } from '../text/storage.ts'
import { purposeLabel } from './shown.ts'

type Props = { page: Page; use: StorageUse; sweeps: readonly Sweep[]; trouble: string | null }
const noted = ({ note }: Sweep, key: string) => Number(note?.[key] ?? 0)

function State({ page, use, trouble }: Pick<Props, 'page' | 'use' | 'trouble'>) {
  const t = storageText(page.language)
  const where = `${t(use.kind)} — ${use.place}`
  return trouble ? (
    <Notice tone="bad" title={t('fails')}>
      <p>{t('failsDetail', { reason: trouble })}</p>
    </Notice>
  ) : (
    <Notice tone="good" title={t('works')}>
      <p class="wrap-anywhere">{where}</p>
    </Notice>
  )
}

function Warnings({ page, last }: { page: Page; last: Sweep }) {
  const t = storageText(page.language)
  const [held, missing] = [noted(last, 'held'), noted(last, 'missing')]
  return (
    <>
      {held > 0 && (
        <Notice tone="waiting" title={t('heldTitle', { count: held })}>
          <p>{t('heldBody')}</p>
          <Press page={page} action="/documents/storage/sweep" hidden={{ evenMany: 'on' }} look="danger" small>
            {t('sweepMany')}
          </Press>
        </Notice>
      )}
      {missing > 0 && (
        <Notice tone="bad" title={t('missingTitle', { count: missing })}>
          <p>{t('missingBody')}</p>
        </Notice>
      )}
    </>
  )
}

function Figures({ page, use, last }: { page: Page; use: StorageUse; last: Sweep | undefined }) {
  const { language } = page
  const t = storageText(language)
  const waiting =
    use.waiting === 0
      ? t('waitingNone')
      : `${formatNumber(use.waiting, language)} ${t('waiting', { count: use.waiting })}`
  return (
    <div class="columns">
      <Figure page={page} value={formatNumber(use.files, language)} unit={t('files', { count: use.files })} />
      <Figure page={page} value={formatBytes(use.bytes, language)} unit={t('bytes')} note={waiting} />
      {last && <Figure page={page} value={formatBytes(noted(last, 'bytes'), language)} unit={t('objects')} />}
    </div>
  )
}

type PurposeRow = StorageUse['purposes'][number]
function Purposes({ page, use }: { page: Page; use: StorageUse }) {
  const { language } = page
  const t = storageText(language)
  const columns: Column<PurposeRow>[] = [
    { label: t('purpose'), head: true, cell: ({ purpose }) => purposeLabel(purpose, language) },
    { label: t('count'), numeric: true, cell: ({ files }) => formatNumber(files, language) },
    { label: t('people'), numeric: true, cell: ({ people }) => formatNumber(people, language) },
    { label: t('size'), numeric: true, cell: ({ bytes }) => formatBytes(bytes, language) },
    { label: t('largest'), numeric: true, cell: ({ largest }) => formatBytes(largest, language) },
  ]
  if (use.purposes.length === 0) return <p>{t('noFiles')}</p>
  return <Table page={page} caption={t('byPurpose')} columns={columns} rows={use.purposes} />
}

function Sweeps({ page, sweeps }: Pick<Props, 'page' | 'sweeps'>) {
  const { language } = page
  const t = storageText(language)
  const number = (key: string) => (sweep: Sweep) => formatNumber(noted(sweep, key), language)
  const columns: Column<Sweep>[] = [
    { label: t('at'), head: true, cell: ({ at }) => formatMoment(at, language) },
    { label: t('by'), cell: ({ actorKind }) => t(actorKind === 'system' ? 'bySystem' : 'byTeam') },
    { label: t('found'), numeric: true, cell: number('objects') },
    { label: t('size'), numeric: true, cell: (sweep) => formatBytes(noted(sweep, 'bytes'), language) },
    { label: t('removed'), numeric: true, cell: number('removed') },
    { label: t('left'), numeric: true, cell: number('left') },
    { label: t('held'), numeric: true, cell: number('held') },
    { label: t('missing'), numeric: true, cell: number('missing') },
  ]
  if (sweeps.length === 0) return <p>{t('noSweep')}</p>
  return <Table page={page} caption={t('sweeps')} columns={columns} rows={sweeps} />
}

/** /documents/storage */
export function StoragePage({ page, use, sweeps, trouble }: Props) {
  const t = storageText(page.language)
  const [last] = sweeps
  const now = (
    <Press page={page} action="/documents/storage/sweep" icon="refresh-cw">
      {t('sweepNow')}
    </Press>
  )
  return (
    <PlainPage page={page} title={t('storage')} intro={t('intro')} actions={now} noindex>
      <div class="stack mt-6 gap-10">
        <State page={page} use={use} trouble={trouble} />
        {last && <Warnings page={page} last={last} />}
        <Figures page={page} use={use} last={last} />
        <section class="stack gap-3" aria-labelledby="purposes">
          <h2 id="purposes">{t('byPurpose')}</h2>
          <Purposes page={page} use={use} />
        </section>
        <section class="stack gap-3" aria-labelledby="sweeps">
          <h2 id="sweeps">{t('sweeps')}</h2>
          <p class="help">{t('sweepsHelp')}</p>
          <Sweeps page={page} sweeps={sweeps} />
        </section>
      </div>
    </PlainPage>
  )
}
