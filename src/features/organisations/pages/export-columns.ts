import type { Language } from '../../../kernel/language.ts'
import type { ExportColumn } from '../../../web/export.ts'
import type { ExportedRow } from '../queries/export.ts'
import type { SectorRow } from '../rules/sector-labels.ts'
import { fieldInWords, kindInWords } from '../rules/words.ts'

/** The columns of an export, named as an import recognises them: what goes out can come back in. */
export function exportColumns(language: Language, sectors: readonly SectorRow[]): readonly ExportColumn<ExportedRow>[] {
  const labels = new Map(sectors.map(({ key, label }) => [key, label[language] ?? label.fr]))
  const column = (field: string, cell: ExportColumn<ExportedRow>['cell'], width?: number) => ({
    label: fieldInWords(field, language),
    cell,
    ...(width && { width }),
  })
  return [
    column('slug', (row) => row.slug, 28),
    column('displayName', (row) => row.displayName, 30),
    column('legalName', (row) => row.legalName, 30),
    column('kind', (row) => kindInWords(row.kind, language)),
    column('siren', (row) => row.siren, 12),
    column('registrationCountry', (row) => row.registrationCountry, 8),
    column('registrationNumber', (row) => row.registrationNumber, 16),
    column('sectors', (row) => row.sectors.map((key) => labels.get(key) ?? key).join(' | '), 30),
    column('foundedYear', (row) => row.foundedYear, 8),
    column('website', (row) => row.website, 30),
    column('email', (row) => row.email, 30),
    column('phone', (row) => row.phone),
    column('siret', (row) => row.headquarters?.siret, 16),
    column('address', (row) => row.headquarters?.address, 30),
    column('postcode', (row) => row.headquarters?.postcode, 10),
    column('city', (row) => row.headquarters?.city),
    column('country', (row) => row.headquarters?.country, 8),
    column('latitude', (row) => row.headquarters?.latitude, 10),
    column('longitude', (row) => row.headquarters?.longitude, 10),
    column('summary.fr', (row) => row.summary.fr, 60),
    column('summary.en', (row) => row.summary.en, 60),
    column('description.fr', (row) => row.description.fr, 60),
    column('description.en', (row) => row.description.en, 60),
  ]
}
