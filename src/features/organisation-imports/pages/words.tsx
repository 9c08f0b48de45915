import { dayOf } from '../../../kernel/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { lineOutcomes } from '../../../kernel/table-import.ts'
import type { Option } from '../../../ui/form/choices.tsx'
import type { Page } from '../../../ui/page.ts'
import type { ImportPlace } from '../../../ui/table-import/place.tsx'
import type { LineWords } from '../../../ui/table-import/preview.tsx'
import type { Sector } from '../../../ui/tint.ts'
import { fieldInWords, kindInWords } from '../../organisations/rules/words.ts'
import type { Kind } from '../../organisations/schema/input.ts'
import type { ImportRun, ShownLine } from '../queries/imports.ts'
import { importFields } from '../rules/columns.ts'
import { reasonInWords } from '../rules/lines.ts'
import { text } from '../text/import.ts'

export const list = '/organisations/imports'
export function place(language: Language): ImportPlace {
  const t = text(language)
  return {
    list,
    current: 'organisations',
    trail: [{ href: '/organisations', label: t('directory') }],
    title: t('imports'),
    intro: t('importsIntro'),
    fileHelp: t('fileHelp'),
    fileKinds: t('fileKinds'),
    record: t('record'),
    titles: { upload: t('uploadTitle'), mapping: t('mappingTitle') },
    undoConsequence: t('undoConsequence'),
    outcomes: lineOutcomes,
  }
}

const fewYears = 6
/** The head counts of the last years, and those that the file names. */
function yearsFor(page: Page, run: ImportRun): string[] {
  const now = Number(dayOf(page.now).slice(0, 4))
  const recent = Array.from({ length: fewYears }, (_, back) => `headCount:${now - back}`)
  const named = run.mapping.filter((field) => field?.startsWith('headCount:')) as string[]
  return [...new Set([...recent, ...named])].sort().reverse()
}
export const options = (page: Page, run: ImportRun): Option[] =>
  [...importFields, ...yearsFor(page, run)].map((field) => ({
    value: field,
    label: fieldInWords(field, page.language),
  }))

const Name = ({ page, line }: { page: Page; line: ShownLine }) =>
  line.outcome === 'created' || !line.slug ? (
    <span>{line.name ?? line.cells.find(Boolean)}</span>
  ) : (
    <a href={page.href(`/organisations/${line.slug}`)}>{line.name}</a>
  )
/** What lines say of organisations: kinds and sectors by their names. */
export const wordsFor = (page: Page, sectors: ReadonlyMap<string, Sector>): LineWords<ShownLine> => ({
  name: (line) => <Name page={page} line={line} />,
  field: (field) => fieldInWords(field, page.language),
  value: (field, value) => {
    if (field === 'kind') return kindInWords(value as Kind, page.language)
    return Array.isArray(value) ? value.map((key) => sectors.get(key)?.label ?? key).join(', ') : String(value)
  },
  reason: ({ reason }) => (reason ? reasonInWords(reason, page.language) : ''),
})
