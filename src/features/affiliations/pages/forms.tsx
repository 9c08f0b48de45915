import { ConfirmPage } from '../../../ui/confirm.tsx'
import { Field, TextArea } from '../../../ui/form/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { FormPage } from '../../../ui/frame.tsx'
import { text } from '../text/people.ts'
import { above, type FormProps, RoleField } from './parts.tsx'

/** /organisations/:slug/join */
export function JoinPage({ page, draft, organisation }: FormProps) {
  const t = text(page.language)
  const path = `/organisations/${organisation.slug}`
  const form = { page, draft }
  return (
    <FormPage
      page={page}
      title={t('joinTitle', { name: organisation.displayName })}
      intro={t('joinIntro')}
      current="organisations"
      trail={above(page, organisation)}
    >
      <Form {...form} action={`${path}/join`} button={t('joinButton')} icon="send" cancel={{ href: path }}>
        <RoleField {...form} />
        <TextArea {...form} name="message" label={t('message')} help={t('messageHelp')} maxlength={1000} optional />
      </Form>
    </FormPage>
  )
}

type OneProps = FormProps & { affiliation: { readonly id: string; readonly name: string } }
/** /organisations/people/:id */
export function ChangePersonPage({ page, draft, organisation, affiliation }: OneProps) {
  const t = text(page.language)
  const people = `/organisations/${organisation.slug}/people`
  const form = { page, draft }
  return (
    <FormPage
      page={page}
      title={t('changeTitle', { name: affiliation.name })}
      current="organisations"
      trail={[...above(page, organisation), { href: people, label: t('colleagues') }]}
    >
      <Form {...form} action={`/organisations/people/${affiliation.id}`} button={t('save')} cancel={{ href: people }}>
        <RoleField {...form} />
        <Field {...form} name="title" label={t('title')} help={t('titleHelp')} optional />
      </Form>
    </FormPage>
  )
}

/** /organisations/people/:id/end: by a representative, or by the person (« quitter »). */
export function EndPage({ page, draft, organisation, affiliation, isOwn }: OneProps & { isOwn: boolean }) {
  const t = text(page.language)
  const { displayName } = organisation
  return (
    <ConfirmPage
      page={page}
      title={isOwn ? t('leaveTitle', { name: displayName }) : t('endTitle', { name: affiliation.name })}
      consequence={isOwn ? t('leaveHow', { name: displayName }) : t('endHow', { organisation: displayName })}
      action={`/organisations/people/${affiliation.id}/end`}
      button={isOwn ? t('leave') : t('end')}
      cancel={{ href: isOwn ? '/organisations/mine' : `/organisations/${organisation.slug}/people` }}
      draft={draft}
    >
      <Field page={page} draft={draft} name="endsOn" type="date" label={t('endsOn')} help={t('endsOnHelp')} optional />
    </ConfirmPage>
  )
}
