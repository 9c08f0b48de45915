import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { Press } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Choices, Select, Toggle } from '../../../ui/form/choices.tsx'
import { Combobox } from '../../../ui/form/combobox.tsx'
import { Repeater } from '../../../ui/form/repeater.tsx'
import { type Draft, Fieldset, Form } from '../../../ui/form.tsx'
import { FormPage, PlainPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { PublicRecord } from '../../../ui/record.tsx'
import { Table } from '../../../ui/table.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import type { Look } from '../queries/own.ts'
import { calledIn } from '../rules/calling.ts'
import type { Shown } from '../rules/cut.ts'
import { openings, parts, titleForms } from '../schema/vocabulary.ts'
import { text } from '../text/dealings.ts'
import { text as mine } from '../text/mine.ts'
import { words } from '../text/words.ts'
import { factsOf, Headline, ProfileSections } from './profile.tsx'

type Named = { readonly id: string; readonly name: string }
type VisibilityProps = { page: Page; draft: Draft; employers: readonly Named[] }
/** /talents/mine/visibility */
export function VisibilityPage({ page, draft, employers }: VisibilityProps) {
  const t = text(page.language)
  const m = mine(page.language)
  const w = words(page.language)
  const form = { page, draft }
  const opening = (value: (typeof openings)[number]) => ({ value, label: w(`opening-${value}`) })
  const organisation = (row: string) => (
    <Combobox
      {...form}
      name={`${row}.name`}
      idName={`${row}.id`}
      source="/talents/suggest/organisations"
      label={m('organisation')}
      optional
    />
  )
  return (
    <FormPage
      page={page}
      title={m('who')}
      intro={t('visibilityIntro')}
      current="talents"
      trail={[{ href: '/talents/mine', label: m('mine') }]}
    >
      {employers.length > 0 && (
        <Notice>
          <p>{t('employers')}</p>
          {employers.map(({ id, name }) => (
            <Press page={page} action="/talents/mine/block" hidden={{ organisationId: id }} icon="eye-off">
              {t('blockOne', { name })}
            </Press>
          ))}
        </Notice>
      )}
      <Form {...form} action="/talents/mine/visibility" button={m('saveButton')} cancel={{ href: '/talents/mine' }}>
        <Choices
          {...form}
          name="visibility"
          label={t('visibility')}
          options={openings.map((value) => ({ ...opening(value), help: t(`help-${value}`) }))}
        />
        <Toggle {...form} name="anonymous" label={t('anonymous')} help={t('anonymousHelp')} />
        <Choices
          {...form}
          name="titleForm"
          label={t('titleForm')}
          options={titleForms.map((value) => ({ value, label: t(`form-${value}`) }))}
        />
        <Repeater
          {...form}
          name="chosen"
          label={t('chosen')}
          help={t('chosenHelp')}
          each={m('organisation')}
          empty={1}
          row={organisation}
          optional
        />
        <Repeater
          {...form}
          name="blocked"
          label={t('blocked')}
          help={t('blockedHelp')}
          each={m('organisation')}
          empty={1}
          row={organisation}
          optional
        />
        <Fieldset legend={t('parts')} help={t('partsHelp')}>
          <div class="columns">
            {parts.map((part) => (
              <Select
                {...form}
                name={`parts.${part}`}
                label={w(`part-${part}`)}
                options={openings.map(opening)}
                empty={t('same')}
                optional
              />
            ))}
          </div>
        </Fieldset>
      </Form>
    </FormPage>
  )
}

export const previewRanks = { public: 1, members: 2, organisations: 3 } as const
export type PreviewAs = keyof typeof previewRanks
type PreviewProps = { page: Page; shown: Shown | null; as: PreviewAs }
/** /talents/mine/preview */
export function PreviewPage({ page, shown, as }: PreviewProps) {
  const t = text(page.language)
  const m = mine(page.language)
  const tabs = (['public', 'members', 'organisations'] as const).map((one) => ({
    href: `/talents/mine/preview?as=${one}`,
    label: t(`as-${one}`),
    current: one === as,
  }))
  const trail = [{ href: '/talents/mine', label: m('mine') }]
  if (!shown)
    return (
      <PlainPage page={page} title={m('preview')} intro={t('previewIntro')} current="talents" trail={trail} noindex>
        <Tabs page={page} label={m('preview')} tabs={tabs} />
        <Empty title={t('previewNothing')} icon="eye-off" />
      </PlainPage>
    )
  return (
    <PublicRecord
      page={page}
      kind={m('preview')}
      title={t('previewOf', { called: calledIn(shown, page.language) })}
      lead={<Headline page={page} shown={shown} />}
      noindex
      current="talents"
      trail={trail}
      facts={factsOf(page, shown)}
      chips={<Tabs page={page} label={m('preview')} tabs={tabs} />}
    >
      <ProfileSections page={page} shown={shown} />
    </PublicRecord>
  )
}

/** /talents/mine/looks */
export function LooksPage({ page, rows }: { page: Page; rows: readonly Look[] }) {
  const t = text(page.language)
  const m = mine(page.language)
  return (
    <PlainPage
      page={page}
      title={m('looks')}
      intro={t('looksIntro')}
      current="talents"
      trail={[{ href: '/talents/mine', label: m('mine') }]}
      noindex
    >
      {rows.length === 0 ? (
        <Empty title={t('noLooks')} icon="eye">
          {t('noLooksHow')}
        </Empty>
      ) : (
        <Table
          page={page}
          caption={m('looks')}
          rows={rows}
          columns={[
            { label: t('reader'), head: true, cell: (row) => row.reader ?? t('someone') },
            {
              label: m('organisation'),
              cell: (row) =>
                row.organisationSlug ? (
                  <a class="link" href={page.href(`/organisations/${row.organisationSlug}`)}>
                    {row.organisation}
                  </a>
                ) : (
                  (row.organisation ?? '–')
                ),
            },
            { label: m('date'), cell: (row) => formatDay(dayOf(new Date(`${row.lookedOn}T12:00:00Z`)), page.language) },
          ]}
        />
      )}
    </PlainPage>
  )
}
