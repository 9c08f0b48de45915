import type { Child } from 'hono/jsx'
import { formatMoment, formatNumber } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { ConfirmPage } from '../../../ui/confirm.tsx'
import type { Draft } from '../../../ui/form.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { Pager } from '../../../ui/pager.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { text as kit } from '../../../ui/text.ts'
import type { Sector } from '../../../ui/tint.ts'
import type { ImportRun, ShownLine } from '../queries/imports.ts'
import { columnName, isField, reasonInWords } from '../rules/import.ts'
import { type LineOutcome, lineOutcomes } from '../schema/words.ts'
import { text } from '../text/import.ts'
import { ImportState, importTrail } from './imports.tsx'
import { durationName, levelName, rhythmName } from './pieces.tsx'

const list = '/courses/imports'
export const linesPerPage = 100

const labelOf = (field: string, language: Language) => (isField(field) ? columnName(field, language) : field)
type Sectors = ReadonlyMap<string, Sector>
const nameOf = (one: unknown, sectors: Sectors): string =>
  typeof one === 'object' && one !== null && 'name' in one
    ? String(one.name)
    : (sectors.get(String(one))?.label ?? String(one))
function said(field: string, value: unknown, language: Language, sectors: Sectors): string {
  if (value === null || value === undefined || value === '') return text(language)('notGiven')
  if (field === 'level') return levelName(value as 3, language)
  if (field === 'months') return durationName(Number(value), language) ?? ''
  if (field === 'rhythms') return rhythmName(value as never, language) ?? ''
  const written = Array.isArray(value) ? value.map((one) => nameOf(one, sectors)).join(', ') : String(value)
  return written.length > 120 ? `${written.slice(0, 119)}…` : written
}

/** What a line changes: for an update before and after, for a new one what it will be. */
function Changes({ page, line, sectors }: { page: Page; line: ShownLine; sectors: Sectors }) {
  const t = kit(page.language)
  const { language } = page
  const entries = Object.entries(line.changes ?? {})
  return (
    <ul class="changes">
      {entries.map(([field, [before, after]]) => (
        <li class="flex flex-wrap gap-x-2">
          <span>{labelOf(field, language)}</span>
          {line.outcome === 'updated' && (
            <del>
              <span class="sr-only">{t('before')} </span>
              {said(field, before, language, sectors)}
            </del>
          )}
          <ins>
            <span class="sr-only">{t('after')} </span>
            {said(field, after, language, sectors)}
          </ins>
        </li>
      ))}
    </ul>
  )
}
/** What somebody wrote by hand and what the file says instead: that stays. */
function Kept({ page, line, sectors }: { page: Page; line: ShownLine; sectors: Sectors }) {
  const t = text(page.language)
  const { language } = page
  return (
    <ul class="changes">
      {Object.entries(line.kept ?? {}).map(([field, [here, there]]) => (
        <li class="flex flex-wrap gap-x-2">
          <span>{labelOf(field, language)}</span>
          <span>
            {t('keptHere')} <b>{said(field, here, language, sectors)}</b>
          </span>
          <span class="help">
            {t('keptFile')} {said(field, there, language, sectors)}
          </span>
        </li>
      ))}
    </ul>
  )
}
const Name = ({ page, line, isThere }: { page: Page; line: ShownLine; isThere: boolean }) =>
  line.slug && isThere ? (
    <a href={page.href(`/courses/${line.slug}`)}>{line.title}</a>
  ) : (
    <span>{line.title ?? line.cells.find(Boolean)}</span>
  )

function columns(page: Page, run: ImportRun, outcome: LineOutcome, sectors: Sectors): Column<ShownLine>[] {
  const t = text(page.language)
  const first: Column<ShownLine>[] = [
    { label: t('line'), numeric: true, cell: (line) => line.line },
    {
      label: t('course'),
      head: true,
      cell: (line) => <Name page={page} line={line} isThere={line.outcome !== 'created' || run.state === 'applied'} />,
    },
  ]
  if (outcome === 'refused')
    return [
      ...first,
      { label: t('reason'), cell: (line) => line.reason && reasonInWords(line.reason, page.language) },
      { label: t('content'), cell: (line) => <small>{line.cells.filter(Boolean).join(' · ').slice(0, 300)}</small> },
    ]
  if (outcome === 'unchanged') return first
  if (outcome === 'corrected')
    return [...first, { label: t('keeps'), cell: (line) => <Kept page={page} line={line} sectors={sectors} /> }]
  return [...first, { label: t('what'), cell: (line) => <Changes page={page} line={line} sectors={sectors} /> }]
}

function Deeds({ page, run }: { page: Page; run: ImportRun }): Child {
  const t = text(page.language)
  const path = `${list}/${run.id}`
  const { created = 0, updated = 0 } = run.counts
  if (run.state === 'previewed')
    return (
      <>
        <LinkButton page={page} href={`${path}/columns`} look="quiet" icon="sliders-horizontal">
          {t('remap')}
        </LinkButton>
        {created + updated > 0 && (
          <Press page={page} action={`${path}/apply`} look="primary" icon="check">
            {t('apply')}
          </Press>
        )}
      </>
    )
  return run.state === 'applied' ? (
    <LinkButton page={page} href={`${path}/undo`} icon="undo-2">
      {t('undo')}
    </LinkButton>
  ) : null
}

function introOf({ page, run }: { page: Page; run: ImportRun }): string {
  const t = text(page.language)
  const when = (moment: Date | null) => (moment ? formatMoment(moment, page.language) : '')
  if (run.state === 'applied') return t('appliedIntro', { when: when(run.appliedAt) })
  if (run.state === 'undone') return t('undoneIntro', { when: when(run.undoneAt) })
  const { created = 0, updated = 0 } = run.counts
  return created + updated === 0 ? t('nothingToDo') : t('previewIntro')
}

type PreviewProps = {
  page: Page
  run: ImportRun
  outcome: LineOutcome
  lines: readonly ShownLine[]
  sectors: Sectors
  /** Why applying was refused, when it was. */
  refusal: string | null
  current: number
}
/** /courses/imports/:id: what the file will do, or has done. */
export function ImportPage({ page, run, outcome, lines, sectors, refusal, current }: PreviewProps) {
  const t = text(page.language)
  const path = `${list}/${run.id}`
  const total = run.counts[outcome] ?? 0
  return (
    <PlainPage
      page={page}
      title={t('resultTitle', { name: run.fileName })}
      intro={introOf({ page, run })}
      current="courses"
      noindex
      wide
      trail={importTrail(page)}
      actions={<Deeds page={page} run={run} />}
    >
      <div class="stack">
        <p>
          <ImportState page={page} state={run.state} /> {run.format}
        </p>
        {refusal && (
          <Notice tone="bad" live>
            <p>{refusal}</p>
          </Notice>
        )}
        {run.state === 'previewed' && (run.counts.refused ?? 0) > 0 && (
          <Notice tone="waiting">
            <p>{t('refusedStay')}</p>
          </Notice>
        )}
        {run.state === 'previewed' && (run.counts.corrected ?? 0) > 0 && (
          <Notice tone="waiting">
            <p>{t('correctedStay')}</p>
          </Notice>
        )}
        {run.state === 'previewed' && (run.counts.created ?? 0) > 0 && (
          <Notice>
            <p>{t('draftsNote')}</p>
          </Notice>
        )}
        <Tabs
          page={page}
          label={t('lines', { count: total })}
          tabs={lineOutcomes.map((one) => ({
            href: `${path}?outcome=${one}`,
            label: `${t(`outcome-${one}`)} (${formatNumber(run.counts[one] ?? 0, page.language)})`,
            current: one === outcome,
          }))}
        />
        {lines.length > 0 && (
          <Table
            page={page}
            caption={t(`outcome-${outcome}`)}
            columns={columns(page, run, outcome, sectors)}
            rows={lines}
          />
        )}
        <Pager
          page={page}
          total={total}
          current={current}
          size={linesPerPage}
          href={(number) => `${path}?outcome=${outcome}&page=${number}`}
        />
      </div>
    </PlainPage>
  )
}

/** /courses/imports/:id/undo */
export function UndoPage({ page, draft, run }: { page: Page; draft: Draft; run: ImportRun }) {
  const t = text(page.language)
  return (
    <ConfirmPage
      page={page}
      title={t('undoQuestion', { name: run.fileName })}
      consequence={t('undoConsequence')}
      action={`${list}/${run.id}/undo`}
      button={t('undo')}
      cancel={{ href: `${list}/${run.id}` }}
      current="courses"
      trail={importTrail(page)}
      draft={draft}
    />
  )
}
