import { Button, Press } from '../../../ui/button.tsx'
import { FileField } from '../../../ui/form/file-field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import type { Duplicate } from '../queries/duplicates.ts'
import type { OrganisationRecord } from '../queries/organisation.ts'
import { logoPath } from '../rules/logo.ts'
import { largestLogo } from '../schema/input.ts'
import { text as words } from '../text/directory.ts'
import { text } from '../text/form.ts'
import { Fields, type FieldsProps } from './form-fields.tsx'

/** What may be the same organisation: each with a link that opens beside the form. */
function Duplicates({ page, found }: { page: Page; found: readonly Duplicate[] }) {
  if (found.length === 0) return null
  const t = text(page.language)
  const isCertain = found.some((one) => one.likeness === 'number')
  return (
    <Notice tone="waiting" title={t('duplicates')}>
      <p>{isCertain ? t('duplicatesCertain') : t('duplicatesHow')}</p>
      <ul>
        {found.map((one) => (
          <li>
            <a href={page.href(`/organisations/${one.slug}`)} target="_blank" rel="noopener">
              {one.displayName}
            </a>{' '}
            {[one.city, t(`like-${one.likeness}`)].filter(Boolean).join(', ')}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type NewProps = FieldsProps & { duplicates: readonly Duplicate[]; isProposal: boolean }
/** /organisations/new for the team, /organisations/propose for everybody with an account. */
export function NewOrganisationPage({ page, draft, sectors, duplicates, isProposal }: NewProps) {
  const t = text(page.language)
  const path = isProposal ? '/organisations/propose' : '/organisations/new'
  const mayGoOn = duplicates.length > 0 && !duplicates.some((one) => one.likeness === 'number')
  return (
    <FormPage
      page={page}
      title={isProposal ? t('proposeTitle') : t('newTitle')}
      intro={isProposal && t('proposeIntro')}
      current="organisations"
      trail={[{ href: '/organisations', label: words(page.language)('directory') }]}
    >
      <Duplicates page={page} found={duplicates} />
      <Form
        page={page}
        draft={draft}
        action={path}
        button={isProposal ? t('proposeButton') : t('create')}
        cancel={{ href: '/organisations' }}
        more={
          mayGoOn && (
            <Button name="anyway" value="yes">
              {isProposal ? t('proposeAnyway') : t('createAnyway')}
            </Button>
          )
        }
      >
        <Fields page={page} draft={draft} sectors={sectors} />
      </Form>
    </FormPage>
  )
}

/** The values with which the form of a record begins. */
export const draftOf = (one: OrganisationRecord): Draft => ({
  errors: {},
  values: { ...one, emailDomains: one.emailDomains.join(' ') },
})

type EditProps = FieldsProps & { organisation: OrganisationRecord; seen: string }
/** /organisations/:slug/edit */
export function EditOrganisationPage({ page, draft, sectors, organisation, seen }: EditProps) {
  const t = text(page.language)
  const path = `/organisations/${organisation.slug}`
  return (
    <FormPage
      page={page}
      title={t('editTitle', { name: organisation.displayName })}
      current="organisations"
      trail={[
        { href: '/organisations', label: words(page.language)('directory') },
        { href: path, label: organisation.displayName },
      ]}
    >
      <Form
        page={page}
        draft={draft}
        action={`${path}/edit`}
        button={t('save')}
        cancel={{ href: path }}
        hidden={{ seen }}
      >
        <Fields page={page} draft={draft} sectors={sectors} />
      </Form>
    </FormPage>
  )
}

type LogoProps = { page: Page; draft: Draft; organisation: OrganisationRecord }
/** /organisations/:slug/logo/edit */
export function LogoPage({ page, draft, organisation }: LogoProps) {
  const t = text(page.language)
  const path = `/organisations/${organisation.slug}`
  const logo = logoPath(organisation)
  return (
    <FormPage
      page={page}
      title={t('logoTitle', { name: organisation.displayName })}
      current="organisations"
      trail={[
        { href: '/organisations', label: words(page.language)('directory') },
        { href: path, label: organisation.displayName },
      ]}
    >
      {logo && (
        <div class="stack">
          <img
            class="max-h-40 w-auto max-w-64 rounded-lg bg-white object-contain p-2"
            src={logo}
            alt={words(page.language)('logoOf', { name: organisation.displayName })}
          />
          <Press page={page} action={`${path}/logo/remove`} look="quiet" icon="trash">
            {t('removeLogo')}
          </Press>
        </div>
      )}
      <Form
        page={page}
        draft={draft}
        action={`${path}/logo/edit`}
        button={t('saveLogo')}
        cancel={{ href: path }}
        multipart
      >
        <FileField
          page={page}
          draft={draft}
          name="file"
          label={t('file')}
          help={t('fileHelp')}
          kinds={t('fileKinds')}
          accept="image/png,image/jpeg,image/webp,image/gif"
          most={largestLogo}
        />
      </Form>
    </FormPage>
  )
}
