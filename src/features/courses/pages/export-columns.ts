import type { Language } from '../../../kernel/language.ts'
import type { ExportColumn } from '../../../web/export.ts'
import { titleOf, wordingOf } from '../../occupations/rules/titles.ts'
import type { ExportedRow } from '../queries/export.ts'
import { text } from '../text/pages.ts'
import type { SectorRow } from './pieces.tsx'

/** The columns of an export, named as an import recognises them: what goes out can come back in. */
export function exportColumns(language: Language, sectors: readonly SectorRow[]): readonly ExportColumn<ExportedRow>[] {
  const t = text(language)
  const labels = new Map(sectors.map(({ key, label }) => [key, label[language] ?? label.fr]))
  const bars = (all: readonly string[]) => all.join(' | ')
  return [
    { label: t('column-slug'), cell: (row) => row.slug, width: 28 },
    { label: t('column-title.fr'), cell: (row) => row.title.fr, width: 40 },
    { label: t('column-title.en'), cell: (row) => row.title.en, width: 40 },
    { label: t('column-schools'), cell: (row) => bars(row.schools.map((one) => one.displayName)), width: 30 },
    { label: t('column-diploma'), cell: (row) => row.diploma },
    { label: t('column-level'), cell: (row) => row.level, width: 8 },
    { label: t('column-rncp'), cell: (row) => row.rncp, width: 10 },
    { label: t('column-months'), cell: (row) => row.months, width: 10 },
    { label: t('column-rhythms'), cell: (row) => bars(row.rhythms.map((one) => t(`rhythm-${one}`))), width: 24 },
    { label: t('column-cost'), cell: (row) => (row.costCents === null ? null : row.costCents / 100), width: 12 },
    { label: t('column-town'), cell: (row) => row.town },
    { label: t('column-sectors'), cell: (row) => bars(row.sectors.map((key) => labels.get(key) ?? key)), width: 30 },
    { label: t('column-website'), cell: (row) => row.website, width: 30 },
    { label: t('column-summary.fr'), cell: (row) => row.summary.fr, width: 60 },
    { label: t('column-summary.en'), cell: (row) => row.summary.en, width: 60 },
    {
      label: t('column-occupations'),
      cell: (row) => bars(row.occupations.map((one) => titleOf(one, language))),
      width: 40,
    },
    {
      label: t('column-skills'),
      cell: (row) => bars(row.skills.map((one) => wordingOf(one.label, language))),
      width: 40,
    },
  ]
}
