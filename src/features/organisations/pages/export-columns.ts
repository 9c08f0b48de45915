import type { Language } from '../../../kernel/language.ts'
import type { ExportColumn } from '../../../web/export.ts'
import type { ExportedRow } from '../queries/export.ts'
import { text as directory } from '../text/directory.ts'
import { text } from '../text/import.ts'
import type { SectorRow } from './sector-labels.ts'

/** The columns of an export, named as an import recognises them: what goes out can come back in. */
export function exportColumns(language: Language, sectors: readonly SectorRow[]): readonly ExportColumn<ExportedRow>[] {
  const t = text(language)
  const words = directory(language)
  const labels = new Map(sectors.map(({ key, label }) => [key, label[language] ?? label.fr]))
  const column = (field: Parameters<typeof t>[0], cell: ExportColumn<ExportedRow>['cell'], width?: number) => ({
    label: (t as (key: string) => string)(field),
    cell,
    ...(width && { width }),
  })
  return [
    column('field-slug', (row) => row.slug, 28),
    column('field-displayName', (row) => row.displayName, 30),
    column('field-legalName', (row) => row.legalName, 30),
    column('field-kind', (row) => words(`kind-${row.kind}`)),
    column('field-siren', (row) => row.siren, 12),
    column('field-registrationCountry', (row) => row.registrationCountry, 8),
    column('field-registrationNumber', (row) => row.registrationNumber, 16),
    column('field-sectors', (row) => row.sectors.map((key) => labels.get(key) ?? key).join(' | '), 30),
    column('field-foundedYear', (row) => row.foundedYear, 8),
    column('field-website', (row) => row.website, 30),
    column('field-email', (row) => row.email, 30),
    column('field-phone', (row) => row.phone),
    column('field-siret', (row) => row.headquarters?.siret, 16),
    column('field-address', (row) => row.headquarters?.address, 30),
    column('field-postcode', (row) => row.headquarters?.postcode, 10),
    column('field-city', (row) => row.headquarters?.city),
    column('field-country', (row) => row.headquarters?.country, 8),
    column('field-latitude', (row) => row.headquarters?.latitude, 10),
    column('field-longitude', (row) => row.headquarters?.longitude, 10),
    column('field-summary.fr', (row) => row.summary.fr, 60),
    column('field-summary.en', (row) => row.summary.en, 60),
    column('field-description.fr', (row) => row.description.fr, 60),
    column('field-description.en', (row) => row.description.en, 60),
  ]
}
