import { formatNumber } from '../../kernel/format.ts'
import { inLanguage } from '../../kernel/localised.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button, LinkButton, Press } from '../../ui/button.tsx'
import { Aside, Card, DoorCard, ResultRow } from '../../ui/card.tsx'
import { Chip, Chips, SectorChip, SectorChips } from '../../ui/chips.tsx'
import { CopyText } from '../../ui/copy.tsx'
import { Facts, Figure } from '../../ui/facts.tsx'
import { FileTile } from '../../ui/file-tile.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { iconSet } from '../../ui/icon-set.ts'
import { Mark } from '../../ui/mark.tsx'
import type { Page } from '../../ui/page.ts'
import { Picture } from '../../ui/picture.tsx'
import { Prose } from '../../ui/prose.tsx'
import { tints } from '../../ui/tint.ts'
import { type Content, colourOf, headCountOf, sectorsOf, titleOf } from './content.ts'
import { text } from './text.ts'

export type Given = { readonly page: Page; readonly content: Content }

export function Words({ page, content }: Given) {
  const t = text(page.language)
  const [occupation] = content.occupations
  return (
    <div class="stack">
      <h3>{t('wordsTitle')}</h3>
      {occupation && <Prose text={inLanguage(occupation.conditions, page.language)} />}
      <p class="help">{t('reviewed')}</p>
    </div>
  )
}

export function Colours({ page }: Given) {
  const t = text(page.language)
  return (
    <div class="stack">
      <p>{t('coloursHow')}</p>
      <Chips>
        {tints.map((tint) => (
          <SectorChip page={page} sector={{ key: tint, label: tint, colour: tint }} />
        ))}
      </Chips>
      <ul class="flex flex-wrap gap-x-5 gap-y-2" lang="en">
        {(Object.keys(iconSet) as IconName[]).map((name) => (
          <li class="flex items-center gap-2">
            <Icon name={name} />
            <code class="text-sm">{name}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function Buttons({ page }: Given) {
  const t = text(page.language)
  return (
    <div class="stack">
      <p>{t('buttonsHow')}</p>
      <form class="actions" action={page.href('/styleguide')} method="get">
        <Button look="primary" icon="send">
          {t('publish')}
        </Button>
        <Button>{t('draft')}</Button>
        <Button look="quiet">{t('skip')}</Button>
        <Button look="danger" icon="trash">
          {t('remove')}
        </Button>
        <Button small icon="pencil">
          {t('draft')}
        </Button>
      </form>
      <div class="actions">
        <LinkButton page={page} href="/styleguide/list" icon="list">
          {t('seeAll')}
        </LinkButton>
        <Press
          page={page}
          action="/preferences/theme"
          hidden={{ theme: 'paper', back: page.href('/styleguide') }}
          icon="sun"
        >
          {t('light')}
        </Press>
      </div>
    </div>
  )
}

export function ChipsAndFacts({ page, content }: Given) {
  const t = text(page.language)
  const [organisation] = content.organisations
  return (
    <div class="columns">
      <div class="stack">
        <SectorChips page={page} sectors={sectorsOf(page.language)} />
        <Chips>
          <Chip tone="good" icon="circle-check">
            {t('published')}
          </Chip>
          <Chip tone="waiting">{t('expected')}</Chip>
          <Chip tone="bad">{t('refused')}</Chip>
          <Chip tone="info">{t('fresh')}</Chip>
          <Chip>{t('archived')}</Chip>
        </Chips>
        <Figure
          page={page}
          value={formatNumber(1000, page.language)}
          unit={t('trained')}
          href="/styleguide/list"
          note={t('trainedNote')}
        />
      </div>
      {organisation && (
        <Facts
          facts={[
            { label: t('city'), value: organisation.establishments[0]?.city },
            { label: t('founded'), value: organisation.founded },
            { label: t('staff'), value: t('people', { count: headCountOf(organisation) }) },
          ]}
        />
      )}
    </div>
  )
}

export function Persons({ page, content }: Given) {
  const t = text(page.language)
  return (
    <div class="stack">
      <ul class="columns">
        {content.people.slice(0, 4).map(({ id, name, headline }) => (
          <li class="flex items-center gap-3">
            <Avatar name={name} id={id} />
            <span>
              <b>{name}</b>
              <br />
              {inLanguage(headline, page.language)}
            </span>
          </li>
        ))}
      </ul>
      <div class="columns">
        {content.occupations.slice(0, 3).map((occupation) => (
          <Picture id={occupation.slug} colour={colourOf(occupation)} />
        ))}
      </div>
      <Picture id="styleguide" colour="violet" shape="banner" />
      <div class="flex items-center gap-4">
        <div class="w-24">
          <Picture id="square" colour="teal" shape="square" />
        </div>
        <div class="w-24">
          <FileTile page={page} label="PDF" colour="violet" />
        </div>
        <Avatar name="Studio Arpège" large />
        <Mark />
        <span>{t('logo')}</span>
      </div>
      <CopyText page={page} value={`${page.origin}${page.href('/styleguide')}`} label={t('link')} />
    </div>
  )
}

export function Cards({ page, content }: Given) {
  const t = text(page.language)
  const { language } = page
  const [first, second, third] = content.organisations
  return (
    <div class="stack">
      <div class="columns">
        {content.occupations.slice(0, 3).map((occupation) => (
          <Card
            page={page}
            href="/styleguide/record"
            title={titleOf(occupation, language)}
            picture={<Picture id={occupation.slug} colour={colourOf(occupation)} />}
            chips={<SectorChips page={page} sectors={sectorsOf(language, occupation.sectors)} />}
            lead={inLanguage(occupation.summary, language)}
            facts={occupation.rome}
          />
        ))}
      </div>
      {[first, second, third].map(
        (organisation) =>
          organisation && (
            <ResultRow
              page={page}
              href="/styleguide/work"
              title={organisation.name.display}
              picture={<Picture id={organisation.slug} colour={colourOf(organisation)} shape="square" />}
              chips={<SectorChips page={page} sectors={sectorsOf(language, organisation.sectors)} />}
              lead={inLanguage(organisation.summary, language)}
              facts={[organisation.establishments[0]?.city, organisation.founded]}
              end={t('people', { count: headCountOf(organisation) })}
            />
          ),
      )}
    </div>
  )
}

export function Doors({ page, content }: Given) {
  const t = text(page.language)
  return (
    <div class="columns">
      <DoorCard
        page={page}
        href="/styleguide/list"
        label={t('occupations')}
        promise={t('occupationsPromise')}
        figure={formatNumber(content.occupations.length, page.language)}
        unit={t('sheets')}
        icon="briefcase"
      />
      <Aside title={t('beside')}>
        <p>{t('besideWhy')}</p>
      </Aside>
    </div>
  )
}
