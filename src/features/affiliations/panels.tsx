import { belongsTo } from '../../kernel/actor.ts'
import { LinkButton } from '../../ui/button.tsx'
import { panel } from '../../web/slots.ts'
import { organisationDeedsSlot, organisationMergeSlot, organisationNextSlot } from '../organisations/schema/input.ts'
import * as policy from './policy.ts'
import { peopleCount } from './queries/people.ts'
import { text } from './text/people.ts'

/** On an organisation's page: one of its people finds their own page, others may ask to join. */
const next = panel(organisationNextSlot, async (_read, page, organisation) => {
  const t = text(page.language)
  const { actor } = page
  if (organisation.state !== 'published') return null
  if (belongsTo(actor, organisation.id))
    return (
      <>
        <p>{t('belongs')}</p>
        <LinkButton page={page} href="/organisations/mine" icon="building">
          {t('mineHere')}
        </LinkButton>
      </>
    )
  if (!policy.join(actor, organisation)) return null
  return (
    <>
      <p>
        <b>{t('doYou')}</b> {t('doYouHow')}
      </p>
      <LinkButton page={page} href={`/organisations/${organisation.slug}/join`} icon="user-plus">
        {t('doYouButton')}
      </LinkButton>
    </>
  )
})

/** Among the deeds of the same page, for those who manage its people. */
const people = panel(organisationDeedsSlot, async (_read, page, organisation) =>
  policy.managePeople(page.actor, organisation) ? (
    <LinkButton page={page} href={`/organisations/${organisation.slug}/people`} look="quiet" icon="users">
      {text(page.language)('colleagues')}
    </LinkButton>
  ) : null,
)

/** Before a merge: how many people come along. */
const moving = panel(organisationMergeSlot, async (read, page, { id }) => (
  <li>{text(page.language)('movesPeople', { count: await peopleCount(read, page.actor, id) })}</li>
))

export const panels = [next, people, moving]
