import { dayOf } from '../../../kernel/days.ts'
import { formatDay, formatMoment } from '../../../kernel/format.ts'
import { LinkButton, Press } from '../../../ui/button.tsx'
import { Chip, type Tone } from '../../../ui/chips.tsx'
import { CopyText } from '../../../ui/copy.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import type { LinkEntry } from '../queries/cvs.ts'
import { linkText } from '../text/links.ts'
import { pageText } from '../text/pages.ts'

const tones: Record<LinkEntry['state'], Tone> = { open: 'good', ended: 'neutral', revoked: 'neutral' }

/** The secret links of a CV, how often each was opened, and a form for another one. */
export function Links({
  page,
  cvId,
  links,
  draft,
}: {
  page: Page
  cvId: string
  links: readonly LinkEntry[]
  draft: Draft
}) {
  const t = linkText(page.language)
  const form = { page, draft }
  return (
    <section class="cv-links" id="links">
      <h2>{t('links')}</h2>
      <p>{t('linksIntro')}</p>
      {links.length === 0 ? (
        <p class="help">{t('none')}</p>
      ) : (
        <ul>
          {links.map((link) => (
            <Entry page={page} cvId={cvId} link={link} />
          ))}
        </ul>
      )}
      <Form page={page} draft={draft} action={`/cv/${cvId}/links`} button={t('create')} icon="link" id="link">
        <Field {...form} name="label" label={t('label')} help={t('labelHelp')} maxlength={100} optional />
        <Field {...form} name="endsOn" type="date" label={t('endsOn')} help={t('endsOnHelp')} optional />
      </Form>
    </section>
  )
}

function Entry({ page, cvId, link }: { page: Page; cvId: string; link: LinkEntry }) {
  const t = linkText(page.language)
  const { language } = page
  const name = link.label || t('unnamed')
  const last = link.lastLook ? formatMoment(new Date(link.lastLook), language) : ''
  return (
    <li class="cv-link">
      <div>
        <p>
          <b>{name}</b> <Chip tone={tones[link.state]}>{t(`state-${link.state}`)}</Chip>
        </p>
        <ul class="meta">
          <li>{t('created', { date: formatDay(dayOf(link.createdAt), language) })}</li>
          {link.endsOn && <li>{t('until', { date: formatDay(link.endsOn, language) })}</li>}
          <li>{link.looks > 0 ? t('looks', { count: link.looks, last }) : t('never')}</li>
        </ul>
      </div>
      {link.state === 'open' && (
        <Press page={page} action={`/cv/${cvId}/links/${link.id}/revoke`} icon="x" small>
          {t('revoke')}
          <span class="sr-only">{t('revokeOne', { what: name })}</span>
        </Press>
      )}
    </li>
  )
}

type MadeProps = { page: Page; cvId: string; name: string; url: string; endsOn: string | null }
/** The only page that ever shows the address. */
export function LinkMade({ page, cvId, name, url, endsOn }: MadeProps) {
  const t = linkText(page.language)
  return (
    <FormPage
      page={page}
      title={t('madeTitle')}
      trail={[
        { href: '/cv', label: pageText(page.language)('cvs') },
        { href: `/cv/${cvId}`, label: name },
      ]}
    >
      <div class="stack">
        <Notice tone="waiting">
          <p>{t('made')}</p>
        </Notice>
        <CopyText page={page} value={url} label={t('address')} />
        {endsOn && <p>{t('until', { date: formatDay(endsOn, page.language) })}</p>}
        <p>
          <LinkButton page={page} href={`/cv/${cvId}#links`} look="primary">
            {t('noted')}
          </LinkButton>
        </p>
      </div>
    </FormPage>
  )
}
