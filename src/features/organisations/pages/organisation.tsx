import type { Child } from 'hono/jsx'
import { inLanguage, type Localised, languageOf } from '../../../kernel/localised.ts'
import { writtenSiren } from '../../../kernel/siren.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { Aside } from '../../../ui/card.tsx'
import { Chip, SectorChips } from '../../../ui/chips.tsx'
import type { Fact } from '../../../ui/facts.tsx'
import type { HistoryEntry } from '../../../ui/history.tsx'
import { MapView } from '../../../ui/map.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import { Picture } from '../../../ui/picture.tsx'
import { Prose } from '../../../ui/prose.tsx'
import { PublicRecord, Section } from '../../../ui/record.tsx'
import type { Sector } from '../../../ui/tint.ts'
import * as policy from '../policy.ts'
import type { OrganisationRecord } from '../queries/organisation.ts'
import { logoPath } from '../rules/logo.ts'
import { departmentOf } from '../rules/organisation.ts'
import { pick } from '../rules/sector-labels.ts'
import type { ShieldedField } from '../schema/input.ts'
import { departmentName } from '../text/departments.ts'
import { text } from '../text/directory.ts'
import { HeadCounts } from './head-counts.tsx'
import { organisationJsonLd } from './json-ld.ts'

type Props = {
  page: Page
  organisation: OrganisationRecord
  sectors: ReadonlyMap<string, Sector>
  history: readonly HistoryEntry[]
  /** What later features show here: sections of the article. */
  panels: Child[]
  /** What later features show in the right column. */
  asides: Child[]
  /** What later features offer to this reader. */
  next: Child[]
  /** Buttons of later features. */
  deeds: Child[]
}
type Establishment = OrganisationRecord['establishments'][number]

/** Beside a hidden field, for those who see it all the same: who else does. */
function Shielded({
  page,
  organisation,
  field,
}: {
  page: Page
  organisation: OrganisationRecord
  field: ShieldedField
}) {
  const visibility = organisation.visibility[field]
  if (!visibility || visibility === 'public') return null
  const t = text(page.language)
  return <small class="help"> ({t('hiddenToOthers', { who: t(`visibility-${visibility}`).toLowerCase() })})</small>
}

function factsOf({ page, organisation }: Pick<Props, 'page' | 'organisation'>): Fact[] {
  const t = text(page.language)
  const { website, email, phone, siren, registrationCountry, registrationNumber, foundedYear } = organisation
  const shield = (field: ShieldedField) => <Shielded page={page} organisation={organisation} field={field} />
  return [
    {
      label: t('website'),
      value: website && (
        <a href={website} rel="noopener external">
          {website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
        </a>
      ),
    },
    {
      label: t('email'),
      value: email && (
        <>
          <a href={`mailto:${email}`}>{email}</a>
          {shield('email')}
        </>
      ),
    },
    {
      label: t('phone'),
      value: phone && (
        <>
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          {shield('phone')}
        </>
      ),
    },
    { label: t('legalName'), value: organisation.legalName !== organisation.displayName && organisation.legalName },
    { label: t('founded'), value: foundedYear },
    { label: t('siren'), value: siren && writtenSiren(siren) },
    { label: t('registration'), value: registrationNumber && `${registrationCountry} ${registrationNumber}` },
  ]
}

function Description({ page, written }: { page: Page; written: Localised }) {
  const shown = inLanguage(written, page.language)
  const lang = languageOf(written, page.language)
  return shown ? (
    <Prose text={shown} lang={lang === page.language ? undefined : lang} />
  ) : (
    <p class="help">{text(page.language)('noDescription')}</p>
  )
}

type AddressProps = { page: Page; place: Establishment; isOnly: boolean }
function Address({ page, place, isOnly }: AddressProps) {
  const t = text(page.language)
  const department = departmentOf(place.postcode, place.country)
  const country = new Intl.DisplayNames([page.language], { type: 'region' }).of(place.country)
  return (
    <li>
      <p>
        <b>{place.name || place.city}</b> {place.isHeadquarters && !isOnly && <Chip>{t('headquarters')}</Chip>}
      </p>
      <p>
        {[place.address, [place.postcode, place.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')}
        {department ? ` (${departmentName(department)})` : place.country !== 'FR' && `, ${country}`}
      </p>
      {place.siret && <p class="help">{t('siret', { number: writtenSiren(place.siret) })}</p>}
    </li>
  )
}

function Establishments({ page, organisation, sectors }: Pick<Props, 'page' | 'organisation' | 'sectors'>) {
  const t = text(page.language)
  const [first] = pick(sectors, organisation.sectors)
  const points = organisation.establishments.flatMap((place) =>
    place.latitude === null || place.longitude === null
      ? []
      : [
          {
            latitude: place.latitude,
            longitude: place.longitude,
            title: place.name || organisation.displayName,
            detail: place.city,
            colour: first?.colour,
          },
        ],
  )
  return (
    <Section id="establishments" title={t('establishments')}>
      <ul class="stack mb-6">
        {organisation.establishments.map((place) => (
          <Address page={page} place={place} isOnly={organisation.establishments.length === 1} />
        ))}
      </ul>
      {points.length > 0 && (
        <MapView
          page={page}
          label={t('placesMap', { name: organisation.displayName })}
          points={points}
          outline="/organisations/region.geojson"
          tiles={page.mapTiles}
        />
      )}
    </Section>
  )
}

function Deeds({ page, organisation, deeds }: Pick<Props, 'page' | 'organisation' | 'deeds'>) {
  const t = text(page.language)
  const { actor } = page
  const { id, slug, state } = organisation
  const path = `/organisations/${slug}`
  if (!policy.edit(actor, organisation)) return <>{deeds}</>
  return (
    <>
      <LinkButton page={page} href={`${path}/edit`} icon="pencil">
        {t('edit')}
      </LinkButton>
      <LinkButton page={page} href={`${path}/logo/edit`} look="quiet" icon="image">
        {t('logo')}
      </LinkButton>
      {deeds}
      {policy.archive(actor, organisation) && state === 'published' && (
        <LinkButton page={page} href={`${path}/archive`} look="quiet" icon="archive">
          {t('archive')}
        </LinkButton>
      )}
      {policy.archive(actor, organisation) && state === 'archived' && (
        <Press page={page} action={`${path}/restore`} hidden={{ id }} icon="undo-2">
          {t('restore')}
        </Press>
      )}
      {policy.merge(actor) && state !== 'proposed' && (
        <LinkButton page={page} href={`${path}/merge`} look="quiet" icon="merge">
          {t('merge')}
        </LinkButton>
      )}
    </>
  )
}

const StateNotice = ({ page, state }: { page: Page; state: OrganisationRecord['state'] }) =>
  state === 'published' || state === 'merged' ? null : (
    <Notice tone="waiting">
      <p>{text(page.language)(`${state}Notice`)}</p>
    </Notice>
  )

const Head = ({ organisation, colour }: { organisation: OrganisationRecord; colour: string }) => {
  const logo = logoPath(organisation)
  return logo ? (
    <img class="max-h-28 w-auto max-w-64 rounded-lg bg-white object-contain p-2" src={logo} alt="" />
  ) : (
    <Picture id={organisation.id} colour={colour} shape="banner" />
  )
}

/** /organisations/:slug */
export function OrganisationPage({ page, organisation, sectors, history, panels, asides, next, deeds }: Props) {
  const t = text(page.language)
  const own = pick(sectors, organisation.sectors)
  const summary = inLanguage(organisation.summary, page.language)
  const shown = { page, organisation }
  return (
    <PublicRecord
      page={page}
      title={organisation.displayName}
      kind={t(`kind-${organisation.kind}`)}
      current="organisations"
      trail={[{ href: '/organisations', label: t('directory') }]}
      description={summary || t('directoryDescription')}
      noindex={organisation.state !== 'published'}
      jsonLd={organisationJsonLd(page, organisation)}
      sectors={own}
      picture={<Head organisation={organisation} colour={own[0]?.colour ?? 'slate'} />}
      chips={<SectorChips page={page} sectors={own} />}
      lead={summary && <p lang={languageOf(organisation.summary, page.language)}>{summary}</p>}
      actions={<Deeds {...shown} deeds={deeds} />}
      facts={factsOf(shown)}
      next={next}
      aside={
        <>
          {asides}
          <Aside title={t('contact')}>
            <p>
              <a
                class="quiet-link"
                href={`/organisations/${organisation.slug}/card.vcf`}
                data-turbo="false"
                download=""
              >
                {t('vcard')}
              </a>
            </p>
          </Aside>
        </>
      }
      history={history}
    >
      <StateNotice page={page} state={organisation.state} />
      <Section id="about" title={t('about')}>
        <Description page={page} written={organisation.description} />
      </Section>
      {panels}
      {organisation.establishments.length > 0 && <Establishments {...shown} sectors={sectors} />}
      {organisation.headCounts.length > 0 && (
        <Section id="head-counts" title={t('headCounts')}>
          <p>
            <Shielded {...shown} field="headCounts" />
          </p>
          <HeadCounts page={page} name={organisation.displayName} counts={organisation.headCounts} />
        </Section>
      )}
    </PublicRecord>
  )
}
