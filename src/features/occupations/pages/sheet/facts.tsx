import { formatDay } from '../../../../kernel/format.ts'
import type { Fact } from '../../../../ui/facts.tsx'
import { wordingOf } from '../../rules/titles.ts'
import { text } from '../../text/pages.ts'
import type { SheetProps } from './props.ts'

/** Own sheets say how they are kept, those of a repertory where it files them. */
export function factsOf({ page, sheet, group, owner }: SheetProps): Fact[] {
  const t = text(page.language)
  const { language } = page
  if (sheet.origin === 'own')
    return [
      { label: t('reviewed'), value: sheet.reviewedOn ? formatDay(sheet.reviewedOn, language) : t('neverReviewed') },
      { label: t('keptBy'), value: owner },
      {
        label: t('versionFact'),
        value: sheet.versionNumber > 0 && (
          <a href={page.href(`/occupations/${sheet.slug}/versions`)}>{sheet.versionNumber}</a>
        ),
      },
    ]
  const isRome = sheet.origin === 'rome'
  const list = `/occupations/reference?origin=${sheet.origin}&group=${sheet.groupCode ?? ''}`
  return [
    { label: t('romeCode'), value: isRome && sheet.code },
    { label: t('isco'), value: !isRome && sheet.isco },
    {
      label: t('group'),
      value: group && <a href={page.href(list)}>{`${group.code} – ${wordingOf(group.label, language)}`}</a>,
    },
    {
      label: t('escoLink'),
      value: !isRome && sheet.code && (
        <a href={sheet.code} rel="noopener external">
          {sheet.code.split('/').at(-1)}
        </a>
      ),
    },
  ]
}
