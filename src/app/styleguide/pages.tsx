import { addDays, dayOf } from '../../kernel/days.ts'
import { formatDay } from '../../kernel/format.ts'
import { inLanguage } from '../../kernel/localised.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Aside } from '../../ui/card.tsx'
import { Chip, SectorChips } from '../../ui/chips.tsx'
import { ConfirmPage } from '../../ui/confirm.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Field } from '../../ui/form/field.tsx'
import { blank } from '../../ui/form.tsx'
import { FormPage, Frame, PlainPage } from '../../ui/frame.tsx'
import { Hero } from '../../ui/hero.tsx'
import { List, ListPage } from '../../ui/list.tsx'
import { parseListState } from '../../ui/list-state.ts'
import type { Page, View } from '../../ui/page.ts'
import { Picture } from '../../ui/picture.tsx'
import { Prose } from '../../ui/prose.tsx'
import { PublicRecord, Section, WorkRecord } from '../../ui/record.tsx'
import { BigSearch } from '../../ui/search-field.tsx'
import { colourOf, headCountOf, sectorsOf, titleOf } from './content.ts'
import { EveryField, wrongDraft } from './forms.tsx'
import { importKinds } from './imports.tsx'
import { Buttons, Cards, ChipsAndFacts, Colours, Doors, type Given, Persons, Words } from './pieces.tsx'
import { exampleHistory, exampleList, exampleSteps, Notices, Past, Places, States, Tables } from './states.tsx'
import { text } from './text.ts'

const listState = (page: Page) => parseListState(page.query, { filters: ['sector'], sorts: ['name', 'size'] })
const home = (page: Page) => [{ href: '/styleguide', label: text(page.language)('title') }]

/** Short enough for one page: the pager stands among the states. */
const ListExample = ({ page, content }: Given) => (
  <List {...exampleList(page, content.organisations.slice(0, 4), listState(page), 4)} />
)
const FormExample = ({ page }: Given) => <EveryField page={page} draft={blank} />

const sections = [
  ['words', Words],
  ['colours', Colours],
  ['buttons', Buttons],
  ['chips', ChipsAndFacts],
  ['persons', Persons],
  ['notices', Notices],
  ['states', States],
  ['cards', Cards],
  ['beside', Doors],
  ['tables', Tables],
  ['lists', ListExample],
  ['forms', FormExample],
  ['map', Places],
  ['past', Past],
] as const

/** Every piece that can stand on one page. */
export function Styleguide(given: Given) {
  const { page } = given
  const t = text(page.language)
  return (
    <PlainPage page={page} title={t('title')} intro={t('intro')} noindex>
      <nav aria-label={t('contents')}>
        <ul class="flex flex-wrap gap-x-5 gap-y-1">
          {(['kinds', ...sections.map(([id]) => id)] as const).map((id) => (
            <li>
              <a class="quiet-link" href={`#${id}`}>
                {t(id)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="mt-8 flex flex-col gap-14">
        <Section id="kinds" title={t('kinds')}>
          <p>{t('kindsHow')}</p>
          <p class="actions">
            {Object.entries(pageKinds).map(([path, { label }]) => (
              <LinkButton page={page} href={`/styleguide/${path}`}>
                {t(label)}
              </LinkButton>
            ))}
          </p>
        </Section>
        {sections.map(([id, Piece]) => (
          <Section id={id} title={t(id)}>
            <Piece {...given} />
          </Section>
        ))}
      </div>
    </PlainPage>
  )
}

function PublicExample(given: Given) {
  const { page, content } = given
  const { language } = page
  const t = text(language)
  const [occupation] = content.occupations
  if (!occupation) return null
  const sectors = sectorsOf(language, occupation.sectors)
  return (
    <PublicRecord
      page={page}
      kind={t('sheet')}
      title={titleOf(occupation, language)}
      trail={home(page)}
      noindex
      sectors={sectors}
      picture={<Picture id={occupation.slug} colour={colourOf(occupation)} shape="banner" />}
      chips={<SectorChips page={page} sectors={sectors} />}
      lead={inLanguage(occupation.summary, language)}
      facts={[{ label: 'ROME', value: occupation.rome.join(', ') }]}
      next={
        <LinkButton page={page} href="/styleguide/list" look="primary">
          {t('findCourse')}
        </LinkButton>
      }
      aside={
        <Aside title={t('beside')}>
          <p>{t('besideWhy')}</p>
        </Aside>
      }
      history={exampleHistory(given)}
    >
      <Section id="missions" title={t('missions')}>
        <ul class="prose">
          {occupation.missions[language].map((mission) => (
            <li>{mission}</li>
          ))}
        </ul>
      </Section>
      <Section id="conditions" title={t('conditions')}>
        <Prose text={inLanguage(occupation.conditions, language)} />
      </Section>
      <Section id="prospects" title={t('prospects')}>
        <Prose text={inLanguage(occupation.prospects, language)} />
      </Section>
    </PublicRecord>
  )
}

function WorkExample(given: Given) {
  const { page, content } = given
  const t = text(page.language)
  const [organisation] = content.organisations
  if (!organisation) return null
  return (
    <WorkRecord
      page={page}
      kind={t('dossier')}
      title={organisation.name.display}
      trail={home(page)}
      chips={<Chip tone="waiting">{t('expected')}</Chip>}
      steps={exampleSteps(page)}
      deed={
        <LinkButton page={page} href="/styleguide/form" look="primary">
          {t('review')}
        </LinkButton>
      }
      deeds={
        <LinkButton page={page} href="/styleguide/confirm">
          {t('withdraw')}
        </LinkButton>
      }
      facts={[
        { label: t('city'), value: organisation.establishments[0]?.city },
        { label: t('staff'), value: t('people', { count: headCountOf(organisation) }) },
        { label: t('due'), value: formatDay(addDays(dayOf(page.now), 12), page.language) },
      ]}
      history={exampleHistory(given)}
    >
      <Section id="presentation" title={t('presentation')}>
        <Prose text={inLanguage(organisation.description, page.language)} />
      </Section>
    </WorkRecord>
  )
}

/** Each kind of page, as a page of its own. */
export const pageKinds = {
  list: {
    label: 'listPage',
    Show: ({ page, content }: Given) => (
      <ListPage
        {...exampleList(page, content.organisations, listState(page), 6)}
        title={text(page.language)('lists')}
        trail={home(page)}
        noindex
      />
    ),
  },
  record: { label: 'publicPage', Show: PublicExample },
  work: { label: 'workPage', Show: WorkExample },
  form: {
    label: 'formPage',
    Show: ({ page, content }: Given) => (
      <FormPage page={page} title={text(page.language)('formPage')} trail={home(page)}>
        <EveryField page={page} draft={wrongDraft(page, content)} />
      </FormPage>
    ),
  },
  confirm: {
    label: 'confirmPage',
    Show: ({ page }: Given) => (
      <ConfirmPage
        page={page}
        title={text(page.language)('question')}
        consequence={text(page.language)('consequence')}
        action="/styleguide/confirm"
        button={text(page.language)('remove')}
        cancel={{ href: '/styleguide' }}
      >
        <Field page={page} draft={blank} name="reason" label={text(page.language)('reason')} optional />
      </ConfirmPage>
    ),
  },
  home: {
    label: 'heroPage',
    Show: ({ page }: Given) => (
      <Frame page={page} title={text(page.language)('heroPage')} noindex>
        <Hero title={page.identity.tagline} intro={text(page.language)('intro')} sectors={sectorsOf(page.language)}>
          <BigSearch page={page} />
        </Hero>
      </Frame>
    ),
  },
  'not-found': { label: 'failurePage', Show: ({ page }: Given) => <Failure page={page} status={404} /> },
  refused: {
    label: 'refusalPage',
    Show: ({ page }: Given) => <Failure page={page} status={409} reason={text(page.language)('ruleSays')} />,
  },
  ...importKinds,
} as const satisfies Record<string, { label: string; Show: (given: Given) => View }>
