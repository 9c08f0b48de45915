import { addDays, dayOf } from '../../../kernel/days.ts'
import { inLanguage, languageOf } from '../../../kernel/localised.ts'
import { Button, LinkButton, Press } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chips.tsx'
import type { Page } from '../../../ui/page.ts'
import * as policy from '../policy.ts'
import type { FollowUp, ListName } from '../queries/lists.ts'
import type { Names } from '../queries/names.ts'
import { isOpen } from '../rules/chasing.ts'
import { longestSnooze } from '../rules/standing.ts'
import { text } from '../text/pages.ts'
import { bearerName, closedWords, creditorName, debtorName, kindLabel, standingWords } from './words.ts'

type LineProps = { page: Page; list: ListName; row: FollowUp; names: Names }

/** Who is on the other side, and in whose name one acts. */
function facts({ page, list, row, names }: LineProps): (string | null)[] {
  const t = text(page.language)
  const bearer = bearerName(page, row, names)
  const isMine = list === 'waiting'
  return [
    kindLabel(row.kind, page.language),
    isMine && row.debtorOrganisationId ? t('forOrganisation', { organisation: debtorName(page, row, names) }) : null,
    isMine ? t('from', { who: creditorName(page, row, names) }) : t('by', { who: debtorName(page, row, names) }),
    list === 'all' ? t('from', { who: creditorName(page, row, names) }) : null,
    bearer && !(isMine && row.bearerId === page.actor.id) ? t('borneBy', { who: bearer }) : null,
    closedWords(row, page.language),
  ]
}

/** Three ways to put it off, and the two others: all without leaving the list, and without scripts. */
function OtherWays({ page, row }: { page: Page; row: FollowUp }) {
  const t = text(page.language)
  const path = `/followups/${row.id}`
  const today = dayOf(page.now)
  return (
    <drop-menu>
      <details class="other-ways">
        <summary class="btn btn-ghost">
          {t('other')}
          <span class="sr-only"> {inLanguage(row.title, page.language)}</span>
        </summary>
        <div class="other-ways-body">
          <Press page={page} action={`${path}/snooze`} hidden={{ days: '1' }} icon="clock">
            {t('tomorrow')}
          </Press>
          <Press page={page} action={`${path}/snooze`} hidden={{ days: '7' }} icon="clock">
            {t('inAWeek')}
          </Press>
          <form method="post" action={page.href(`${path}/snooze`)} class="until">
            <label for={`until-${row.id}`}>{t('until')}</label>
            <input
              id={`until-${row.id}`}
              class="input"
              type="date"
              name="until"
              required
              min={addDays(today, 1)}
              max={addDays(today, longestSnooze)}
            />
            <Button icon="calendar">{t('snooze')}</Button>
          </form>
          <LinkButton page={page} href={`${path}?do=hand-over`} icon="user-plus">
            {t('handOver')}
          </LinkButton>
          <LinkButton page={page} href={`${path}?do=done`} icon="check">
            {t('done')}
          </LinkButton>
        </div>
      </details>
    </drop-menu>
  )
}

/** One thing that is owed: what, until when, from whom, and the deed. */
export function Line(props: LineProps) {
  const { page, row } = props
  const t = text(page.language)
  const standing = standingWords(row, dayOf(page.now), page.language)
  const isMine = isOpen(row) && policy.owes(page.actor, row)
  return (
    <article class="row-item follow-up">
      <div>
        <h3 lang={languageOf(row.title, page.language)}>
          <a href={page.href(`/followups/${row.id}`)}>{inLanguage(row.title, page.language)}</a>
        </h3>
        <ul class="meta">
          {facts(props)
            .filter(Boolean)
            .map((fact) => (
              <li>{fact}</li>
            ))}
        </ul>
        <div class="chips">
          <Chip tone={standing.tone}>{standing.label}</Chip>
        </div>
      </div>
      {isMine && (
        <div class="follow-up-deeds">
          <LinkButton page={page} href={row.href} look="primary" icon="arrow-right">
            {t('go')}
          </LinkButton>
          <OtherWays page={page} row={row} />
        </div>
      )}
    </article>
  )
}
