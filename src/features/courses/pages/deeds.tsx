import { dayOf } from '../../../kernel/days.ts'
import { inLanguage } from '../../../kernel/localised.ts'
import { ConfirmPage } from '../../../ui/confirm.tsx'
import { Choices, Select } from '../../../ui/form/choices.tsx'
import { Combobox } from '../../../ui/form/combobox.tsx'
import { Field, LocalisedField, TextArea } from '../../../ui/form/field.tsx'
import { type Draft, Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import type { Page } from '../../../ui/page.ts'
import type { CourseRecord } from '../queries/course.ts'
import type { Sponsorship } from '../queries/sponsorships.ts'
import { commitments } from '../schema/words.ts'
import { text as words } from '../text/pages.ts'
import { text } from '../text/work.ts'

type Props = { page: Page; draft: Draft; course: CourseRecord }
const trailOf = ({ page, course }: Pick<Props, 'page' | 'course'>) => [
  { href: '/courses', label: words(page.language)('courses') },
  { href: `/courses/${course.slug}`, label: inLanguage(course.title, page.language) },
]

/** Before a deed that its school or the team is told of, with the reason. */
function ReasonPage({ deed, ...props }: Props & { deed: 'send-back' | 'withdraw' }) {
  const { page, draft, course } = props
  const t = text(page.language)
  const key = deed === 'withdraw' ? 'withdraw' : 'sendBack'
  return (
    <ConfirmPage
      page={page}
      title={t(`${key}Question`, { title: inLanguage(course.title, page.language) })}
      consequence={t(`${key}Consequence`)}
      action={`/courses/${course.slug}/${deed}`}
      button={t(key)}
      cancel={{ href: `/courses/${course.slug}` }}
      current="courses"
      trail={trailOf(props)}
      danger={deed === 'withdraw'}
      draft={draft}
    >
      <TextArea page={page} draft={draft} name="reason" label={t('reason')} help={t('reasonHelp')} rows={4} />
    </ConfirmPage>
  )
}
/** /courses/:slug/send-back */
export const SendBackPage = (props: Props) => <ReasonPage {...props} deed="send-back" />
/** /courses/:slug/withdraw */
export const WithdrawPage = (props: Props) => <ReasonPage {...props} deed="withdraw" />

type SponsorProps = Props & {
  /** The organisations for which the reader may speak; empty: any of the directory is named. */
  companies: readonly { readonly slug: string; readonly displayName: string }[]
}
/** /courses/:slug/sponsor */
export function SponsorPage({ companies, ...props }: SponsorProps) {
  const { page, draft, course } = props
  const t = text(page.language)
  const form = { page, draft }
  return (
    <FormPage
      page={page}
      title={t('sponsorPage', { title: inLanguage(course.title, page.language) })}
      intro={
        <>
          {t('sponsorIntro')} {t('sponsorHow')}
        </>
      }
      current="courses"
      trail={trailOf(props)}
    >
      <Form
        {...form}
        action={`/courses/${course.slug}/sponsor`}
        button={t('propose')}
        icon="handshake"
        cancel={{ href: `/courses/${course.slug}` }}
      >
        {companies.length > 0 ? (
          <Select
            {...form}
            name="company"
            label={t('company')}
            options={companies.map(({ slug, displayName }) => ({ value: slug, label: displayName }))}
          />
        ) : (
          <Combobox
            {...form}
            name="company"
            label={t('company')}
            help={t('companyHelp')}
            source="/courses/suggest/companies"
          />
        )}
        <Choices
          {...form}
          name="commitments"
          label={t('commitments')}
          many
          options={commitments.map((one) => ({ value: one, label: words(page.language)(`commitment-${one}`) }))}
        />
        <Field {...form} name="startsOn" label={t('startsOn')} type="date" />
        <Field {...form} name="endsOn" label={t('endsOn')} help={t('endsOnHelp')} type="date" optional />
        <LocalisedField {...form} name="note" label={t('note')} help={t('noteHelp')} optional />
      </Form>
    </FormPage>
  )
}
export const sponsorDraft = (page: Page): Draft => ({ values: { startsOn: dayOf(page.now) }, errors: {} })

/** /courses/sponsorships/:id/end */
export function EndPage({ page, draft, one }: { page: Page; draft: Draft; one: Sponsorship }) {
  const t = text(page.language)
  return (
    <ConfirmPage
      page={page}
      title={t('endQuestion', { company: one.organisationName })}
      consequence={t('endConsequence')}
      action={`/courses/sponsorships/${one.id}/end`}
      button={t('endSponsorship')}
      cancel={{ href: `/courses/${one.courseSlug}` }}
      current="courses"
      draft={draft}
    >
      <Field page={page} draft={draft} name="endsOn" label={t('lastDay')} type="date" />
    </ConfirmPage>
  )
}
