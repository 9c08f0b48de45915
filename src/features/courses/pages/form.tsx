import type { Language } from '../../../kernel/language.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import type { Draft } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import { titleOf, wordingOf } from '../../occupations/rules/titles.ts'
import type { CourseRecord } from '../queries/course.ts'
import { text as words } from '../text/pages.ts'
import { text } from '../text/work.ts'
import { Fields, type FieldsProps } from './form-fields.tsx'

/** The values of the form: names where the reader chooses by name. */
export function draftOf(course: CourseRecord, language: Language): Draft {
  const { costCents, schools, occupations, skills, ...rest } = course
  const values = {
    ...rest,
    cost: costCents === null ? '' : String(costCents / 100),
    schools: schools.map(({ displayName }) => ({ name: displayName })),
    occupations: occupations.map((one) => ({ name: titleOf(one, language) })),
    skills: skills.map(({ label }) => ({ name: wordingOf(label, language) })),
  }
  return { values, errors: {} }
}

type FormProps = FieldsProps & {
  /** Null: a new one. */
  course: CourseRecord | null
  seen: string
}
/** /courses/new and /courses/:slug/edit */
export function CourseFormPage({ course, seen, ...fields }: FormProps) {
  const { page, draft } = fields
  const t = text(page.language)
  const title = course && inLanguage(course.title, page.language)
  const path = course ? `/courses/${course.slug}` : '/courses'
  const isLive = course?.state === 'published'
  return (
    <FormPage
      page={page}
      title={title ? t('editTitle', { title }) : t('newTitle')}
      intro={isLive ? (fields.isTeam ? undefined : t('editIntroPublished')) : t('newIntro')}
      current="courses"
      trail={[
        { href: '/courses', label: words(page.language)('courses') },
        ...(title ? [{ href: path, label: title }] : []),
      ]}
    >
      <Form
        page={page}
        draft={draft}
        action={course ? `${path}/edit` : '/courses/new'}
        button={t(isLive ? 'save' : 'saveDraft')}
        cancel={{ href: course ? path : '/courses/mine' }}
        hidden={course ? { seen } : {}}
      >
        <Fields {...fields} />
      </Form>
    </FormPage>
  )
}
