import { LinkButton, Press } from '../../../../ui/button.tsx'
import { Aside } from '../../../../ui/card.tsx'
import type { Page } from '../../../../ui/page.ts'
import { edit } from '../../policy.ts'
import type { Sheet } from '../../queries/sheet.ts'
import { text } from '../../text/pages.ts'

/** The next deed of the team; the same rule as the action's shows it. */
export function Deeds({ page, sheet }: { page: Page; sheet: Sheet }) {
  const t = text(page.language)
  const path = `/occupations/${sheet.slug}`
  if (!edit(page.actor, sheet)) return null
  return (
    <>
      <LinkButton page={page} icon="pencil" href={`${path}/edit`}>
        {t('edit')}
      </LinkButton>
      {sheet.state !== 'published' && (
        <Press page={page} look="primary" action={`${path}/publish`}>
          {t('publish')}
        </Press>
      )}
    </>
  )
}

/** What else the team does with a sheet. */
export function Keeping({ page, sheet }: { page: Page; sheet: Sheet }) {
  const t = text(page.language)
  const path = `/occupations/${sheet.slug}`
  if (!edit(page.actor, sheet)) return null
  const deed = (name: 'review' | 'unpublish' | 'archive') => (
    <Press page={page} small action={`${path}/${name}`}>
      {t(name)}
    </Press>
  )
  return (
    <Aside title={t('keeping')}>
      <div class="grid justify-items-start gap-2">
        {sheet.state === 'published' && deed('review')}
        {sheet.state === 'published' && deed('unpublish')}
        {sheet.state !== 'archived' && deed('archive')}
      </div>
    </Aside>
  )
}
