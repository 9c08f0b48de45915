import { type Day, dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Tone } from '../../../ui/chips.tsx'
import type { Page } from '../../../ui/page.ts'
import { followUpKinds } from '../../../web/duties.ts'
import type { FollowUp } from '../queries/lists.ts'
import type { Names } from '../queries/names.ts'
import { daysOverdue, isSnoozed } from '../rules/chasing.ts'
import { text } from '../text/pages.ts'

export const kindLabel = (key: string, language: Language): string =>
  followUpKinds()
    .find((kind) => kind.key === key)
    ?.label(language) ?? key

type Side = Pick<FollowUp, 'debtorKind'>['debtorKind']
/** « vous », « Studio Verglas », « l’équipe du cluster ». */
function partyName(
  page: Pick<Page, 'actor' | 'language'>,
  names: Names,
  { kind, personId, organisationId }: { kind: Side; personId: string | null; organisationId: string | null },
): string {
  const t = text(page.language)
  if (kind === 'team') return t('team')
  if (kind === 'organisation') return names.organisations.get(organisationId ?? '')?.name ?? t('anOrganisation')
  if (personId && personId === page.actor.id) return t('me')
  return names.people.get(personId ?? '') ?? t('someone')
}
type Who = Pick<Page, 'actor' | 'language'>
export const debtorName = (page: Who, row: FollowUp, names: Names) =>
  partyName(page, names, {
    kind: row.debtorKind,
    personId: row.debtorPersonId,
    organisationId: row.debtorOrganisationId,
  })
export const creditorName = (page: Who, row: FollowUp, names: Names) =>
  partyName(page, names, {
    kind: row.creditorKind,
    personId: row.creditorPersonId,
    organisationId: row.creditorOrganisationId,
  })
export const bearerName = (page: Who, row: FollowUp, names: Names): string | null =>
  row.bearerId === null
    ? null
    : row.bearerId === page.actor.id
      ? text(page.language)('me')
      : (names.people.get(row.bearerId) ?? text(page.language)('someone'))

export type Standing = { readonly label: string; readonly tone: Tone }
/** The one thing to know about its time: late, for today, put off, closed. */
export function standingWords(row: FollowUp, today: Day, language: Language): Standing {
  const t = text(language)
  if (row.state !== 'open') {
    const tone = row.state === 'cancelled' ? 'neutral' : 'good'
    return { label: t(`state-${row.state}`), tone }
  }
  if (isSnoozed(row, today))
    return { label: t('snoozedUntil', { day: formatDay(row.snoozedUntil ?? today, language) }), tone: 'info' }
  const late = daysOverdue(row, today)
  if (late > 0) return { label: t('late', { count: late }), tone: 'bad' }
  if (row.dueOn === today) return { label: t('dueToday'), tone: 'waiting' }
  return { label: t('dueOn', { day: formatDay(row.dueOn, language) }), tone: 'neutral' }
}
export const closedWords = ({ closedAt }: FollowUp, language: Language): string | null =>
  closedAt && text(language)('closedOn', { day: formatDay(dayOf(closedAt), language) })
