import { formatNumber } from '../../../kernel/format.ts'
import type { Page } from '../../../ui/page.ts'
import { Table } from '../../../ui/table.tsx'
import { text } from '../text/directory.ts'

type HeadCount = { readonly year: number; readonly people: number }
const width = 480
const height = 120
const gap = 12

/** A bar for each year, its number above and its year below. The table beside it says the same to everybody. */
function Bars({ page, counts }: { page: Page; counts: readonly HeadCount[] }) {
  const most = Math.max(1, ...counts.map((one) => one.people))
  const step = width / counts.length
  const bar = Math.min(64, step - gap)
  return (
    <svg class="w-full max-w-md" viewBox={`0 0 ${width} ${height + 44}`} aria-hidden="true">
      {counts.map(({ year, people }, place) => {
        const tall = Math.max(2, (people / most) * height)
        const middle = place * step + step / 2
        return (
          <>
            <rect class="fill-primary" x={middle - bar / 2} y={24 + height - tall} width={bar} height={tall} rx={3} />
            <text class="fill-current text-sm font-semibold" x={middle} y={16 + height - tall} text-anchor="middle">
              {formatNumber(people, page.language)}
            </text>
            <text class="fill-current text-sm" x={middle} y={height + 42} text-anchor="middle">
              {year}
            </text>
          </>
        )
      })}
    </svg>
  )
}

const mostBars = 8
export function HeadCounts({ page, name, counts }: { page: Page; name: string; counts: readonly HeadCount[] }) {
  const t = text(page.language)
  return (
    <div class="stack">
      <Bars page={page} counts={counts.slice(-mostBars)} />
      <details>
        <summary>{t('headCountsTable')}</summary>
        <Table
          page={page}
          caption={t('headCountsOf', { name })}
          columns={[
            { label: t('year'), cell: (row) => row.year, head: true },
            {
              label: t('headCounts'),
              cell: (row) => t('people', { count: row.people, number: formatNumber(row.people, page.language) }),
              numeric: true,
            },
          ]}
          rows={counts}
        />
      </details>
    </div>
  )
}
