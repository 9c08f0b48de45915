import { LinkButton } from '../../../ui/button.tsx'
import { Aside } from '../../../ui/card.tsx'
import { Chip, SectorChips } from '../../../ui/chips.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Frame, Heading } from '../../../ui/frame.tsx'
import { type Filter, List } from '../../../ui/list.tsx'
import type { ListState } from '../../../ui/list-state.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { Prose } from '../../../ui/prose.tsx'
import { PublicRecord, Section } from '../../../ui/record.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Sector } from '../../../ui/tint.ts'
import { edit, keepSkills } from '../policy.ts'
import type { SkillRow, SkillUse } from '../queries/skills.ts'
import { listIn, wordingIn, wordingOf } from '../rules/titles.ts'
import { origins, type SkillKind, skillKinds, type Worded } from '../tables/vocabulary.ts'
import type { skill } from '../tables.ts'
import { text } from '../text/pages.ts'
import { Collections, Corrected, type Counts, OtherLanguage, sectorsOf, Title, Wording } from './pieces.tsx'
import { LevelMark } from './skill-groups.tsx'

type SkillsProps = {
  page: Page
  state: ListState
  result: { rows: readonly SkillRow[]; total: number; kinds: ReadonlyMap<SkillKind, number>; corrected: string | null }
  counts: Counts
}
/** What occupations ask for, dense. */
export function SkillIndex({ page, state, result, counts }: SkillsProps) {
  const t = text(page.language)
  const filters: Filter[] = [
    {
      name: 'kind',
      label: t('kind'),
      kind: 'many',
      prominent: true,
      options: skillKinds.map((kind) => ({
        value: kind,
        label: t(`kind-${kind}`),
        count: result.kinds.get(kind) ?? 0,
      })),
    },
    {
      name: 'origin',
      label: t('origin'),
      kind: 'choice',
      prominent: true,
      options: origins
        .filter((origin) => origin !== 'own')
        .map((origin) => ({ value: origin, label: t(`origin-${origin}`) })),
    },
  ]
  return (
    <Frame page={page} title={t('skillsTitle')} current="occupations" description={t('skillsLead')}>
      <Heading
        title={t('skillsTitle')}
        intro={<p>{t('skillsLead')}</p>}
        actions={
          keepSkills(page.actor) && (
            <LinkButton page={page} icon="plus" href="/skills/new">
              {t('newSkill')}
            </LinkButton>
          )
        }
      />
      <Collections page={page} current="skills" counts={counts} />
      <List
        page={page}
        path="/skills"
        state={state}
        total={result.total}
        rows={result.rows}
        counted={t('skillCounted', { count: result.total })}
        searchLabel={t('skillSearch')}
        filters={filters}
        exports={{ csv: '/skills.csv', xlsx: '/skills.xlsx' }}
        view={{
          kind: 'whole',
          render: (rows) => (
            <>
              <Corrected page={page} q={state.q} corrected={result.corrected} />
              <SkillTable page={page} rows={rows} />
            </>
          ),
        }}
        empty={<Empty title={t('noSkill')}>{t('noSkillHow')}</Empty>}
      />
    </Frame>
  )
}

const SkillTable = ({ page, rows }: { page: Page; rows: readonly SkillRow[] }) => {
  const t = text(page.language)
  return (
    <Table
      page={page}
      caption={t('skillsTitle')}
      rows={rows}
      columns={[
        {
          label: t('skillPage'),
          head: true,
          cell: ({ slug, label }) => (
            <a href={page.href(`/skills/${slug}`)}>
              <Wording page={page} wording={label} />
            </a>
          ),
        },
        { label: t('kind'), cell: ({ kind }) => t(`kindOne-${kind}`) },
        {
          label: t('occupations'),
          numeric: true,
          cell: ({ uses }) => (uses > 0 ? t('usedBy', { count: uses }) : t('unused')),
        },
      ]}
    />
  )
}

type Near = readonly { readonly slug: string; readonly label: Worded }[]
type SkillProps = {
  page: Page
  skill: typeof skill.$inferSelect
  uses: readonly SkillUse[]
  useTotal: number
  broader: Near
  narrower: Near
  sectors: readonly Sector[]
}
/** A skill: what it is, and which occupations ask for it. */
export function SkillPage(props: SkillProps) {
  const { page, skill, sectors } = props
  const t = text(page.language)
  const summary = wordingIn(skill.summary, page.language)
  const synonyms = listIn(skill.aliases, page.language)
  return (
    <PublicRecord
      page={page}
      current="occupations"
      kind={skill.isGroup ? t('skillGroup') : `${t('skillPage')} – ${t(`kindOne-${skill.kind}`)}`}
      title={wordingOf(skill.label, page.language)}
      description={summary?.text.slice(0, 300)}
      trail={[{ href: '/skills', label: t('skillsTitle') }]}
      chips={<SectorChips page={page} sectors={sectorsOf(skill.sectors, sectors)} />}
      actions={<SkillDeeds page={page} skill={skill} />}
      facts={[
        { label: t('kind'), value: t(`kindOne-${skill.kind}`) },
        { label: t('origin'), value: skill.origin !== 'own' && <Chip>{t(`origin-${skill.origin}`)}</Chip> },
      ]}
      aside={<Neighbours {...props} />}
    >
      {skill.archivedAt && (
        <Notice tone="waiting">
          <p>{t('archivedSkill')}</p>
        </Notice>
      )}
      {summary && (
        <Section id="definition" title={t('description')}>
          <OtherLanguage page={page} wording={skill.summary} />
          <Prose text={summary.text} lang={summary.lang} />
        </Section>
      )}
      <Uses {...props} />
      {synonyms && (
        <Section id="synonyms" title={t('synonyms')}>
          <ul class="grid list-none gap-x-6 gap-y-1 p-0 sm:grid-cols-2" lang={synonyms.lang}>
            {synonyms.items.map((word) => (
              <li>{word}</li>
            ))}
          </ul>
        </Section>
      )}
    </PublicRecord>
  )
}

const SkillDeeds = ({ page, skill }: Pick<SkillProps, 'page' | 'skill'>) => {
  const t = text(page.language)
  return edit(page.actor, skill) ? (
    <>
      <LinkButton page={page} look="quiet" href={`/skills/${skill.slug}/merge`}>
        {t('mergeSkill')}
      </LinkButton>
      <LinkButton page={page} icon="pencil" href={`/skills/${skill.slug}/edit`}>
        {t('edit')}
      </LinkButton>
    </>
  ) : null
}

const Uses = ({ page, skill, uses, useTotal }: SkillProps) => {
  const t = text(page.language)
  const list = `${skill.origin === 'own' ? '/occupations' : '/occupations/reference'}?skill=${skill.slug}`
  return (
    <Section
      id="occupations"
      title={t('occupationsUsing')}
      more={
        useTotal > uses.length ? (
          <a href={page.href(list)}>
            {t('allUsing')} ({useTotal})
          </a>
        ) : undefined
      }
    >
      {uses.length === 0 && <p>{t('occupationsUsingNone')}</p>}
      <ul class="grid list-none gap-0.5 p-0">
        {uses.map((row) => (
          <li class="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1">
            <a href={page.href(`/occupations/${row.slug}`)}>
              <Title page={page} sheet={row} />
            </a>
            {row.essential && <Chip tone="info">{t('essential')}</Chip>}
            {row.level && <LevelMark page={page} level={row.level} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Neighbours = ({ page, broader, narrower }: SkillProps) => {
  const t = text(page.language)
  const block = (title: string, near: Near) =>
    near.length === 0 ? null : (
      <Aside title={title}>
        <ul class="grid list-none gap-2 p-0">
          {near.map(({ slug, label }) => (
            <li>
              <a href={page.href(`/skills/${slug}`)}>
                <Wording page={page} wording={label} />
              </a>
            </li>
          ))}
        </ul>
      </Aside>
    )
  return (
    <>
      {block(t('broader'), broader)}
      {block(t('narrower'), narrower)}
    </>
  )
}
