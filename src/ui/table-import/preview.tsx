import type { Child } from 'hono/jsx'
import { formatMoment, formatNumber } from '../../kernel/format.ts'
import { type ImportLine, type ImportRun, writesAnything } from '../../kernel/table-import.ts'
import { LinkButton, Press } from '../button.tsx'
import { PlainPage } from '../frame.tsx'
import { Notice } from '../notice.tsx'
import type { Page } from '../page.ts'
import { Pager } from '../pager.tsx'
import { type Column, Table } from '../table.tsx'
import { Tabs } from '../tabs.tsx'
import { text as kit } from '../text.ts'
import { type ImportPlace, importTrail, outcomeName, StateChip } from './place.tsx'
import { text } from './text.ts'

export const linesPerPage = 100
const longest = 120

/** How this import says what its lines say. */
export type LineWords<Line extends ImportLine> = {
  /** The record of a line: a link where there is one. */
  readonly name: (line: Line) => Child
  readonly field: (field: string) => string
  /** A value that is not empty. */
  readonly value: (field: string, value: unknown) => string
  readonly reason: (line: Line) => string
  /** The last column for outcomes that only this import knows. */
  readonly column?: (outcome: string) => Column<Line> | undefined
}

/** A value of a field in words, or that it is empty. */
export function valueInWords<Line extends ImportLine>(
  page: Page,
  words: LineWords<Line>,
  field: string,
  value: unknown,
) {
  if (value === null || value === undefined || value === '') return text(page.language)('notGiven')
  const written = words.value(field, value)
  return written.length > longest ? `${written.slice(0, longest - 1)}…` : written
}

type ChangesProps<Line extends ImportLine> = { page: Page; line: Line; words: LineWords<Line> }
/** What a line changes: for an update before and after, for a new one what it will be. */
function Changes<Line extends ImportLine>({ page, line, words }: ChangesProps<Line>) {
  const t = kit(page.language)
  const said = (field: string, value: unknown) => valueInWords(page, words, field, value)
  return (
    <ul class="changes">
      {Object.entries(line.changes ?? {}).map(([field, [before, after]]) => (
        <li class="flex flex-wrap gap-x-2">
          <span>{words.field(field)}</span>
          {line.outcome === 'updated' && (
            <del>
              <span class="sr-only">{t('before')} </span>
              {said(field, before)}
            </del>
          )}
          <ins>
            <span class="sr-only">{t('after')} </span>
            {said(field, after)}
          </ins>
        </li>
      ))}
    </ul>
  )
}

type Shown<Line extends ImportLine> = { page: Page; place: ImportPlace; outcome: string; words: LineWords<Line> }
function columns<Line extends ImportLine>({ page, place, outcome, words }: Shown<Line>): Column<Line>[] {
  const t = text(page.language)
  const first: Column<Line>[] = [
    { label: t('line'), numeric: true, cell: (line) => line.line },
    { label: place.record, head: true, cell: words.name },
  ]
  const own = words.column?.(outcome)
  if (own) return [...first, own]
  if (outcome === 'refused')
    return [
      ...first,
      { label: t('reason'), cell: words.reason },
      { label: t('content'), cell: (line) => <small>{line.cells.filter(Boolean).join(' · ').slice(0, 300)}</small> },
    ]
  if (outcome === 'unchanged') return first
  return [...first, { label: t('what'), cell: (line) => <Changes page={page} line={line} words={words} /> }]
}

type RunProps = { page: Page; place: ImportPlace; run: ImportRun }
function Deeds({ page, place, run }: RunProps) {
  const t = text(page.language)
  const path = `${place.list}/${run.id}`
  if (run.state === 'previewed')
    return (
      <>
        <LinkButton page={page} href={`${path}/columns`} look="quiet" icon="sliders-horizontal">
          {t('remap')}
        </LinkButton>
        {writesAnything(run.counts) && (
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

function introOf(page: Page, run: ImportRun): string {
  const t = text(page.language)
  const when = (moment: Date | null) => (moment ? formatMoment(moment, page.language) : '')
  if (run.state === 'applied') return t('appliedIntro', { when: when(run.appliedAt) })
  if (run.state === 'undone') return t('undoneIntro', { when: when(run.undoneAt) })
  return t(writesAnything(run.counts) ? 'previewIntro' : 'nothingToDo')
}

type OutcomesProps = RunProps & { outcome: string }
/** A tab for each outcome, with how many lines have it. */
function Outcomes({ page, place, run, outcome }: OutcomesProps) {
  const all = Object.values(run.counts).reduce<number>((sum, count) => sum + (count ?? 0), 0)
  return (
    <Tabs
      page={page}
      label={text(page.language)('lines', { count: all })}
      tabs={place.outcomes.map((one) => ({
        href: `${place.list}/${run.id}?outcome=${one}`,
        label: `${outcomeName(place, one, page.language)} (${formatNumber(run.counts[one] ?? 0, page.language)})`,
        current: one === outcome,
      }))}
    />
  )
}

type PreviewProps<Line extends ImportLine> = RunProps & {
  outcome: string
  lines: readonly Line[]
  words: LineWords<Line>
  /** Why applying was refused, when it was. */
  refusal: string | null
  current: number
  /** What else is to be known of these lines. */
  children?: Child
}
/** What the file will do, or has done, line by line. */
export function PreviewPage<Line extends ImportLine>(props: PreviewProps<Line>) {
  const { page, place, run, outcome, lines, words, refusal, current, children } = props
  const t = text(page.language)
  return (
    <PlainPage
      page={page}
      title={t('resultTitle', { name: run.fileName })}
      intro={introOf(page, run)}
      current={place.current}
      noindex
      wide
      trail={importTrail(place)}
      actions={<Deeds page={page} place={place} run={run} />}
    >
      <div class="stack">
        <p>
          <StateChip page={page} state={run.state} /> {run.format}
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
        {children}
        <Outcomes page={page} place={place} run={run} outcome={outcome} />
        {lines.length > 0 && (
          <Table
            page={page}
            caption={outcomeName(place, outcome, page.language)}
            columns={columns({ page, place, outcome, words })}
            rows={lines}
          />
        )}
        <Pager
          page={page}
          total={run.counts[outcome] ?? 0}
          current={current}
          size={linesPerPage}
          href={(number) => `${place.list}/${run.id}?outcome=${outcome}&page=${number}`}
        />
      </div>
    </PlainPage>
  )
}
