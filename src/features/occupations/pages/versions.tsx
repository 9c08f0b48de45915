import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Frame, Heading } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Sheet } from '../queries/sheet.ts'
import { titleOf, wordingOf } from '../rules/titles.ts'
import type { Difference, ListField, Piece, SkillChange } from '../rules/versions.ts'
import { type Family, families, type Level, type Worded } from '../tables/vocabulary.ts'
import { text } from '../text/pages.ts'
import { versionText } from '../text/versions.ts'

export type VersionRow = { readonly number: number; readonly publishedAt: Date }
type Comparison = { readonly from: number; readonly to: number; readonly differences: readonly Difference[] }
type VersionsProps = {
  page: Page
  sheet: Sheet
  versions: readonly VersionRow[]
  comparison: Comparison | null
  /** Names of the skills that the differences speak of, by slug. */
  skills: ReadonlyMap<string, Worded>
  sectors: ReadonlyMap<string, string>
}

/** What was published and when, and what changed between two versions. */
export function VersionsPage(props: VersionsProps) {
  const { page, sheet, versions, comparison } = props
  const t = text(page.language)
  const words = versionText(page.language)
  const title = titleOf(sheet, page.language)
  return (
    <Frame
      page={page}
      title={words('versionsTitle', { title })}
      current="occupations"
      noindex
      trail={[
        { href: '/occupations', label: t('occupations') },
        { href: `/occupations/${sheet.slug}`, label: title },
      ]}
    >
      <Heading title={words('versionsTitle', { title })} intro={<p>{words('versionsIntro')}</p>} />
      {versions.length === 0 ? (
        <Empty title={words('noVersion')}>{words('noVersionHow')}</Empty>
      ) : (
        <div class="stack">
          <ol class="grid list-none gap-1 p-0" reversed>
            {versions.map(({ number, publishedAt }) => (
              <li>
                <b>{words('versionNumber', { number })}</b>{' '}
                <span class="help">{words('publishedOn', { day: formatDay(dayOf(publishedAt), page.language) })}</span>
              </li>
            ))}
          </ol>
          {versions.length > 1 && <Chooser {...props} />}
          {comparison && <Differences {...props} comparison={comparison} />}
        </div>
      )}
    </Frame>
  )
}

const Chooser = ({ page, sheet, versions, comparison }: VersionsProps) => {
  const words = versionText(page.language)
  const choice = (name: 'from' | 'to', label: string, chosen: number | undefined) => (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name} class="select">
        {versions.map(({ number }) => (
          <option value={String(number)} selected={number === chosen}>
            {words('versionNumber', { number })}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form method="get" action={page.href(`/occupations/${sheet.slug}/versions`)} class="flex flex-wrap items-end gap-4">
      {choice('from', words('compareFrom'), comparison?.from)}
      {choice('to', words('compareTo'), comparison?.to)}
      <Button>{words('compareWith')}</Button>
    </form>
  )
}

function Differences(props: VersionsProps & { comparison: Comparison }) {
  const { page, comparison } = props
  const { from, to, differences } = comparison
  const words = versionText(page.language)
  return (
    <section class="stack">
      <h2>{words('changesBetween', { from, to })}</h2>
      {differences.length === 0 && <p>{words('noChange')}</p>}
      {differences.map((difference) => (
        <section>
          <h3>{words(`field-${difference.field}`)}</h3>
          {'pieces' in difference ? (
            <div class="prose">
              <p>
                {difference.pieces.map((piece) => (
                  <Changed page={page} piece={piece} />
                ))}
              </p>
            </div>
          ) : difference.field === 'skills' ? (
            <SkillChanges {...props} difference={difference} />
          ) : (
            <ListChanges {...props} difference={difference} />
          )}
        </section>
      ))}
    </section>
  )
}

/** Words that came are underlined, words that went are struck: never the colour alone. */
const Changed = ({ page, piece }: { page: Page; piece: Piece }) => {
  const words = versionText(page.language)
  if (piece.change === 'same') return piece.text
  return piece.change === 'added' ? (
    <ins class="diff-added">
      <span class="sr-only">{words('added')} </span>
      {piece.text}
    </ins>
  ) : (
    <del class="diff-removed">
      <span class="sr-only">{words('removed')} </span>
      {piece.text}
    </del>
  )
}

type Named = Extract<Difference, { readonly field: ListField }>
function ListChanges({ page, difference, sectors }: VersionsProps & { difference: Named }) {
  const t = text(page.language)
  const name = (value: string) =>
    difference.field === 'sectors'
      ? (sectors.get(value) ?? value)
      : difference.field === 'family' && families.includes(value as Family)
        ? t(`family-${value as Family}`)
        : value
  return (
    <ul class="grid gap-1">
      {difference.removed.map((value) => (
        <li>
          <Changed page={page} piece={{ text: name(value), change: 'removed' }} />
        </li>
      ))}
      {difference.added.map((value) => (
        <li>
          <Changed page={page} piece={{ text: name(value), change: 'added' }} />
        </li>
      ))}
    </ul>
  )
}

type OfSkills = Extract<Difference, { readonly field: 'skills' }>
function SkillChanges({ page, difference, skills }: VersionsProps & { difference: OfSkills }) {
  const t = text(page.language)
  const words = versionText(page.language)
  const name = (slug: string) => wordingOf(skills.get(slug) ?? { fr: slug }, page.language)
  const said = ({ essential, level }: SkillChange) =>
    [t(essential ? 'essential' : 'optional'), level && t(`level-${level as Level}`)].filter(Boolean).join(', ')
  return (
    <ul class="grid gap-1">
      {(['removed', 'added'] as const).flatMap((change) =>
        difference[change].map((line) => (
          <li>
            <Changed page={page} piece={{ text: name(line.skill), change }} /> <span class="help">{said(line)}</span>
          </li>
        )),
      )}
      {difference.changed.map(({ before, after }) => (
        <li>
          {name(after.skill)} <span class="help">{words('fromTo', { before: said(before), after: said(after) })}</span>
        </li>
      ))}
    </ul>
  )
}
