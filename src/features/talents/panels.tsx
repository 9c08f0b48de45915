import { Aside } from '../../ui/card.tsx'
import { panel } from '../../web/slots.ts'
import { occupationAsideSlot } from '../occupations/schema/slots.ts'
import { publicCountOf } from './queries/list.ts'
import { text } from './text/find.ts'

/** On a sheet: how many public profiles name it. A number of everybody's, the same for every reader. */
const talentsOfSheet = panel(occupationAsideSlot, async (read, page, { slug, origin }) => {
  if (origin !== 'own') return null
  const count = await publicCountOf(read, slug)
  if (count === 0) return null
  const t = text(page.language)
  return (
    <Aside title={t('panelTitle')}>
      <p>{t('panel', { count })}</p>
      <p>
        <a class="link" href={page.href(`/talents?occupation=${slug}`)}>
          {t('panelLink')}
        </a>
      </p>
    </Aside>
  )
})
export const panels = [talentsOfSheet]
