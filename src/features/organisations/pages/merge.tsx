import type { Child } from 'hono/jsx'
import { inLanguage, type Localised } from '../../../kernel/localised.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ResultRow } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PlainPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Sector } from '../../../ui/tint.ts'
import type { OrganisationRecord } from '../queries/organisation.ts'
import { logoPath } from '../rules/logo.ts'
import type { Difference, MergeField } from '../rules/merge.ts'
import { pick } from '../rules/sector-labels.ts'
import { text as words } from '../text/directory.ts'
import { text as form } from '../text/form.ts'
import { text } from '../text/team.ts'

type Organisation = Pick<OrganisationRecord, 'id' | 'slug' | 'displayName' | 'city'>
const above = (page: Page, { slug, displayName }: Organisation) => [
  { href: '/organisations', label: words(page.language)('directory') },
  { href: `/organisations/${slug}`, label: displayName },
]

type ChooseProps = { page: Page; organisation: Organisation; q: string; others: readonly Organisation[] }
/** /organisations/:slug/merge: which other entry is the duplicate? */
export function MergeChoicePage({ page, organisation, q, others }: ChooseProps) {
  const t = text(page.language)
  const path = `/organisations/${organisation.slug}/merge`
  return (
    <PlainPage
      page={page}
      title={t('mergeTitle', { name: organisation.displayName })}
      intro={t('mergeIntro', { name: organisation.displayName })}
      current="organisations"
      noindex
      trail={above(page, organisation)}
    >
      <div class="stack">
        <search>
          <form class="actions" method="get" action={page.href(path)}>
            <label for="q">{t('mergeSearch')}</label>
            <input class="input" id="q" type="search" name="q" value={q} />
            <Button icon="search">{t('mergeFind')}</Button>
          </form>
        </search>
        <h2>{t('mergeLikely')}</h2>
        {others.length === 0 ? (
          <Empty title={t('mergeNone')} icon="search">
            {t('mergeNoneHow')}
          </Empty>
        ) : (
          <ul class="results is-rows">
            {others.map((one) => (
              <li>
                <ResultRow
                  page={page}
                  href={`/organisations/${one.slug}`}
                  title={one.displayName}
                  facts={[one.city]}
                  end={
                    <LinkButton page={page} href={`${path}/${one.id}`} icon="merge" small>
                      {t('compare')}
                      <span class="sr-only"> {one.displayName}</span>
                    </LinkButton>
                  }
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </PlainPage>
  )
}

type Sectors = ReadonlyMap<string, Sector>
function Value({
  page,
  field,
  of,
  sectors,
}: {
  page: Page
  field: MergeField
  of: OrganisationRecord
  sectors: Sectors
}) {
  const value = of[field]
  const nothing = <i>{text(page.language)('nothing')}</i>
  if (field === 'logoHash') return value ? <img class="max-h-16" src={logoPath(of)} alt="" /> : nothing
  if (field === 'kind') return <span>{words(page.language)(`kind-${of.kind}`)}</span>
  if (field === 'sectors')
    return (
      <span>
        {pick(sectors, of.sectors)
          .map((one) => one.label)
          .join(', ') || nothing}
      </span>
    )
  if (field === 'registrationNumber') return <span>{value ? `${of.registrationCountry} ${value}` : nothing}</span>
  const written = typeof value === 'object' && value !== null ? inLanguage(value as Localised, page.language) : value
  const said = String(written ?? '')
  return <span>{said ? (said.length > 240 ? `${said.slice(0, 239)}…` : said) : nothing}</span>
}

function labelOf(page: Page, field: MergeField): string {
  const w = words(page.language)
  const f = form(page.language)
  const labels: Partial<Record<MergeField, string>> = {
    displayName: f('displayName'),
    legalName: w('legalName'),
    sectors: f('sectors'),
    summary: f('summary'),
    description: f('description'),
    foundedYear: f('foundedYear'),
    registrationNumber: f('registrationNumber'),
    logoHash: w('logo'),
  }
  return labels[field] ?? (w as (key: string) => string)(field)
}

type CompareProps = {
  page: Page
  kept: OrganisationRecord
  gone: OrganisationRecord
  differences: readonly Difference[]
  sectors: Sectors
  /** What later features bring along. */
  moves: Child[]
  refusal: string | null
}
/** One field: both values, one of them chosen. */
function Choice({
  page,
  difference,
  kept,
  gone,
  sectors,
}: Pick<CompareProps, 'page' | 'kept' | 'gone' | 'sectors'> & { difference: Difference }) {
  const t = text(page.language)
  const { field, proposed } = difference
  const name = `choice.${field}`
  const sides = [
    { side: 'kept', of: kept, label: t('keep') },
    { side: 'other', of: gone, label: t('takeOther') },
  ] as const
  return (
    <fieldset class="field">
      <legend>{labelOf(page, field)}</legend>
      <div class="columns">
        {sides.map(({ side, of, label }) => (
          <label class="choice">
            <input type="radio" class="radio" name={name} value={side} checked={proposed === side} />
            <span>
              <small>{label}</small>
              <Value page={page} field={field} of={of} sectors={sectors} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** /organisations/:slug/merge/:id: field by field, then the deed. */
export function MergeComparePage({ page, kept, gone, differences, sectors, moves, refusal }: CompareProps) {
  const t = text(page.language)
  const path = `/organisations/${kept.slug}/merge`
  return (
    <PlainPage
      page={page}
      title={t('compareTitle')}
      intro={t('compareIntro')}
      current="organisations"
      noindex
      trail={above(page, kept)}
    >
      <form class="stack" method="post" action={page.href(`${path}/${gone.id}`)}>
        {refusal && (
          <Notice tone="bad" live>
            <p>{refusal}</p>
          </Notice>
        )}
        <div class="columns">
          <p>
            <b>{t('kept', { name: kept.displayName })}</b>
          </p>
          <p>
            <b>{t('gone', { name: gone.displayName })}</b>
          </p>
        </div>
        {differences.map((difference) => (
          <Choice page={page} difference={difference} kept={kept} gone={gone} sectors={sectors} />
        ))}
        <h2>{t('moves')}</h2>
        <ul class="list-disc pl-5">
          <li>{t('movesEstablishments', { count: gone.establishments.length })}</li>
          {moves}
        </ul>
        <Notice tone="waiting">
          <p>{t('mergeConsequence')}</p>
        </Notice>
        <div class="form-foot">
          <Button look="danger" icon="merge">
            {t('merge')}
          </Button>
          <LinkButton page={page} look="quiet" href={path}>
            {t('cancel')}
          </LinkButton>
        </div>
      </form>
    </PlainPage>
  )
}
