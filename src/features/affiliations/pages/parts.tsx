import { affiliationRoles } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import { Choices } from '../../../ui/form/choices.tsx'
import type { Draft } from '../../../ui/form.tsx'
import type { Page } from '../../../ui/page.ts'
import type { OrganisationRecord } from '../../organisations/queries/organisation.ts'
import { text } from '../text/people.ts'

export type Organisation = Pick<OrganisationRecord, 'slug' | 'displayName' | 'id'>
export type FormProps = { page: Page; draft: Draft; organisation: Organisation }

/** The directory and the organisation, above its pages about people. */
export const above = (page: Page, { slug, displayName }: Organisation) => [
  { href: '/organisations', label: text(page.language)('directory') },
  { href: `/organisations/${slug}`, label: displayName },
]
export const RoleField = ({ page, draft }: { page: Page; draft: Draft }) => {
  const t = text(page.language)
  return (
    <Choices
      page={page}
      draft={draft}
      name="role"
      label={t('role')}
      options={affiliationRoles.map((role) => ({
        value: role,
        label: t(`role-${role}`),
        help: t(`roleHelp-${role}`),
      }))}
    />
  )
}

/** « Depuis le 1 mars 2006 », or from one day to the other. */
export function periodOf({ startsOn, endsOn }: { startsOn: Day; endsOn: Day | null }, language: Language) {
  const t = text(language)
  const from = formatDay(startsOn, language)
  return endsOn === null ? t('since', { from }) : t('until', { from, to: formatDay(endsOn, language) })
}
