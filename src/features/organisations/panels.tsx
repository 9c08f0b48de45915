import { dayOf } from '../../kernel/days.ts'
import { formatRelativeDay } from '../../kernel/format.ts'
import { inLanguage } from '../../kernel/localised.ts'
import { ResultRow } from '../../ui/card.tsx'
import { SectorChips } from '../../ui/chips.tsx'
import { homeSlot, panel } from '../../web/slots.ts'
import { Mark } from './pages/mark.tsx'
import { latest, sectorList } from './queries/directory.ts'
import { pick, sectorsFor } from './rules/sector-labels.ts'
import { text } from './text/directory.ts'

const shown = 4

/** On the home page: who has just come into the directory. */
const newcomers = panel(homeSlot, async (read, page) => {
  const [rows, sectorRows] = await Promise.all([latest(read, shown), sectorList(read)])
  if (rows.length === 0) return null
  const t = text(page.language)
  const sectors = sectorsFor(sectorRows, page.language)
  return (
    <section class="home-section">
      <div class="home-section-head">
        <h2>{t('newcomers')}</h2>
        <a class="link" href={page.href('/organisations')}>
          {t('wholeDirectory')}
        </a>
      </div>
      <div class="results is-rows">
        {rows.map((row) => (
          <ResultRow
            page={page}
            href={`/organisations/${row.slug}`}
            title={row.displayName}
            picture={<Mark organisation={row} />}
            lead={inLanguage(row.summary, page.language)}
            facts={[row.city]}
            chips={<SectorChips page={page} sectors={pick(sectors, row.sectors)} />}
            end={formatRelativeDay(dayOf(row.createdAt), dayOf(page.now), page.language)}
          />
        ))}
      </div>
    </section>
  )
})

export const panels = [newcomers]
