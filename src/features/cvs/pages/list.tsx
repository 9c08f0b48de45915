import { dayOf } from '../../../kernel/days.ts'
import { formatDay } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { ResultRow } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chips.tsx'
import { ConfirmPage } from '../../../ui/confirm.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Choices } from '../../../ui/form/choices.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage, PlainPage } from '../../../ui/frame.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Page } from '../../../ui/page.ts'
import type { CvEntry } from '../queries/cvs.ts'
import { designs } from '../schema/cv.ts'
import { importText } from '../text/import.ts'
import { pageText } from '../text/pages.ts'

type ListProps = { page: Page; cvs: readonly CvEntry[]; hasProfile: boolean; waiting: { readonly id: string } | null }
export function CvList({ page, cvs, hasProfile, waiting }: ListProps) {
  const t = pageText(page.language)
  const i = importText(page.language)
  return (
    <PlainPage
      page={page}
      title={t('cvs')}
      intro={<p>{t('cvsIntro')}</p>}
      noindex
      actions={
        <>
          <LinkButton page={page} href="/cv/import" icon="upload" look={hasProfile ? 'plain' : 'primary'}>
            {i('import')}
          </LinkButton>
          <LinkButton page={page} href="/cv/new" icon="plus" look={hasProfile ? 'primary' : 'plain'}>
            {t('newCv')}
          </LinkButton>
        </>
      }
    >
      <div class="stack">
        {waiting && <Waiting page={page} id={waiting.id} />}
        {cvs.length === 0 ? (
          <Empty title={hasProfile ? t('noCv') : t('noProfile')} icon="file-text">
            {hasProfile ? t('noCvHow') : t('noProfileHow')}
          </Empty>
        ) : (
          <section>
            <h2 class="sr-only">{t('counted', { count: cvs.length })}</h2>
            {cvs.map((one) => (
              <Row page={page} one={one} />
            ))}
          </section>
        )}
        <Out page={page} />
      </div>
    </PlainPage>
  )
}

const Waiting = ({ page, id }: { page: Page; id: string }) => {
  const t = importText(page.language)
  return (
    <Notice tone="waiting" title={t('waiting')}>
      <p>{t('waitingHow')}</p>
      <p>
        <LinkButton page={page} href={`/cv/import/${id}`} small>
          {t('resume')}
        </LinkButton>
      </p>
    </Notice>
  )
}

function Row({ page, one }: { page: Page; one: CvEntry }) {
  const t = pageText(page.language)
  return (
    <ResultRow
      page={page}
      href={`/cv/${one.id}`}
      title={one.name}
      facts={[
        t(`in-${one.language}`),
        t(`design-${one.design}`),
        t('changed', { date: formatDay(dayOf(one.changedAt), page.language) }),
        one.looks > 0 && t('looks', { count: one.looks }),
      ]}
      chips={one.open > 0 && <Chip tone="good">{t('links', { count: one.open })}</Chip>}
      end={
        <LinkButton page={page} href={`/cv/${one.id}/pdf`} icon="download" look="quiet" small>
          PDF
        </LinkButton>
      }
    />
  )
}

function Out({ page }: { page: Page }) {
  const t = pageText(page.language)
  return (
    <section class="stack">
      <h2>{t('out')}</h2>
      <p>{t('outIntro')}</p>
      <ul class="cv-out">
        <li>
          <LinkButton page={page} href="/cv/resume.json" icon="download">
            {t('json')}
          </LinkButton>
          <span class="help">{t('jsonHelp')}</span>
        </li>
        <li>
          {/* A file is no page: the browser itself takes it. */}
          <form method="post" action={page.href('/cv/export')} data-turbo="false">
            <Button icon="download">{t('zip')}</Button>
          </form>
          <span class="help">{t('zipHelp')}</span>
        </li>
      </ul>
    </section>
  )
}

export function designChoices(page: Page, draft: Draft) {
  const t = pageText(page.language)
  const form = { page, draft }
  return (
    <>
      <Choices
        {...form}
        name="language"
        label={t('language')}
        help={t('languageHelp')}
        options={(['fr', 'en'] as const).map((value) => ({ value, label: t(`in-${value}`) }))}
      />
      <Choices
        {...form}
        name="design"
        label={t('design')}
        options={designs.map((value) => ({ value, label: t(`design-${value}`), help: t(`design-${value}Help`) }))}
      />
    </>
  )
}

export function NewCv({ page, draft }: { page: Page; draft: Draft }) {
  const t = pageText(page.language)
  return (
    <FormPage page={page} title={t('newCv')} trail={[{ href: '/cv', label: t('cvs') }]}>
      <Form page={page} draft={draft} action="/cv" button={t('create')} cancel={{ href: '/cv' }}>
        <Field page={page} draft={draft} name="name" label={t('name')} help={t('nameHelp')} />
        {designChoices(page, draft)}
      </Form>
    </FormPage>
  )
}

export function DeleteCv({ page, id, name }: { page: Page; id: string; name: string }) {
  const t = pageText(page.language)
  return (
    <ConfirmPage
      page={page}
      title={t('deleteAsk', { name })}
      consequence={t('deleteWhat')}
      action={`/cv/${id}/delete`}
      button={t('deleteButton')}
      cancel={{ href: `/cv/${id}` }}
    />
  )
}
