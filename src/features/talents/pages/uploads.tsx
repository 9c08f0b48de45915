import { Press } from '../../../ui/button.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FileField } from '../../../ui/form/file-field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Section } from '../../../ui/record.tsx'
import { text as files } from '../text/files.ts'
import { text } from '../text/mine.ts'

import { draftOf, type MineProps, RowDeeds } from './sections.tsx'

export function Photo(props: MineProps) {
  const { page, own } = props
  const t = text(page.language)
  const form = { page, draft: draftOf(props, 'photo', {}) }
  return (
    <Section id="photo" title={t('photo')}>
      {own.photoHash && (
        <div class="actions">
          <img
            class="avatar is-large"
            src={page.href(`/talents/mine/photo.webp?v=${own.photoHash.slice(0, 8)}`)}
            alt={t('photoAlt')}
            width="72"
            height="72"
          />
          <Press page={page} action="/talents/mine/photo/remove" look="quiet">
            {t('photoRemove')}
          </Press>
        </div>
      )}
      <Form {...form} id="photo-form" action="/talents/mine/photo" button={t('saveButton')} multipart>
        <FileField
          {...form}
          name="file"
          label={t('photoFile')}
          help={t('photoHelp')}
          kinds="JPEG, PNG, WebP"
          accept="image/jpeg,image/png,image/webp"
          most={8_000_000}
        />
      </Form>
    </Section>
  )
}

export function Files(props: MineProps) {
  const { page, own } = props
  const t = files(page.language)
  const form = { page, draft: draftOf(props, 'file', {}) }
  return (
    <Section id="file" title={t('files')}>
      <ul class="own-rows">
        {own.files.map(({ id, title }, index) => (
          <li>
            <div>
              <a class="link" href={page.href(`/talents/${own.code}/files/${id}`)}>
                {title}
              </a>
            </div>
            <RowDeeds
              page={page}
              list="file"
              id={id}
              what={title}
              first={index === 0}
              last={index === own.files.length - 1}
              edits={false}
            />
          </li>
        ))}
      </ul>
      <Form {...form} id="file-form" action="/talents/mine/file" button={t('add')} icon="plus" multipart>
        <Field {...form} name="title" label={t('title')} />
        <FileField
          {...form}
          name="file"
          label={t('file')}
          help={t('help')}
          kinds={t('kinds')}
          accept=".pdf,image/*"
          most={20_000_000}
        />
      </Form>
    </Section>
  )
}
