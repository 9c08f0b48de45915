import { formatDay } from '../../../kernel/format.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { Aside } from '../../../ui/card.tsx'
import { Chip, Chips, SectorChips } from '../../../ui/chips.tsx'
import type { Fact } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page, View } from '../../../ui/page.ts'
import { Picture } from '../../../ui/picture.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { PublicRecord, Section } from '../../../ui/record.tsx'
import type { Sector } from '../../../ui/tint.ts'
import { edit } from '../policy.ts'
import type { OccupationRow } from '../queries/list.ts'
import type { Sheet, SkillLine } from '../queries/sheet.ts'
import { listIn, titleIn, wordingIn, wordingOf } from '../rules/titles.ts'
import type { Worded } from '../tables/vocabulary.ts'
import { text } from '../text/pages.ts'
import { jsonLdOf } from './json-ld.ts'
import { OtherLanguage, sectorsOf, Title } from './pieces.tsx'
import { SkillGroups } from './skill-groups.tsx'

export type SheetProps = {
  page: Page
  sheet: Sheet
  sectors: readonly Sector[]
  lines: readonly SkillLine[]
  aliases: readonly { language: string; label: string; code: string | null }[]
  linked: readonly OccupationRow[]
  neighbours: readonly (OccupationRow & { shared: number })[]
  moves: readonly OccupationRow[]
  group: { code: string; label: Worded } | null
  owner: string | null
  /** What later features show: sections, and blocks of the right column. */
  panels: readonly View[]
  asides: readonly View[]
}

/** The sheet as an article. */
export function SheetPage(props: SheetProps) {
  const { page, sheet, lines } = props
  const t = text(page.language)
  const own = sectorsOf(sheet.sectors, props.sectors)
  const isOwn = sheet.origin === 'own'
  const summary = wordingIn(sheet.summary, page.language)
  return (
    <PublicRecord
      page={page}
      current="occupations"
      kind={isOwn ? t('sheetKind') : t('referenceKind', { origin: t(`origin-${sheet.origin}`) })}
      title={titleIn(sheet, page.language).text}
      description={summary?.text.slice(0, 300)}
      jsonLd={jsonLdOf(props)}
      noindex={sheet.state !== 'published'}
      trail={[
        { href: '/occupations', label: t('occupations') },
        ...(isOwn ? [] : [{ href: '/occupations/reference', label: t('referenceTab') }]),
      ]}
      sectors={own}
      picture={isOwn && <Picture id={sheet.id} colour={own[0]?.colour ?? 'slate'} shape="banner" />}
      chips={<HeadChips page={page} sheet={sheet} sectors={own} />}
      lead={isOwn && summary && <p lang={summary.lang}>{summary.text}</p>}
      actions={<Deeds page={page} sheet={sheet} />}
      facts={factsOf(props)}
      aside={
        <>
          <Linked {...props} />
          <Keeping page={page} sheet={sheet} />
          {[...props.asides]}
        </>
      }
    >
      <States page={page} sheet={sheet} />
      {!isOwn && <TextSection page={page} id="description" title={t('description')} wording={sheet.summary} />}
      <Missions {...props} />
      {lines.length > 0 && (
        <Section id="skills" title={t('skills')}>
          <p class="help mb-5 print:hidden">{t('skillsIntro')}</p>
          <SkillGroups page={page} lines={lines} />
        </Section>
      )}
      <TextSection
        page={page}
        id="conditions"
        title={isOwn ? t('conditions') : t('contexts')}
        wording={sheet.conditions}
      />
      <TextSection page={page} id="prospects" title={t('prospects')} wording={sheet.prospects} />
      <Aliases {...props} />
      <Near {...props} />
      {[...props.panels]}
      {!isOwn && <p class="help">{t(sheet.origin === 'rome' ? 'sourceRome' : 'sourceEsco')}</p>}
    </PublicRecord>
  )
}

const HeadChips = ({ page, sheet, sectors }: { page: Page; sheet: Sheet; sectors: readonly Sector[] }) => {
  const t = text(page.language)
  return (
    <div class="grid gap-2">
      <SectorChips page={page} sectors={sectors} />
      {sheet.family && (
        <Chips>
          <Chip>{t(`family-${sheet.family}`)}</Chip>
        </Chips>
      )}
    </div>
  )
}

const States = ({ page, sheet }: { page: Page; sheet: Sheet }) => {
  const t = text(page.language)
  return sheet.state === 'published' ? null : (
    <Notice tone="waiting">
      <p>{t(sheet.state === 'draft' ? 'draftNotice' : 'archivedNotice')}</p>
    </Notice>
  )
}

/** The next deed of the team; the same rule as the action's shows it. */
function Deeds({ page, sheet }: { page: Page; sheet: Sheet }) {
  const t = text(page.language)
  const path = `/occupations/${sheet.slug}`
  if (!edit(page.actor, sheet)) return null
  return (
    <>
      <LinkButton page={page} icon="pencil" href={`${path}/edit`}>
        {t('edit')}
      </LinkButton>
      {sheet.state !== 'published' && (
        <Press page={page} look="primary" action={`${path}/publish`}>
          {t('publish')}
        </Press>
      )}
    </>
  )
}

/** What else the team does with a sheet. */
function Keeping({ page, sheet }: { page: Page; sheet: Sheet }) {
  const t = text(page.language)
  const path = `/occupations/${sheet.slug}`
  if (!edit(page.actor, sheet)) return null
  const deed = (name: 'review' | 'unpublish' | 'archive') => (
    <Press page={page} small action={`${path}/${name}`}>
      {t(name)}
    </Press>
  )
  return (
    <Aside title={t('keeping')}>
      <div class="grid justify-items-start gap-2">
        {sheet.state === 'published' && deed('review')}
        {sheet.state === 'published' && deed('unpublish')}
        {sheet.state !== 'archived' && deed('archive')}
      </div>
    </Aside>
  )
}

function factsOf({ page, sheet, group, owner }: SheetProps): Fact[] {
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

type TextProps = { page: Page; id: string; title: string; wording: Worded }
const TextSection = ({ page, id, title, wording }: TextProps) => {
  const found = wordingIn(wording, page.language)
  return found ? (
    <Section id={id} title={title}>
      <OtherLanguage page={page} wording={wording} />
      <Prose text={found.text} lang={found.lang === page.language ? undefined : found.lang} />
    </Section>
  ) : null
}

const Missions = ({ page, sheet }: SheetProps) => {
  const found = listIn(sheet.missions, page.language)
  return found ? (
    <Section id="missions" title={text(page.language)('missions')}>
      <OtherLanguage page={page} wording={sheet.missions} />
      <div class="prose">
        <ul lang={found.lang === page.language ? undefined : found.lang}>
          {found.items.map((mission) => (
            <li>{mission}</li>
          ))}
        </ul>
      </div>
    </Section>
  ) : null
}

const Aliases = ({ page, aliases }: SheetProps) => {
  const t = text(page.language)
  const order = page.language === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const)
  return aliases.length === 0 ? null : (
    <Section id="aliases" title={t('aliases')}>
      {order.map((language) => {
        const labels = aliases.filter((one) => one.language === language).map(({ label }) => label)
        if (labels.length === 0) return null
        return (
          <>
            {language !== page.language && (
              <h3 class="mt-4 mb-2">{t(language === 'en' ? 'aliasesIn' : 'aliasesInFrench')}</h3>
            )}
            <ul
              class="grid list-none gap-x-6 gap-y-1 p-0 sm:grid-cols-2 print:grid-cols-3 print:gap-y-0"
              lang={language}
            >
              {labels.map((label) => (
                <li>{label}</li>
              ))}
            </ul>
          </>
        )
      })}
    </Section>
  )
}

/** Where this occupation is near to others: by shared skills, and by the official moves of ROME. */
const Near = ({ page, neighbours, moves }: SheetProps) => {
  const t = text(page.language)
  return (
    <>
      {moves.length > 0 && (
        <Section id="moves" title={t('moves')}>
          <p class="help mb-3 print:hidden">{t('movesIntro')}</p>
          <ol class="grid gap-1.5">
            {moves.map((row) => (
              <li>
                <a href={page.href(`/occupations/${row.slug}`)}>
                  <Title page={page} sheet={row} />
                </a>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {neighbours.length > 0 && (
        <Section id="neighbours" title={t('neighbours')}>
          <p class="help mb-3 print:hidden">{t('neighboursIntro')}</p>
          <ul class="grid list-none gap-2 p-0 print:grid-cols-2 print:gap-1">
            {neighbours.map((row) => (
              <li>
                <a href={page.href(`/occupations/${row.slug}`)}>
                  <Title page={page} sheet={row} />
                </a>{' '}
                <span class="help">{t('sharedSkills', { count: row.shared })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** Reference sheets of an own sheet (codes that are not imported are said as they are), own sheets of a reference one. */
const Linked = ({ page, sheet, linked }: SheetProps) => {
  const t = text(page.language)
  const isOwn = sheet.origin === 'own'
  const missing = isOwn ? sheet.romeCodes.filter((code) => !linked.some((row) => row.code === code)) : []
  if (linked.length === 0 && missing.length === 0) return null
  return (
    <Aside title={t(isOwn ? 'references' : 'ownSheets')}>
      <ul class="grid list-none gap-2 p-0 print:grid-cols-2 print:gap-1">
        {linked.map((row) => (
          <li>
            <a href={page.href(`/occupations/${row.slug}`)}>
              <Title page={page} sheet={row} />
            </a>{' '}
            {isOwn && (
              <span class="help">{row.origin === 'rome' ? `ROME ${row.code}` : t(`origin-${row.origin}`)}</span>
            )}
          </li>
        ))}
        {missing.map((code) => (
          <li>
            ROME {code} <span class="help">{t('notImported')}</span>
          </li>
        ))}
      </ul>
    </Aside>
  )
}
