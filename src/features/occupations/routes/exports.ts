import type { Language } from '../../../kernel/language.ts'
import { csvFile, type ExportColumn, type Steps, xlsxFile } from '../../../web/export.ts'
import type { Web } from '../../../web/routing.tsx'
import { type OccupationRow, occupationList } from '../queries/list.ts'
import { type SkillRow, skillList } from '../queries/skills.ts'
import { titleOf, wordingOf } from '../rules/titles.ts'
import type { OccupationSearch, SkillSearch } from '../schema/search.ts'
import { text } from '../text/pages.ts'
import { versionText } from '../text/versions.ts'

const some = 1000
/** All pages of a search, a thousand rows at a time. */
async function* every<Row>(page: (number: number) => Promise<{ rows: readonly Row[] }>): Steps<Row> {
  for (let number = 1; ; number++) {
    const { rows } = await page(number)
    if (rows.length > 0) yield rows
    if (rows.length < some) return
  }
}

const sheetColumns = (
  language: Language,
  sectorOf: (key: string) => string,
): readonly ExportColumn<OccupationRow>[] => {
  const t = text(language)
  const words = versionText(language)
  return [
    { label: t('sheetKind'), cell: (row) => titleOf(row, language), width: 40 },
    { label: words('field-title.fr.masculine'), cell: (row) => row.masculine, width: 30 },
    { label: words('field-title.fr.feminine'), cell: (row) => row.feminine, width: 30 },
    { label: words('field-title.en'), cell: (row) => row.english, width: 30 },
    { label: t('sectors'), cell: (row) => row.sectors.map(sectorOf).join(' | '), width: 30 },
    { label: t('family'), cell: (row) => (row.family ? t(`family-${row.family}`) : '') },
    { label: t('origin'), cell: (row) => t(`origin-${row.origin}`) },
    { label: 'Code', cell: (row) => row.code },
    { label: t('group'), cell: (row) => row.groupCode },
    { label: t('description'), cell: (row) => wordingOf(row.summary, language), width: 60 },
  ]
}
type Kind = 'csv' | 'xlsx'
const write = <Row>(c: Web, kind: Kind, name: string, columns: readonly ExportColumn<Row>[], steps: Steps<Row>) =>
  kind === 'csv' ? csvFile(c, name, columns, steps) : xlsxFile(c, name, columns, steps)

export function exportSheets(c: Web, kind: Kind, asked: OccupationSearch, sectorOf: (key: string) => string) {
  const { page, read } = c.var
  const steps = every((number) => occupationList(read, page.actor, { ...asked, page: number }, some))
  return write(c, kind, text(page.language)('occupations').toLowerCase(), sheetColumns(page.language, sectorOf), steps)
}

const skillColumns = (language: Language): readonly ExportColumn<SkillRow>[] => {
  const t = text(language)
  return [
    { label: t('skillPage'), cell: (row) => wordingOf(row.label, language), width: 50 },
    { label: t('kind'), cell: (row) => t(`kindOne-${row.kind}`) },
    { label: t('origin'), cell: (row) => t(`origin-${row.origin}`) },
    { label: t('occupations'), cell: (row) => row.uses },
  ]
}
export function exportSkills(c: Web, kind: Kind, asked: SkillSearch) {
  const { page, read } = c.var
  const steps = every((number) => skillList(read, page.actor, { ...asked, page: number }, some))
  return write(c, kind, text(page.language)('skills').toLowerCase(), skillColumns(page.language), steps)
}
