import { dayOf } from '../../../kernel/days.ts'
import { formatDay, formatMoment, formatNumber } from '../../../kernel/format.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { Chip, type Tone } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Choices } from '../../../ui/form/choices.tsx'
import { FileField } from '../../../ui/form/file-field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { Progress } from '../../../ui/progress.tsx'
import { Table } from '../../../ui/table.tsx'
import type { ImportRow, RepertoryState } from '../queries/repertories.ts'
import { stepNumber } from '../rules/progress.ts'
import { type ImportState, type ImportSummary, importKinds, type Refusal } from '../tables/vocabulary.ts'
import { importText } from '../text/import.ts'
import { text } from '../text/pages.ts'

type PageProps = { page: Page; states: readonly RepertoryState[]; imports: readonly ImportRow[]; draft: Draft }
const trail = (page: Page) => [{ href: '/occupations', label: text(page.language)('occupations') }]

/** What is imported, a file to hand in, and our own sheets to take out. */
export function RepertoriesPage({ page, states, imports, draft }: PageProps) {
  const t = text(page.language)
  const form = { page, draft }
  return (
    <PlainPage
      page={page}
      title={t('importsTitle')}
      intro={<p>{t('importsIntro')}</p>}
      current="occupations"
      noindex
      trail={trail(page)}
    >
      <div class="grid gap-12">
        <Imported page={page} states={states} />
        <section class="form-page">
          <h2 class="mb-4">{t('importFile')}</h2>
          <Form {...form} action="/repertories" button={t('start')} multipart>
            <Choices
              {...form}
              name="kind"
              label={t('importKind')}
              options={importKinds.map((kind) => ({ value: kind, label: t(`name-${kind}`), help: t(`help-${kind}`) }))}
            />
            <FileField
              {...form}
              name="file"
              label={t('file')}
              kinds={t('fileKinds')}
              accept=".zip,.yaml,.yml,.csv"
              most={24_000_000}
            />
          </Form>
        </section>
        <section class="stack">
          <h2>{t('exportTitle')}</h2>
          <p class="help">{t('exportHelp')}</p>
          <div class="actions">
            {(
              [
                ['/repertories/occupations.yaml', 'exportSheetsYaml'],
                ['/repertories/occupations.csv', 'exportSheetsCsv'],
                ['/repertories/skills.yaml', 'exportSkillsYaml'],
                ['/repertories/skills.csv', 'exportSkillsCsv'],
              ] as const
            ).map(([href, key]) => (
              <LinkButton page={page} icon="download" href={href}>
                {t(key)}
              </LinkButton>
            ))}
          </div>
        </section>
        <LastImports page={page} imports={imports} />
      </div>
    </PlainPage>
  )
}

const Imported = ({ page, states }: { page: Page; states: readonly RepertoryState[] }) => {
  const t = text(page.language)
  const count = (value: number) => formatNumber(value, page.language)
  return (
    <section class="stack">
      <h2>{t('imported')}</h2>
      <Table
        page={page}
        caption={t('imported')}
        rows={states}
        columns={[
          { label: t('repertory'), head: true, cell: ({ key }) => t(`name-${key}`) },
          { label: t('version'), cell: ({ imported }) => imported?.version || '–' },
          {
            label: t('importedOn'),
            cell: ({ imported }) =>
              imported?.importedAt ? formatDay(dayOf(imported.importedAt), page.language) : t('neverImported'),
          },
          { label: t('sheets'), numeric: true, cell: ({ sheets }) => count(sheets) },
          { label: t('skills'), numeric: true, cell: ({ skills }) => count(skills) },
          {
            label: t('moves'),
            numeric: true,
            cell: ({ key, moves, imported }) =>
              key !== 'rome' ? '–' : moves === 0 && imported?.importedAt ? t('noMoves') : count(moves),
          },
        ]}
      />
    </section>
  )
}

const tones: Record<ImportState, Tone> = {
  proposed: 'info',
  waiting: 'waiting',
  running: 'waiting',
  done: 'good',
  refused: 'bad',
}
const LastImports = ({ page, imports }: { page: Page; imports: readonly ImportRow[] }) => {
  const t = text(page.language)
  return (
    <section class="stack">
      <h2>{t('lastImports')}</h2>
      {imports.length === 0 ? (
        <Empty title={t('noImport')} />
      ) : (
        <Table
          page={page}
          caption={t('lastImports')}
          rows={imports}
          columns={[
            {
              label: t('file'),
              head: true,
              cell: ({ id, fileName }) => <a href={page.href(`/repertories/${id}`)}>{fileName}</a>,
            },
            { label: t('importKind'), cell: ({ kind }) => t(`name-${kind}`) },
            { label: t('when'), cell: ({ submittedAt }) => formatMoment(submittedAt, page.language) },
            { label: t('result'), cell: ({ state }) => <Chip tone={tones[state]}>{t(`import-${state}`)}</Chip> },
          ]}
        />
      )}
    </section>
  )
}

/** One import: its preview, its progress, or what came of it. */
export function ImportPage({ page, row }: { page: Page; row: ImportRow }) {
  const t = text(page.language)
  const path = `/repertories/${row.id}`
  return (
    <PlainPage
      page={page}
      title={t('importTitle', { file: row.fileName })}
      current="occupations"
      noindex
      trail={[...trail(page), { href: '/repertories', label: t('importsTitle') }]}
    >
      <div class="stack">
        <p>
          <Chip tone={tones[row.state]}>{t(`import-${row.state}`)}</Chip>{' '}
          <span class="help">{formatMoment(row.submittedAt, page.language)}</span>
        </p>
        {(row.state === 'waiting' || row.state === 'running') && <Running page={page} row={row} path={path} />}
        {row.refusal && <RefusedFile page={page} refusal={row.refusal} />}
        {row.summary && <Summary page={page} row={row} summary={row.summary} />}
        {row.state === 'proposed' && <Choice page={page} row={row} path={path} />}
      </div>
    </PlainPage>
  )
}

const Running = ({ page, row, path }: { page: Page; row: ImportRow; path: string }) => {
  const t = text(page.language)
  const step = importText(page.language)(`step-${row.step ?? 'waiting'}` as 'step-waiting')
  const { done, total } = stepNumber(row.step)
  return (
    <>
      <Progress page={page} label={step} done={done} total={total} source={`${path}/progress`} />
      <p class="help">{t('running')}</p>
    </>
  )
}

const RefusedFile = ({ page, refusal }: { page: Page; refusal: Refusal }) => {
  const t = text(page.language)
  const words = importText(page.language)
  return (
    <Notice tone="bad" title={t('refusedTitle')}>
      <p class="wrap-anywhere">{refusal.line > 0 ? words('refusedAt', refusal) : words('refusedFile', refusal)}</p>
    </Notice>
  )
}

function Summary({ page, row, summary }: { page: Page; row: ImportRow; summary: ImportSummary }) {
  const t = text(page.language)
  const n = (value: number) => formatNumber(value, page.language)
  const title = t(row.state === 'proposed' ? 'previewTitle' : 'resultTitle')
  const lines = [
    { what: t('sheets'), ...summary.occupations },
    { what: t('skills'), ...summary.skills },
  ]
  const numbers = (['created', 'updated', 'unchanged', 'withdrawn'] as const).map((key) => ({
    label: t(key),
    numeric: true,
    cell: (line: (typeof lines)[number]) => n(line[key]),
  }))
  return (
    <section class="stack">
      <h2>{title}</h2>
      <Table
        page={page}
        caption={title}
        rows={lines}
        columns={[{ label: t('ofWhat'), head: true, cell: ({ what }) => what }, ...numbers]}
      />
      <p>
        {t('linksRead', { n: n(summary.links) })}{' '}
        {row.kind === 'rome' &&
          (summary.mobility === null ? t('noMobilityFile') : t('withMobility', { n: n(summary.mobility) }))}
      </p>
      <LeftOut page={page} title={t('refusals')} lines={summary.refusals} count={summary.refused} />
      <LeftOut
        page={page}
        title={t('notes')}
        help={t('notesHelp')}
        lines={summary.notes ?? []}
        count={summary.noted ?? 0}
      />
    </section>
  )
}

/** A cut file has hundreds of the same kind. */
const linesShown = 20
type LeftOutProps = { page: Page; title: string; help?: string; lines: readonly Refusal[]; count: number }
const LeftOut = ({ page, title, help, lines, count }: LeftOutProps) => {
  const t = text(page.language)
  const shown = lines.slice(0, linesShown)
  return count === 0 ? null : (
    <section class="stack">
      <h3>{title}</h3>
      {help && <p class="help">{help}</p>}
      {count > shown.length && <p class="help">{t('refusalsMore', { shown: shown.length, count })}</p>}
      <Table
        page={page}
        caption={title}
        rows={shown}
        columns={[
          { label: t('file'), cell: ({ file }) => <span class="wrap-anywhere">{file}</span> },
          { label: t('line'), numeric: true, cell: ({ line }) => line },
          { label: t('reason'), head: true, cell: ({ reason }) => <span class="wrap-anywhere">{reason}</span> },
        ]}
      />
    </section>
  )
}

/** Nothing is written before somebody has seen what it would be. */
const Choice = ({ page, row, path }: { page: Page; row: ImportRow; path: string }) => {
  const t = text(page.language)
  const { occupations, skills } = row.summary ?? {}
  const count = [occupations, skills].reduce((sum, one) => sum + (one?.created ?? 0) + (one?.updated ?? 0), 0)
  return (
    <>
      {count === 0 && <p>{t('nothingToImport')}</p>}
      <div class="actions">
        <Press page={page} look="quiet" action={`${path}/abandon`}>
          {t('abandon')}
        </Press>
        {count > 0 && (
          <Press page={page} look="primary" action={`${path}/run`}>
            {t('runImport', { count })}
          </Press>
        )}
      </div>
    </>
  )
}
