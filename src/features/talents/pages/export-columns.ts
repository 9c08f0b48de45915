import { formatList } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import type { ExportColumn } from '../../../web/export.ts'
import { wordingOf } from '../../occupations/rules/titles.ts'
import type { SkillChoice } from '../queries/choices.ts'
import type { TalentRow } from '../queries/list.ts'
import { calledOn } from '../rules/calling.ts'
import { departmentName } from '../text/departments.ts'
import { text } from '../text/find.ts'
import { words } from '../text/words.ts'

export type ExportedTalent = TalentRow & { readonly skillLabels: ReadonlyMap<string, SkillChoice> }
/** What the list shows, and nothing else: no address, no telephone, no name that the reader does not see. */
export function exportColumns(language: Language, origin: string): readonly ExportColumn<ExportedTalent>[] {
  const t = text(language)
  const w = words(language)
  const prefix = language === 'en' ? '/en' : ''
  return [
    { label: t('exportName'), cell: ({ face }) => calledOn(face, language), width: 30 },
    { label: t('exportHeadline'), cell: ({ face }) => face.headline, width: 50 },
    {
      label: t('exportOccupations'),
      cell: ({ face }) => face.occupations.map((one) => one[language]).join(' | '),
      width: 40,
    },
    { label: t('exportTown'), cell: ({ face }) => face.city },
    { label: t('exportDepartment'), cell: ({ face }) => face.department && departmentName(face.department) },
    { label: t('exportAvailable'), cell: ({ face }) => face.availableOn },
    {
      label: t('exportKinds'),
      cell: ({ face }) =>
        formatList(
          face.workKinds.map((kind) => w(`kind-${kind}`)),
          language,
        ),
      width: 30,
    },
    {
      label: t('exportSkills'),
      cell: ({ skills, skillLabels }) =>
        skills
          .map((id) => wordingOf(skillLabels.get(id)?.label ?? {}, language))
          .filter(Boolean)
          .join(' | '),
      width: 60,
    },
    { label: t('exportAddress'), cell: ({ code }) => `${origin}${prefix}/talents/${code}`, width: 50 },
  ]
}
