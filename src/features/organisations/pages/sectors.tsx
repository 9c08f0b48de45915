import { formatNumber } from '../../../kernel/format.ts'
import { inLanguage, type Localised } from '../../../kernel/localised.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { Chip, SectorChip } from '../../../ui/chips.tsx'
import { Select } from '../../../ui/form/choices.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage, PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import { Table } from '../../../ui/table.tsx'
import { tints } from '../../../ui/tint.ts'
import { text as words } from '../text/directory.ts'
import { text } from '../text/team.ts'

type Row = {
  readonly id: string
  readonly key: string
  readonly label: Localised
  readonly colour: string
  readonly position: number
  readonly archivedAt: Date | null
  readonly count: number
}
const above = (page: Page) => [{ href: '/organisations', label: words(page.language)('directory') }]

const Deeds = ({ page, one }: { page: Page; one: Row }) => {
  const t = text(page.language)
  return (
    <div class="actions">
      <LinkButton page={page} href={`/organisations/sectors/${one.id}`} look="quiet" icon="pencil" small>
        {words(page.language)('edit')}
        <span class="sr-only"> {inLanguage(one.label, page.language)}</span>
      </LinkButton>
      <Press
        page={page}
        action={`/organisations/sectors/${one.id}/${one.archivedAt ? 'revive' : 'retire'}`}
        look="quiet"
        icon={one.archivedAt ? 'undo-2' : 'archive'}
        small
      >
        {one.archivedAt ? t('reviveSector') : t('retireSector')}
        <span class="sr-only"> {inLanguage(one.label, page.language)}</span>
      </Press>
    </div>
  )
}

/** /organisations/sectors: for the team. */
export function SectorsPage({ page, sectors }: { page: Page; sectors: readonly Row[] }) {
  const t = text(page.language)
  return (
    <PlainPage
      page={page}
      title={t('sectors')}
      intro={t('sectorsIntro')}
      current="organisations"
      noindex
      trail={above(page)}
      actions={
        <LinkButton page={page} href="/organisations/sectors/new" look="primary" icon="plus">
          {t('addSector')}
        </LinkButton>
      }
    >
      <Table
        page={page}
        caption={t('sectors')}
        rows={sectors}
        columns={[
          {
            label: t('sectors'),
            head: true,
            cell: ({ key, label, colour, archivedAt }) => (
              <>
                <SectorChip page={page} sector={{ key, colour, label: inLanguage(label, page.language) }} />{' '}
                {archivedAt && <Chip tone="waiting">{t('retired')}</Chip>}
              </>
            ),
          },
          { label: t('position'), numeric: true, cell: (one) => one.position },
          {
            label: t('organisationsCount'),
            numeric: true,
            cell: (one) => (
              <a href={page.href(`/organisations?sector=${one.key}`)}>{formatNumber(one.count, page.language)}</a>
            ),
          },
          { label: words(page.language)('edit'), cell: (one) => <Deeds page={page} one={one} /> },
        ]}
      />
    </PlainPage>
  )
}

/** /organisations/sectors/new and /organisations/sectors/:id */
export function SectorPage({ page, draft, id }: { page: Page; draft: Draft; id: string | null }) {
  const t = text(page.language)
  const form = { page, draft }
  return (
    <FormPage
      page={page}
      title={id ? t('editSector') : t('addSector')}
      current="organisations"
      trail={[...above(page), { href: '/organisations/sectors', label: t('sectors') }]}
    >
      <Form
        {...form}
        action={`/organisations/sectors/${id ?? 'new'}`}
        button={t('saveSector')}
        cancel={{ href: '/organisations/sectors' }}
      >
        <Field {...form} name="label.fr" label={t('sectorFr')} />
        <Field {...form} name="label.en" label={t('sectorEn')} />
        <Select
          {...form}
          name="colour"
          label={t('colour')}
          options={tints.map((tint) => ({ value: tint, label: t(`tint-${tint}`) }))}
        />
        <Field {...form} name="position" type="number" label={t('position')} help={t('positionHelp')} />
      </Form>
    </FormPage>
  )
}
