import { raw } from 'hono/html'
import { dayOf } from '../../../kernel/days.ts'
import { formatDay, formatMoment } from '../../../kernel/format.ts'
import { inLanguage, type Localised, languageOf } from '../../../kernel/localised.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Field, LocalisedField } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage, PlainPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import * as policy from '../policy.ts'
import { htmlOf } from '../rules.ts'
import { text } from '../text.ts'

type SiteText = {
  readonly slug: string
  readonly title: Localised
  readonly summary: Localised
  readonly body: Localised
  readonly writtenAt: Date
}

/** Legal notice, privacy, accessibility, and the other fixed pages. A version says when it was written, in its title. */
export function SiteTextPage({ page, shown, isVersion }: { page: Page; shown: SiteText; isVersion?: boolean }) {
  const t = text(page.language)
  const title = inLanguage(shown.title, page.language)
  return (
    <PlainPage
      page={page}
      title={isVersion ? `${title}, ${formatMoment(shown.writtenAt, page.language)}` : title}
      noindex={isVersion}
      intro={inLanguage(shown.summary, page.language)}
      description={inLanguage(shown.summary, page.language)}
      actions={
        policy.editText(page.actor) && (
          <LinkButton page={page} href={`/pages/${shown.slug}/edit`} icon="pencil">
            {t('edit')}
          </LinkButton>
        )
      }
    >
      <div class="prose" lang={languageOf(shown.body, page.language)}>
        {raw(htmlOf(inLanguage(shown.body, page.language), page.href))}
      </div>
      <p class="help">{t('updated', { date: formatDay(dayOf(shown.writtenAt), page.language) })}</p>
    </PlainPage>
  )
}

type FormProps = {
  page: Page
  draft: Draft
  slug: string | null
  title: string
  versions: readonly { readonly id: string; readonly writtenAt: Date }[]
}
export function SiteTextForm({ page, draft, slug, title, versions }: FormProps) {
  const t = text(page.language)
  return (
    <FormPage
      page={page}
      title={slug ? t('editTitle', { title }) : t('newText')}
      trail={[{ href: '/pages', label: t('texts') }]}
    >
      <Form
        page={page}
        draft={draft}
        action={slug ? `/pages/${slug}/edit` : '/pages/new'}
        button={t('save')}
        cancel={{ href: slug && versions.length ? `/pages/${slug}` : '/pages' }}
      >
        {!slug && <Field page={page} draft={draft} name="slug" label={t('slug')} help={t('slugHelp')} />}
        <LocalisedField page={page} draft={draft} name="title" label={t('title')} />
        <LocalisedField page={page} draft={draft} name="summary" label={t('summary')} />
        <LocalisedField page={page} draft={draft} name="body" label={t('body')} help={t('bodyHelp')} long rows={18} />
      </Form>
      {versions.length > 0 && (
        <section>
          <h2>{t('versions')}</h2>
          <ul>
            {versions.map(({ id, writtenAt }) => (
              <li>
                <a href={page.href(`/pages/${slug}/versions/${id}`)}>
                  {t('version', { date: formatMoment(writtenAt, page.language) })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </FormPage>
  )
}

type ListProps = { page: Page; texts: readonly { readonly slug: string; readonly text: SiteText | null }[] }
/** The texts of the site, those that must still be written first. */
export function SiteTextList({ page, texts }: ListProps) {
  const t = text(page.language)
  return (
    <PlainPage
      page={page}
      title={t('texts')}
      intro={t('textsIntro')}
      noindex
      actions={
        <LinkButton page={page} href="/pages/new" look="primary" icon="plus">
          {t('newText')}
        </LinkButton>
      }
    >
      <ul class="rows">
        {texts.map(({ slug, text: written }) => (
          <li class="row-item">
            <div>
              <h2 class="h3">
                <a href={page.href(written ? `/pages/${slug}` : `/pages/${slug}/edit`)}>
                  {written ? inLanguage(written.title, page.language) : slug}
                </a>
              </h2>
              <p>{written ? inLanguage(written.summary, page.language) : t('missing')}</p>
            </div>
            {written && <div class="row-end">{formatDay(dayOf(written.writtenAt), page.language)}</div>}
          </li>
        ))}
      </ul>
    </PlainPage>
  )
}
